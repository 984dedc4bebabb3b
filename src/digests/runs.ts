import type { ErrorCode } from '../errors.ts';
import type { ChannelId } from '../followstats/ids.ts';
import type { AccountId, FollowCounts } from '../followstats/types.ts';
import type { PermanentError, RepeatedError, UnknownError } from './delivery/permanent-errors.ts';
import type { LookupReason } from './lookup-reason.ts';
import { type DigestId, readDigestId, type Unrecognized } from './types.ts';

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

const NOT_FINAL: ReadonlySet<string> = new Set(['due', 'claimed', 'posting', 'let-go'] satisfies (
  | RunState
  | 'let-go'
)[]);

/** Whether a run's holder is done with it for good: `unknown` is left to a person. `let-go`: it is another's. */
export function isFinal(state: RunState | 'let-go'): state is 'posted' | 'skipped' | 'failed' | 'unknown' | 'missed' {
  return !NOT_FINAL.has(state);
}

/** Why a run is `due` again, and `failed` once its retries have run out: all of these are transient. */
export type WaitReason =
  /** Chat couldn't be asked, or no account could be read. */
  | LookupReason
  /** Slack said 429. */
  | 'rate-limited'
  /** No connection to Slack: nothing was sent. */
  | 'slack-unreachable'
  /** The store failed, or a bug showed; the log knows more. */
  | 'broken';

/** Why nothing was posted, and nothing was to be. */
export type SkipReason =
  | 'unchanged'
  /** The digest was paused or deleted between planning and posting. */
  | 'digest-stopped';

/** Why a run surely posted nothing, and isn't tried again. */
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

/** Why it isn't known whether a post is in its channel. */
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
 * when a post last named it for a threshold, or when it was first read; thresholds count from there. `mostFollowers`: the most
 * that this or an earlier post read; milestones lie above.
 */
export type PostedReading =
  | {
      readonly kind: 'read';
      readonly counts: FollowCounts;
      readonly thresholdBaseline: number;
      readonly mostFollowers: number;
    }
  /**
   * It could not be read, and was read by an earlier post, whose baseline and most followers stay; posts of earlier versions
   * didn't keep the most of such an account.
   */
  | {
      readonly kind: 'unread';
      readonly code: ErrorCode;
      readonly thresholdBaseline: number;
      readonly mostFollowers: number | undefined;
    }
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
