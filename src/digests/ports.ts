import type { Asker } from '../followstats/access/rules.ts';
import type { ChannelId, PersonId } from '../followstats/ids.ts';
import type { DigestChart } from './report/digest-chart.ts';
import type { DigestReport } from './report/digest-report.ts';
import type {
  Digest,
  DigestId,
  DigestSpec,
  FailReason,
  Marks,
  PauseReason,
  PostedRun,
  Run,
  RunId,
  RunReason,
  SkipReason,
  SlackPost,
  Unrecognized,
  WaitReason,
} from './types.ts';

/**
 * The digests, kept in the store. Every change is one transaction, and those by a person are audited in it. All instants
 * are of the store's clock (the database's, where there is one), which alone decides what is due.
 */
export interface Digests {
  /**
   * `ownerId` is the person; active at once, `nextRunAt` the first slot after now.
   * @param formId the form it comes from: what it made before is edited, so that a form sent in twice makes one digest
   */
  create(spec: DigestSpec, by: Asker, formId?: string): Promise<Digest>;
  /**
   * Puts the whole spec in place of the old one. With another schedule `nextRunAt` becomes its first slot after now; runs
   * that are planned keep their slot, and use the new spec. Neither pauses nor resumes.
   * @returns `undefined` when there is no such digest
   */
  edit(id: DigestId, spec: DigestSpec, by: Asker): Promise<Digest | undefined>;
  /** @returns whether this call paused it; `false` when it was paused, or is gone */
  pause(id: DigestId, reason: PauseReason, by: Asker | 'system'): Promise<boolean>;
  /** Slots that passed meanwhile are not made up for: `nextRunAt` is the first after now. @returns as `pause` */
  resume(id: DigestId, by: Asker): Promise<boolean>;
  /** Its runs stay in the log until they are pruned; those that are `due` become `skipped`, `digest-stopped`. */
  delete(id: DigestId, by: Asker): Promise<boolean>;
  /** @returns `undefined` when there is no such digest, or it is `unreadable` */
  read(id: DigestId): Promise<Digest | undefined>;
  /** By id; without those that are `unreadable`. */
  all(): Promise<readonly Digest[]>;
  /** Those whose spec this version can't read: another wrote it, or somebody by hand. */
  unreadable(): Promise<readonly DigestId[]>;
  /**
   * Plans what is due, in one transaction: takes up to `limit` active digests whose `nextRunAt` has come, the longest due
   * first, leaving out those that another replica holds at this moment (`FOR UPDATE SKIP LOCKED`); asks `planSlots` about
   * each; adds its runs (`due`, and `missed` with `down`), leaving alone a run that is there already; and sets `nextRunAt`,
   * never backwards. Where a slot becomes due, earlier runs of the digest that nobody works on (`due` and never tried, or
   * `claimed` with a lapsed lease) become `missed`, `down`; one that is being retried keeps its retries, and one that a
   * person asked for or wants posted again is never given up. A digest that can't be read is paused, `unreadable`, and
   * holds up no other.
   * @returns how many digests were taken: planned again at once until it is 0, since a digest that was down for long
   * takes several plans
   */
  plan(limit: number): Promise<number>;
  /** The earliest `nextRunAt` of an active digest, and the clock it is measured by: when to wake. */
  nextPlan(): Promise<{ readonly at: number | undefined; readonly now: number }>;
}

/** A run that its holder may work on. Every later step names the token, and does nothing once another holds it. */
export interface Claim {
  readonly run: Run;
  /** As it is now, not as it was when the slot was planned. */
  readonly digest: Digest;
  /** Goes up by one with every claim of the run. */
  readonly token: number;
  /** Slots right before this one that were missed. */
  readonly missedBefore: number;
}

/** How a run ends. The last attempt's `marks` are already kept, by `startPosting`. */
export type RunEnd =
  | { readonly state: 'posted'; readonly reason: 'sign-of-life' | undefined; readonly post: SlackPost }
  | { readonly state: 'skipped'; readonly reason: SkipReason }
  | { readonly state: 'failed'; readonly reason: FailReason }
  | { readonly state: 'unknown'; readonly reason: 'no-answer' };

/**
 * The runs, kept in the store: one row per digest and slot, which is record and job in one. Every method is one
 * transaction; every step is a conditional update on state and token, and `false` says that nothing was done because the
 * run isn't in that state or another holds the token: then its caller lets go of the run. `RunState` lists the steps.
 */
export interface Runs {
  /** A run outside the schedule, due at once; its slot is now. Doesn't touch `nextRunAt`. Audited. */
  ask(digestId: DigestId, by: Asker): Promise<Run | undefined>;
  /**
   * Takes up to `limit` runs that are `due` and whose `dueAt` has come, or `claimed` and whose lease has lapsed, the
   * earliest `dueAt` first, skipping those locked by others: each is `claimed`, with the next token, a lease from now on,
   * one attempt more, and `firstTriedAt` when it has none. Never a run that is `posting` or `unknown`: those come back only
   * by `putOff` and `postAgain`. Not handed out, but ended on the way: runs of digests that are gone, and scheduled ones of
   * paused digests (`skipped`, `digest-stopped`); scheduled ones whose slot is 24 hours old, unless their owner wants them
   * posted again (`missed`, `down`); those of digests that can't be read (`failed`, `unreadable`).
   */
  claim(limit: number, leaseMs: number): Promise<readonly Claim[]>;
  /** The holder is alive: the lease counts from now on. While `claimed` or `posting`. */
  renew(claim: Claim, leaseMs: number): Promise<boolean>;
  /**
   * `claimed → posting`, with what the post will say: durable before Slack is called, so that a post whose answer is lost
   * can still become the baseline. Slack may be called only after `true`; a digest that was deleted or, for a scheduled
   * run, paused since the claim is posted no more: `false`, and the run ends as `skipped` once its lease has lapsed.
   */
  startPosting(claim: Claim, marks: Marks, leaseMs: number): Promise<boolean>;
  /**
   * The end, from `claimed` or `posting`; `posted` and `unknown` only from `posting`, `skipped` only from `claimed`.
   * A reason that `isPause` knows pauses the digest in the same transaction. So does an unknown refusal of a scheduled slot,
   * when the two scheduled slots before it that Slack was asked about ended so, too, and no person has edited or resumed the
   * digest since: the run is then kept with the `RepeatedError`.
   */
  finish(claim: Claim, end: RunEnd): Promise<boolean>;
  /** Back to `due` after a failed attempt that surely posted nothing; not claimed again before `waitMs` have passed. */
  putOff(claim: Claim, reason: WaitReason, waitMs: number): Promise<boolean>;
  /** Makes every run that is `posting` and whose lease has lapsed `unknown`, `holder-died`. @returns those it made so */
  abandon(): Promise<readonly Run[]>;
  /** All that are `unknown`, for reconciling. */
  unknown(): Promise<readonly Run[]>;
  /** `unknown → posted`: the post was found, or its owner says that it arrived. */
  settle(id: RunId, how: 'found' | 'arrived', post: SlackPost): Promise<boolean>;
  /** `unknown → due`, `post-again`, with fresh attempts. Pressed twice it posts once. */
  postAgain(id: RunId): Promise<boolean>;
  /**
   * Runs whose owner has something to learn and wasn't told: `failed` and `unknown`, but of digests that are gone. Each is
   * handed to one caller, and not again within `leaseMs`; after that once more unless `told`.
   */
  claimNotices(limit: number, leaseMs: number): Promise<readonly { readonly run: Run; readonly digest: Digest }[]>;
  told(id: RunId): Promise<void>;
  /** @returns `undefined` when there is no such run, or none any more */
  read(id: RunId): Promise<Run | undefined>;
  /** The digest's last `count` posted runs before this slot, oldest first: the last one is the baseline, all are the chart. */
  posted(digestId: DigestId, beforeSlot: number, count: number): Promise<readonly PostedRun[]>;
  /** The digest's last `count` runs of every state, newest first. */
  log(digestId: DigestId, count: number): Promise<readonly Run[]>;
  /** When a run next becomes claimable (it is due, or a lease lapses while `claimed`), and the clock it is measured by. */
  nextClaim(): Promise<{ readonly at: number | undefined; readonly now: number }>;
  /** Forgets final runs older than the retention, but each digest's last `keep` posted ones, at least 1. @returns how many */
  prune(retentionMs: number, keep: number): Promise<number>;
}

/** Calls the listener when a slot may have come nearer than anybody knew, or the clock has been moved. @returns ends it */
export type DigestWake = (listener: () => void) => () => void;

/** What a slot's post says, before anybody has decided how it looks. */
export interface DigestPost {
  readonly run: Pick<Run, 'id' | 'slot'>;
  readonly digest: Digest;
  readonly content:
    | {
        readonly kind: 'report';
        readonly report: DigestReport;
        readonly chart: DigestChart | undefined;
        readonly isLate: boolean;
        readonly missedBefore: number;
      }
    /** `since`: when the last post was, Unix milliseconds. `accounts`: how many are watched. */
    | { readonly kind: 'sign-of-life'; readonly since: number; readonly accounts: number };
}

/** How the one call to Slack ended. Of all but `posted` and `no-answer` it is sure that nothing was posted. */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly channelId: ChannelId; readonly ts: string }
  /** Slack answered and refused: its own error code. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  /** No connection came about. */
  | { readonly kind: 'unreachable' }
  /** Slack may have taken the post. */
  | { readonly kind: 'no-answer' };

/**
 * Renders a post without sending anything.
 * @returns sends it: called once, and never after a wait of unknown length. Slack may refuse a rendering, which posts
 *   nothing, and the next is sent if `isStillOurs` then; when it isn't, the refusal is the outcome. Never throws
 */
export type PrepareDigest = (
  post: DigestPost,
) => Promise<(isStillOurs: () => Promise<boolean>) => Promise<PostOutcome>>;

/** Whether the post of a run is in its channel. `no-way`: the app may not look there, and waiting doesn't change that. */
export type FoundPost =
  | { readonly kind: 'found'; readonly post: SlackPost }
  | { readonly kind: 'not-there' | 'no-way' | 'no-answer' };

/** Looks for the post of a run whose fate is unknown. Never throws. */
export type FindPost = (run: Run, digest: Digest) => Promise<FoundPost>;

/** What an owner has to know of a run. */
export type OwnerNotice = { readonly digest: Digest; readonly run: Run } & (
  | { readonly kind: 'failed'; readonly reason: RunReason | Unrecognized }
  /** The failure paused the digest. */
  | { readonly kind: 'paused'; readonly reason: PauseReason }
  /** Asks whether the post arrived. */
  | { readonly kind: 'unknown' }
);

/**
 * Tells the digest's owner in a direct message. `later`: it may work another time. `never`: there is nobody to tell.
 * Never throws.
 */
export type NotifyOwner = (notice: OwnerNotice) => Promise<'told' | 'later' | 'never'>;

/**
 * Why a person may not point a digest at a conversation. `not-yours`: they aren't in it. `not-found`: the app can't see it.
 * `missing-scope`: the app may not look. `no-answer`: Slack didn't say, or not in time. Where it isn't known the answer is no.
 */
export type PlaceFault = 'not-yours' | 'not-found' | 'missing-scope' | 'no-answer';

/**
 * Whether a person may have digests posted to a conversation, a Slack id of a channel, a direct message or a person: a public
 * channel, for full members of the workspace; a private one, or any for guests, when they are in it; direct messages, when
 * they are their own with the app. Never rejects, and takes two seconds at most.
 * @returns `undefined` when they may
 */
export type MayPointTo = (personId: PersonId, channelId: ChannelId) => Promise<PlaceFault | undefined>;
