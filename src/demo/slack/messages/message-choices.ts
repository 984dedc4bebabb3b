import type { ViewValues } from '../types.ts';
import { momentOf } from './message-ts.ts';

/** What each person has chosen in the menus of each message. */
export interface MessageChoices {
  of(personId: string, ts: string): ViewValues | undefined;
  keep(personId: string, ts: string, values: ViewValues): void;
  /** Drops those in messages posted before this moment (Unix milliseconds). */
  forget(beforeMs: number): void;
}

export function createMessageChoices(): MessageChoices {
  const byMessage = new Map<string, Map<string, ViewValues>>();
  return {
    of: (personId, ts) => byMessage.get(ts)?.get(personId),
    keep: (personId, ts, values) => {
      const people = byMessage.get(ts) ?? new Map<string, ViewValues>();
      byMessage.set(ts, people.set(personId, values));
    },
    forget: (beforeMs) => {
      for (const ts of byMessage.keys()) if (momentOf(ts) < beforeMs) byMessage.delete(ts);
    },
  };
}
