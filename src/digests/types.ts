import type { ChannelId, PersonId } from '../followstats/ids.ts';
import type { Language } from '../followstats/languages.ts';
import type { ListName } from '../followstats/typed/list-name.ts';
import type { AccountId } from '../followstats/types.ts';
import type { PermanentError, RepeatedError } from './delivery/permanent-errors.ts';
import type { Schedule } from './schedule/schedule.ts';

/** A digest's number in decimal, given by the store from 1 on: short, because people type it. */
export type DigestId = string & { readonly __brand: 'DigestId' };

/** Takes `7` or `#7` as a digest's id. */
export function readDigestId(text: string): DigestId | undefined {
  const [, id] = /^#?([1-9]\d{0,8})$/.exec(text.trim()) ?? [];
  return id as DigestId | undefined;
}

/** How far an account's followers must have moved from its threshold baseline to be named in a post. */
export interface Thresholds {
  /** Followers gained or lost, whole, at least 1. */
  readonly absolute?: number | undefined;
  /** The same in per cent of what they were, above 0. */
  readonly percent?: number | undefined;
}

/** Everything a person decides about a digest. */
export interface DigestSpec {
  /** 1–60 characters on one line; untrusted text. */
  readonly title: string;
  /** Where it is posted: a Slack conversation id, `D…` for direct messages. */
  readonly channelId: ChannelId;
  /** In the order wanted; these first, then the lists' that aren't among them. One account or list at least. */
  readonly accounts: readonly AccountId[];
  /** Read at every run, so that a list's changes are seen; one that was deleted counts as empty. */
  readonly lists: readonly ListName[];
  readonly schedule: Schedule;
  readonly chart: boolean;
  /** Post only when `DigestReport.changed`; a week after the last post a sign of life is posted in any case. */
  readonly onlyIfChanged: boolean;
  readonly thresholds: Thresholds;
  /** In which language it is posted; `undefined`, as in digests of earlier versions: its owner's. */
  readonly language: Language | undefined;
}

/**
 * `no-accounts`: its lists are empty or gone, and it names no account itself. `unreadable`: this version can't read what
 * is kept of it, or its schedule.
 */
export type PauseReason = 'by-person' | 'no-accounts' | 'unreadable' | PermanentError | RepeatedError;

/** A word of a row that this version doesn't know, as a newer one may have written it: shown as it is, and not acted on. */
export interface Unrecognized {
  readonly unrecognized: string;
}

/** Whether slots are planned, and since when and why not. */
export type DigestState =
  | { readonly kind: 'active' }
  /** `since`: Unix milliseconds. */
  | { readonly kind: 'paused'; readonly reason: PauseReason | Unrecognized; readonly since: number };

/** A digest as the store keeps it. */
export interface Digest extends DigestSpec {
  readonly id: DigestId;
  /** Who made it: notified of failures, and asked whether a post arrived when that is unknown. */
  readonly ownerId: PersonId;
  readonly state: DigestState;
  /** The first slot that isn't planned yet, Unix milliseconds; planning only moves it forward. Means nothing while paused. */
  readonly nextRunAt: number;
  /** Unix milliseconds, by the store's clock, as every instant here. */
  readonly createdAt: number;
  /** The latest change by a person; its creation, when there was none. */
  readonly editedBy: string;
  readonly editedAt: number;
}
