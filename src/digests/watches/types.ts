import type { ChannelId, PersonId } from '../../followstats/ids.ts';
import type { ListName } from '../../followstats/typed/list-name.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { WatchRule } from '../../followstats/watches/rule.ts';
import type { DigestState } from '../types.ts';

/** A watch's number in decimal, given by the store from 1 on. Watches and digests are numbered apart. */
export type WatchId = string & { readonly __brand: 'WatchId' };

/** Takes `7` or `#7` as a watch's id. */
export function readWatchId(text: string): WatchId | undefined {
  const [, id] = /^#?([1-9]\d{0,8})$/.exec(text.trim()) ?? [];
  return id as WatchId | undefined;
}

/** Accounts that one watch looks at, those of its lists included: five calls to Chat each quarter of an hour. Of more the first. */
export const MOST_WATCHED = 100;
/** Watches that there can be: all of them are read by a person's Home, and polled each quarter of an hour. */
export const MOST_WATCHES = 200;

/** Everything a person decides about a watch. */
export interface WatchSpec {
  readonly rule: WatchRule;
  /** Where it tells: a Slack conversation id, a person's for direct messages. */
  readonly channelId: ChannelId;
  /** In the order wanted; these first, then the lists' that aren't among them. One account or list at least. */
  readonly accounts: readonly AccountId[];
  /** Read at every look, so that a list's changes are seen; one that was deleted counts as empty. */
  readonly lists: readonly ListName[];
}

/** A watch as the store keeps it. Instants are Unix milliseconds, by the store's clock. */
export interface Watch extends WatchSpec {
  readonly id: WatchId;
  /** Who made it: in their words and zone it tells, and they are notified of failures. */
  readonly ownerId: PersonId;
  /** Paused it isn't looked at. */
  readonly state: DigestState;
  /** Until when it is looked at but doesn't tell; `undefined` or past: it tells. */
  readonly mutedUntil: number | undefined;
  /** When it is looked at next; sooner when an event is about it. Means nothing while paused. */
  readonly nextPollAt: number;
  readonly createdAt: number;
  /** The latest change by a person; its creation, when there was none. */
  readonly editedBy: string;
  readonly editedAt: number;
}

/** Whether a watch doesn't tell at a moment, since a person wants it so. */
export function isMuted({ mutedUntil }: Pick<Watch, 'mutedUntil'>, now: number): boolean {
  return mutedUntil !== undefined && mutedUntil > now;
}

/** How long *Mute for a day* lasts, milliseconds. */
export const MUTE_MS = 24 * 3_600_000;
