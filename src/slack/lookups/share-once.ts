import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import { BUTTONS_MS } from '../conversation/button-values.ts';

/** How far an earlier click of *Share* got: the answer is in the channel, or may be. */
export type Shared = 'shared' | 'pressed';

/** What keeps an answer from being shared twice, by any replica. Every method rejects when the store does. */
export interface ShareOnce {
  /** @returns `undefined` when the caller may share it now; else how far an earlier click got */
  claim(answerId: string): Promise<Shared | undefined>;
  /** It is in the channel. */
  confirm(answerId: string): Promise<void>;
  /** It surely isn't, so that *Share* may be clicked again. */
  release(answerId: string): Promise<void>;
}

/**
 * A claim lasts as long as the answer's button at least. One that is neither confirmed nor released, since Slack's answer
 * was lost or the process ended, stays: the answer may be in the channel.
 */
export function createShareOnce(values: Pick<ExpiringValues, 'add' | 'set' | 'get' | 'remove'>): ShareOnce {
  return {
    async claim(answerId) {
      if (await values.add(keyOf(answerId), 'pressed', BUTTONS_MS)) return undefined;
      return (await values.get(keyOf(answerId))) === 'shared' ? 'shared' : 'pressed';
    },
    confirm: (answerId) => values.set(keyOf(answerId), 'shared', BUTTONS_MS),
    release: (answerId) => values.remove(keyOf(answerId)),
  };
}

const keyOf = (answerId: string): string => `share:${answerId}`;
