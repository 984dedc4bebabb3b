import type { ErrorCode } from '../errors.ts';
import type { ChannelId, PersonId } from '../followstats/ids.ts';
import type { ListName } from '../followstats/typed/list-name.ts';
import type { AccountId, FollowCounts } from '../followstats/types.ts';
import type { PermanentError, RepeatedError, UnknownError } from './delivery/permanent-errors.ts';
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

export type DigestState =
  | { readonly kind: 'active' }
  /** `since`: Unix milliseconds. */
  | { readonly kind: 'paused'; readonly reason: PauseReason | Unrecognized; readonly since: number };

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

/** The delivery id: one per digest and slot, the same for every attempt. A post carries it in its Slack metadata. */
export type RunId = string & { readonly __brand: 'RunId' };

/** @param slot Unix milliseconds */
export function toRunId(digestId: DigestId, slot: number): RunId {
  return `${digestId}-${slot}` as RunId;
}

/** Reads what `toRunId` made; `undefined` for any other text. */
export function readRunId(
  text: string,
): { readonly id: RunId; readonly digestId: DigestId; readonly slot: number } | undefined {
  const [, digest = '', typedSlot] = /^([^-]+)-(\d{1,16})$/.exec(text) ?? [];
  const digestId = readDigestId(digest);
  const slot = Number(typedSlot);
  return digestId && typedSlot ? { id: toRunId(digestId, slot), digestId, slot } : undefined;
}

/**
 * How far the delivery of one slot is. `due → claimed → posting` and then one that is final: `posted`, `skipped`, `failed`,
 * `missed`; `unknown` until a person or the channel's history says what became of the post.
 *
 * | from             | to                                    | by                                                                        |
 * | ---------------- | ------------------------------------- | ------------------------------------------------------------------------- |
 * | –                | `due`, `missed`                       | the planner, in the transaction that moves `nextRunAt`                    |
 * | `due`            | `claimed`                             | a replica that claims it; the token goes up by one                        |
 * | `claimed`        | `claimed`                             | a replica that claims it after the lease; the token goes up               |
 * | `due`, `claimed` | `missed`, `skipped`                   | the planner and the claim, of runs that have no holder                    |
 * | `claimed`        | `posting`, `due`, `skipped`, `failed` | the token's holder                                                        |
 * | `posting`        | `posted`, `due`, `failed`, `unknown`  | the token's holder; `due` and `failed` only when Slack surely didn't post |
 * | `posting`        | `unknown`                             | any replica, after the lease: never claimed again                         |
 * | `unknown`        | `posted`, `due`                       | the post found in its channel, or the owner's button                      |
 */
export type RunState = 'due' | 'claimed' | 'posting' | 'posted' | 'skipped' | 'failed' | 'unknown' | 'missed';

/** Why a run is `due` again, and `failed` once its retries have run out: all of these are transient. */
export type WaitReason =
  /** Chat couldn't be asked, or no account could be read. */
  | ErrorCode
  /** Slack said 429. */
  | 'rate-limited'
  /** No connection to Slack: nothing was sent. */
  | 'slack-unreachable'
  /** The store failed, or a bug showed; the log knows more. */
  | 'broken';

export type SkipReason =
  | 'unchanged'
  /** The digest was paused or deleted between planning and posting. */
  | 'digest-stopped';

export type FailReason =
  | WaitReason
  /** These three pause the digest; see `isPause`. */
  | PermanentError
  | RepeatedError
  | 'no-accounts'
  /** Its digest can't be read. */
  | 'unreadable'
  /** Slack rejected the post by another code, which follows; earlier versions kept no code. */
  | UnknownError
  | 'slack-refused';

export type UnknownReason =
  /** The call ended without an answer. */
  | 'no-answer'
  /** The process that was posting died. */
  | 'holder-died';

/** Why a run was posted, where that isn't plain. */
export type PostedReason =
  /** Nothing had changed for a week. */
  | 'sign-of-life'
  /** Slack's answer was lost: the post was found in the channel, or seen by the owner. */
  | 'found'
  | 'arrived';

/** Why a run is in its state. */
export type RunReason =
  | WaitReason
  | SkipReason
  | FailReason
  | UnknownReason
  | PostedReason
  /** `due`: the owner clicked *Post again*. */
  | 'post-again'
  /** `missed`: the app was not running, and then a later slot was due already, or 24 hours had passed. */
  | 'down';

/** Whether a slot is one of the schedule, or a person asked for it. */
export type RunOrigin = 'schedule' | 'person';

/** Where a run stands, with the reasons that go with each state. */
export type RunStatus =
  | { readonly state: 'due'; readonly reason: WaitReason | 'post-again' | Unrecognized | undefined }
  | { readonly state: 'claimed'; readonly reason: undefined }
  | { readonly state: 'posting'; readonly reason: undefined }
  | {
      readonly state: 'posted';
      readonly reason: PostedReason | Unrecognized | undefined;
      readonly post: SlackPost;
    }
  | { readonly state: 'skipped'; readonly reason: SkipReason | Unrecognized }
  | { readonly state: 'failed'; readonly reason: FailReason | Unrecognized }
  | { readonly state: 'unknown'; readonly reason: UnknownReason | Unrecognized }
  | { readonly state: 'missed'; readonly reason: 'down' | Unrecognized }
  | { readonly state: Unrecognized; readonly reason: RunReason | Unrecognized | undefined };

interface RunFacts {
  readonly id: RunId;
  readonly digestId: DigestId;
  /** Unix milliseconds; for a run that a person asked for, when they did. */
  readonly slot: number;
  readonly origin: RunOrigin | Unrecognized;
  /** How often it was claimed. */
  readonly attempts: number;
  /** When it was first claimed; where the 15 minutes of retries begin. */
  readonly firstTriedAt: number | undefined;
  /** While `due`: not to be claimed before. The slot at first. */
  readonly dueAt: number;
  /** The latest change of state. */
  readonly changedAt: number;
}

/** One slot of one digest. Its row is the job. */
export type Run = RunFacts & RunStatus;

/** A run that is in one of these states. */
export type RunIn<State extends RunState> = Extract<Run, { readonly state: State }>;

/** Where a post stands. `ts` is missing when only its owner saw it arrive. */
export interface SlackPost {
  readonly channelId: ChannelId;
  readonly ts: string | undefined;
  /** Unix milliseconds. */
  readonly at: number;
}

/**
 * What a post says of one account, kept with its run: what the next post is compared with. `thresholdBaseline`: its followers
 * when a post last named it for a threshold, or when it was first read; thresholds count from there.
 */
export type PostedReading =
  | { readonly kind: 'read'; readonly counts: FollowCounts; readonly thresholdBaseline: number }
  /** It could not be read, and was read by an earlier post, whose baseline stays. */
  | { readonly kind: 'unread'; readonly code: ErrorCode; readonly thresholdBaseline: number }
  /** It has not been read since it is in the digest. */
  | { readonly kind: 'never-read'; readonly code: ErrorCode };

/** One for each account of a post. */
export type PostedReadings = ReadonlyMap<AccountId, PostedReading>;

/** A run that was posted, with what it said. */
export interface PostedRun {
  readonly slot: number;
  /** Unix milliseconds. */
  readonly postedAt: number;
  readonly readings: PostedReadings;
}
