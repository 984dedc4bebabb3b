import type { Asker } from '../followstats/access/rules.ts';
import type {
  FailReason,
  PostedReadings,
  PostedRun,
  Run,
  RunId,
  RunIn,
  SkipReason,
  SlackPost,
  WaitReason,
} from './runs.ts';
import type { Digest, DigestId } from './types.ts';

/**
 * A run that its holder may work on. Every later step names the token, and does nothing once another holds it. Runs are those of
 * digests, or alerts of watches: `Of` is whose.
 */
export interface Claim<Of = Digest> {
  readonly run: Run;
  /** Whether its owner asked for it to be posted again. */
  readonly isPostAgain: boolean;
  /** Whose run it is, as it is now, not as it was when the slot was planned. */
  readonly digest: Of;
  /** Goes up by one with every claim of the run. */
  readonly token: number;
  /** Slots right before this one that were missed. */
  readonly missedBefore: number;
}

/** How a run's holder ends it. What the last attempt said is already kept, by `startPosting`. */
export type RunEnd =
  | { readonly state: 'posted'; readonly reason: 'sign-of-life' | undefined; readonly post: SlackPost }
  | { readonly state: 'skipped'; readonly reason: SkipReason }
  | { readonly state: 'failed'; readonly reason: FailReason }
  | { readonly state: 'unknown'; readonly reason: 'no-answer' };

/**
 * Finds work, and takes a run through its states as `RunState` lists them. Every method is one transaction; every step is a
 * conditional update on state and token, and `false` says that nothing was done because the run isn't in that state or another
 * holds the token: then its caller lets go of the run.
 */
export interface RunWork<Of = Digest> {
  /**
   * Takes up to `limit` runs that are `due` and whose `dueAt` has come, or `claimed` and whose lease has lapsed, the
   * earliest `dueAt` first, skipping those locked by others: each is `claimed`, with the next token, a lease from now on,
   * one attempt more, and `firstTriedAt` when it has none. Never a run that is `posting` or `unknown`: those come back only
   * by `putOff` and `postAgain`. Runs that `endBeforeWork` ends are ended on the way, and not returned.
   */
  claim(limit: number, leaseMs: number): Promise<readonly Claim<Of>[]>;
  /** When a run next becomes claimable (it is due, or a lease lapses while `claimed`), and the clock it is measured by. */
  nextClaim(): Promise<{ readonly at: number | undefined; readonly now: number }>;
  /** The holder is alive: the lease counts from now on. While `claimed` or `posting`. */
  renew(claim: Claim<Of>, leaseMs: number): Promise<boolean>;
  /**
   * `claimed → posting`, with what the post will say: durable before Slack is called, so that a post whose answer is lost
   * can still become the baseline. Slack may be called only after `true`; a digest that was deleted since the claim, or paused
   * when no person asked for the run, is posted no more: `false`, and the run ends as `skipped` once its lease has lapsed.
   */
  startPosting(claim: Claim<Of>, readings: PostedReadings, leaseMs: number): Promise<boolean>;
  /**
   * Ends the run, from the states that `MAY_END_FROM` allows. A reason that `isPause` knows pauses the digest in the same
   * transaction. So does an unknown error of a scheduled slot, when the two scheduled slots before it that Slack was asked
   * about ended so, too, and no person has edited or resumed the digest since: the run is then kept with the `RepeatedError`.
   */
  finish(claim: Claim<Of>, end: RunEnd): Promise<boolean>;
  /** Back to `due` after a failed attempt that surely posted nothing; not claimed again before `waitMs` have passed. */
  putOff(claim: Claim<Of>, reason: WaitReason, waitMs: number): Promise<boolean>;
  /** Makes every run that is `posting` and whose lease has lapsed `unknown`, `holder-died`. @returns those it made so */
  abandon(): Promise<readonly Run[]>;
}

/** The ways out of `unknown`. `false`: the run isn't `unknown`, and nothing was done. Rejects as all of `Runs`. */
export interface UnknownRuns {
  /** `unknown → posted`: the post was found, or its owner says that it arrived. */
  settle(id: RunId, how: 'found' | 'arrived', post: SlackPost): Promise<boolean>;
  /** `unknown → due`, `post-again`, with fresh attempts. Clicked twice it posts once. */
  postAgain(id: RunId): Promise<boolean>;
}

/** A run of which its digest's owner is to be notified. */
export interface PendingNotice<Of = Digest> {
  readonly run: RunIn<'failed' | 'unknown'>;
  readonly digest: Of;
}

/** Which owners are to be notified of what. Rejects as all of `Runs`. */
export interface RunNotices<Of = Digest> {
  /**
   * Claims up to `limit` notices that are pending: of runs that are `failed` or `unknown`, but not of digests that are gone.
   * Each is returned to one caller, and not again within `leaseMs`; after that once more unless `markNotified`.
   */
  claimNotices(limit: number, leaseMs: number): Promise<readonly PendingNotice<Of>[]>;
  markNotified(id: RunId): Promise<void>;
}

/** What became of the slots so far. Rejects as all of `Runs`. */
export interface RunLog {
  /** @returns `undefined` when there is no such run, or none any more */
  read(id: RunId): Promise<Run | undefined>;
  /** The digest's last `count` posted runs before this slot, oldest first: the last one is the baseline, all are the chart. */
  posted(digestId: DigestId, beforeSlot: number, count: number): Promise<readonly PostedRun[]>;
  /** The digest's last `count` runs of every state, newest first. */
  log(digestId: DigestId, count: number): Promise<readonly Run[]>;
  /** The latest run of each digest that isn't waiting or under way any more; digests without one are left out. */
  latest(): Promise<ReadonlyMap<DigestId, Run>>;
  /**
   * Deletes final runs older than the retention, but each digest's last `keep` posted ones, at least 1; then digests that were
   * deleted so long ago, and can't be restored any more. @returns how many runs
   */
  prune(retentionMs: number, keep: number): Promise<number>;
}

/**
 * The runs, kept in the store: one row per digest and slot, which is record and job in one. Each function rejects with
 * `store_unavailable` when the store can't be used.
 */
export interface Runs extends RunWork, UnknownRuns, RunNotices, RunLog {
  /**
   * Adds a run outside the schedule, due at once; its slot is now. Doesn't touch `nextRunAt`. Audited.
   * @returns `undefined` when there is no such digest
   */
  ask(digestId: DigestId, by: Asker): Promise<Run | undefined>;
}

/** Posts of digests that should have come by now. */
export interface OverdueRuns {
  /** 0 when all is in time. */
  readonly count: number;
  /** For how long the oldest of them has been due, milliseconds. */
  readonly lateMs: number;
}
