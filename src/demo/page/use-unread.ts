import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageState } from '../page-server/page-state.ts';
import { isOfApp } from './channel-name.tsx';
import { beginSeen, countUnread, readSeen, type Seen, seenUpTo, withSeen } from './unread.ts';

export interface Unread {
  /** By channel; only those that have some. */
  readonly counts: Readonly<Record<string, number>>;
  /** The `ts` up to which the person has seen the open channel. */
  readonly upTo: string;
  /** The person has seen the open channel up to this `ts`. */
  readonly see: (ts: string) => void;
}

const KEY = 'followstats-demo-seen';

/** What the person hasn't seen yet. A reload of the tab remembers it. */
export function useUnread({ personId, channelId, incoming, at }: PageState): Unread {
  const [seen, setSeen] = useState<Seen>(() => readSeen(sessionStorage.getItem(KEY), at) ?? beginSeen(at));
  useEffect(() => sessionStorage.setItem(KEY, JSON.stringify(seen)), [seen]);
  const place = channelId ?? '';
  const see = useCallback(
    (ts: string) => setSeen((before) => withSeen(before, personId, place, ts)),
    [personId, place],
  );
  return { counts: countUnread(seen, personId, incoming), upTo: seenUpTo(seen, personId, place), see };
}

/** The app's own messages among them. */
export function countOfApp(counts: Unread['counts']): number {
  return Object.entries(counts).reduce((sum, [channelId, count]) => sum + (isOfApp(channelId) ? count : 0), 0);
}
