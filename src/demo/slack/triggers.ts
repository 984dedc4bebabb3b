import { randomUUID } from 'node:crypto';
import { ApiError } from './api-error.ts';
import { dropOlder } from './drop-older.ts';

// Slack's own limit: a modal must open within three seconds of the click that led to it.
const LIFETIME_MS = 3_000;

/** The place of the action that gave the trigger. */
interface Place {
  readonly channelId?: string | undefined;
  /** The view it was in, if it was in one. */
  readonly viewId?: string | undefined;
}

export interface Triggers {
  issue(personId: string, place?: Place): string;
  /**
   * Uses a trigger up and returns its place.
   *
   * @throws {ApiError} `invalid_trigger_id`, `exchanged_trigger_id` (used before) or `expired_trigger_id` (over 3 s old).
   */
  exchange(id: string): Place & { readonly personId: string };
  /** Drops those issued before this moment (Unix milliseconds): they are invalid from here on, and no longer expired. */
  forget(beforeMs: number): void;
}

/** Trigger ids, each good for one modal and three seconds. `now` in Unix milliseconds. */
export function createTriggers(now: () => number): Triggers {
  const issued = new Map<
    string,
    { readonly personId: string; readonly place: Place; readonly at: number; exchanged: boolean }
  >();
  let count = 0;
  return {
    issue: (personId, place = {}) => {
      count += 1;
      const id = `${count}.${Math.floor(now())}.${randomUUID().replaceAll('-', '')}`;
      issued.set(id, { personId, place, at: now(), exchanged: false });
      return id;
    },
    exchange: (id) => {
      const trigger = issued.get(id);
      if (!trigger) throw new ApiError('invalid_trigger_id');
      if (trigger.exchanged) throw new ApiError('exchanged_trigger_id');
      if (now() - trigger.at > LIFETIME_MS) throw new ApiError('expired_trigger_id');
      trigger.exchanged = true;
      return { ...trigger.place, personId: trigger.personId };
    },
    forget: (beforeMs) => dropOlder(issued, beforeMs),
  };
}
