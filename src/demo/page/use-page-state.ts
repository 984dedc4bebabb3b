import { useEffect, useState } from 'preact/hooks';
import type { PageState } from '../page-server/page-state.ts';
import { DemoGone, type Place, readState } from './api.ts';
import { coalesce } from './coalesce.ts';

export interface LivePageState {
  /** Of the last place that was answered; undefined until the first answer. */
  readonly state: PageState | undefined;
  /** One sentence while the state can't be had. */
  readonly errorText: string | undefined;
}

/** What the server says about `place`, fetched again after each of its changes. */
export function usePageState(place: Place): LivePageState {
  const [state, setState] = useState<PageState>();
  const [errorText, setErrorText] = useState<string>();

  useEffect(() => {
    const left = new AbortController();
    const refresh = coalesce(async () => {
      try {
        setState(await readState(place, left.signal));
        setErrorText(undefined);
      } catch (error) {
        if (!left.signal.aborted) setErrorText(error instanceof Error ? error.message : String(error));
      }
    });
    // `open` fires at first and after each lost connection: both times the state may be older than the stream.
    const events = new EventSource('/demo/events');
    events.addEventListener('open', refresh);
    events.addEventListener('change', refresh);
    events.addEventListener('error', () => setErrorText(new DemoGone().message));
    return () => {
      left.abort();
      events.close();
    };
  }, [place]);

  return { state, errorText };
}
