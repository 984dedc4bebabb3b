import { useCallback, useState } from 'preact/hooks';
import type { Place } from './api.ts';

/** The place in the address, so that a reload or a shared link opens it again. */
export function usePlace(): readonly [Place, (place: Place) => void] {
  const [place, setPlace] = useState(readPlace);
  const go = useCallback((next: Place) => {
    history.replaceState(null, '', toSearch(next));
    setPlace(next);
  }, []);
  return [place, go];
}

function readPlace(): Place {
  const query = new URLSearchParams(location.search);
  return { personId: query.get('as') ?? undefined, channelId: query.get('channel') ?? undefined };
}

function toSearch({ personId, channelId }: Place): string {
  const query = new URLSearchParams();
  if (personId !== undefined) query.set('as', personId);
  if (channelId !== undefined) query.set('channel', channelId);
  return `?${query}`;
}
