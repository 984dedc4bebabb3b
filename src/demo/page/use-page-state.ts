import { useEffect, useState } from 'preact/hooks';
import type { PageState } from '../page-server/page-state.ts';
import { type Place, readState } from './api.ts';
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
        if (!left.signal.aborted) setErrorText(sentenceOf(error));
      }
    });
    // `open` fires at first and after each lost connection: both times the state may be older than the stream.
    const events = new EventSource('/demo/events');
    events.addEventListener('open', refresh);
    events.addEventListener('change', refresh);
    events.addEventListener('error', () => setErrorText(GONE));
    return () => {
      left.abort();
      events.close();
    };
  }, [place]);

  return { state, errorText };
}

const GONE = 'The demo can’t be reached. This page goes on by itself once the demo is back at this address.';

function sentenceOf(error: unknown): string {
  // A fetch that reaches no server rejects with TypeError; its text differs between browsers.
  return error instanceof Error && !(error instanceof TypeError) ? error.message : GONE;
}
