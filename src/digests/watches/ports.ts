import type { Asker } from '../../followstats/access/rules.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { WatchRule } from '../../followstats/watches/rule.ts';
import type { Met, WatchState } from '../../followstats/watches/step-watch.ts';
import type { Announced, PostOutcome, Restored } from '../ports.ts';
import type { Claim, RunNotices, RunWork, UnknownRuns } from '../run-ports.ts';
import type { Run, RunId, SlackPost } from '../runs.ts';
import type { PauseReason } from '../types.ts';
import type { Watch, WatchId, WatchSpec } from './types.ts';

/** What a watch knows of its accounts. Those that weren't read yet are left out. */
export type WatchStates = ReadonlyMap<AccountId, WatchState>;

/** A watch as it was when it was deleted, and whether it can be restored at this moment. */
export interface DeletedWatch {
  readonly watch: Watch;
  readonly isRestorable: boolean;
}

/** All watches at one moment. */
export interface AllWatches {
  /** By id. */
  readonly readable: readonly Watch[];
  /** By id: those whose spec this version can't read. */
  readonly unreadable: readonly WatchId[];
  /** By id: those that were deleted and can be restored at this moment. */
  readonly restorable: readonly Watch[];
}

/** A watch that its holder may look at. */
export interface HeldWatch {
  readonly watch: Watch;
  /** Goes up by one each time that the watch is taken. */
  readonly token: number;
  readonly states: WatchStates;
  /** When it was taken, Unix milliseconds. */
  readonly at: number;
}

/** What came of a look: what is known of each account now, and what is to get an alert. */
export interface Looked {
  readonly states: WatchStates;
  /** By account; empty: nothing is to get an alert. */
  readonly met: ReadonlyMap<AccountId, Met>;
  /** Look again after so long, milliseconds, sooner than otherwise. */
  readonly againInMs?: number | undefined;
}

/** What became of a look. `lost`: the watch is another's, was changed, paused or deleted meanwhile, and nothing was kept. */
export type LookEnd = 'told' | 'muted' | 'quiet' | 'lost';

/** What an alert says: the rule as it was, and which accounts met it. Kept with it, so that it says the same whenever it is posted. */
export interface AlertContent {
  readonly rule: WatchRule;
  readonly met: ReadonlyMap<AccountId, Met>;
}

/** The first alert of a thread, where it stands. */
export interface ThreadHead {
  readonly run: RunId;
  readonly content: AlertContent;
  readonly post: SlackPost & { readonly ts: string };
  /** The text that it was last changed to; `undefined`: it was never changed. */
  readonly shown: string | undefined;
}

/** Looks at watches, each held by one replica at a time. Rejects with `store_unavailable`. */
export interface WatchLooks {
  /**
   * Takes up to `limit` active watches whose `nextPollAt` has come, or whose holder died, the longest due first: held by a lease
   * from now on, and due again after a quarter of an hour.
   */
  claim(limit: number, leaseMs: number): Promise<readonly HeldWatch[]>;
  /** @returns whether it is still the holder's */
  renew(held: HeldWatch, leaseMs: number): Promise<boolean>;
  /**
   * Keeps what came of a look and gives the watch back, in one transaction; with what is to get an alert it adds the alert's run, due
   * at once, unless the watch is muted. So a process that dies loses no alert and makes none twice.
   */
  finish(held: HeldWatch, looked: Looked): Promise<LookEnd>;
  /** When a watch is next due, or a dead holder's lease lapses, and the clock it is measured by. */
  nextClaim(): Promise<{ readonly at: number | undefined; readonly now: number }>;
  /** Brings the next look at some active watches near: each is due in `inMs`, and not within `gapMs` of the last. Others signalled. */
  bringForward(ids: readonly WatchId[], inMs: number, gapMs: number): Promise<void>;
}

/** The watches, kept in the store, as `Digests` are. Each function rejects with `store_unavailable`. */
export interface Watches extends WatchLooks {
  /**
   * @param states what was read of the accounts for the form: what is met in it gets no alert
   * @param formId the form it comes from: what it made before is edited
   * @returns `full` when there are `MOST_WATCHES`
   */
  create(spec: WatchSpec, by: Asker, states: WatchStates, formId?: string): Promise<Watch | 'full'>;
  /** As `Digests.edit`. With another rule everything that was known of the accounts is forgotten but `states`, and a new thread begins. */
  edit(id: WatchId, spec: WatchSpec, by: Asker, states: WatchStates): Promise<Watch | undefined>;
  /** @returns whether this call paused it */
  pause(id: WatchId, reason: PauseReason, by: Asker | 'system'): Promise<boolean>;
  /** As `Digests.pauseAnew`. */
  pauseAnew(id: WatchId, reason: PauseReason): Promise<boolean>;
  /** Begins anew: what was met while it was paused gets no alert. @returns whether this call resumed it */
  resume(id: WatchId, by: Asker): Promise<boolean>;
  /** @param ms how long from now on; `undefined` ends it. @returns `undefined` when there is no such watch */
  mute(id: WatchId, ms: number | undefined, by: Asker): Promise<Watch | undefined>;
  delete(id: WatchId, by: Asker): Promise<boolean>;
  /** Within ten minutes; as it was, but begins anew. */
  restore(id: WatchId, by: Asker): Promise<Restored>;
  read(id: WatchId): Promise<Watch | undefined>;
  readDeleted(id: WatchId): Promise<DeletedWatch | undefined>;
  all(): Promise<AllWatches>;
  /** What is known of a watch's accounts. */
  states(id: WatchId): Promise<WatchStates>;
}

/** A claim of an alert's run; `digest` is its watch, since the steps of both are the same. */
export type AlertClaim = Claim<Watch>;

/** The alerts: runs of watches, by the same steps as those of digests. Alerts of one watch are claimed one after the other. */
export interface Alerts extends RunWork<Watch>, UnknownRuns, RunNotices<Watch> {
  /** @returns `undefined` when there is no such alert, or this version can't read it */
  content(id: RunId): Promise<AlertContent | undefined>;
  /** The watch's newest alert that begins a thread and was posted; of alerts before its rule or place was changed none. */
  head(id: WatchId): Promise<ThreadHead | undefined>;
  /** Says into whose thread a claimed run goes; `undefined`: it begins one. @returns whether the run is still the holder's */
  join(claim: AlertClaim, head: RunId | undefined): Promise<boolean>;
  /** The message in whose thread an alert stands, or is to stand; `undefined`: in none. */
  threadOf(id: RunId): Promise<string | undefined>;
  /** Keeps what a head was changed to. */
  markShown(head: RunId, shown: string): Promise<void>;
  read(id: RunId): Promise<Run | undefined>;
  /** The latest alert of each watch that isn't waiting or under way any more. */
  latest(): Promise<ReadonlyMap<WatchId, Run>>;
  /** Deletes final runs older than the retention, and then watches that were deleted so long ago. @returns how many runs */
  prune(retentionMs: number, keep: number): Promise<number>;
}

/** An alert before it is rendered. */
export interface AlertPost {
  readonly run: Pick<Run, 'id' | 'slot'>;
  /** Its watch: the steps of alerts are those of digests' runs. */
  readonly digest: Watch;
  readonly content: {
    readonly kind: 'alert';
    readonly alert: AlertContent;
    /** The message whose thread it goes into; `undefined`: it begins one. */
    readonly head: ThreadHead | undefined;
    /** What is known of the watch's accounts by now. */
    readonly states: WatchStates;
  };
}

/** Renders an alert, as `PrepareDigest` renders a post. */
export type PrepareAlert = (post: AlertPost) => Promise<(isStillOurs: () => Promise<boolean>) => Promise<PostOutcome>>;

/** Shows the present state in the message that heads a watch's latest thread; what fails is shown at the next occasion. Never rejects. */
export type ShowHead = (id: WatchId) => Promise<void>;

/** Posts the one line that tells a place of its watch, as `Announce`. Never rejects. */
export type AnnounceWatch = (watch: Watch) => Promise<Announced>;

/** Tries the place of a watch, as `TryChannel`. Rejects when the store fails. */
export type TryPlace = (watch: Watch, by: Asker) => Promise<{ readonly watch: Watch; readonly announced: Announced }>;

/** What a person other than its owner did to a watch. */
export interface OwnersWatchChange {
  readonly kind: 'edit' | 'pause' | 'resume' | 'mute' | 'unmute' | 'delete' | 'restore';
  /** As it is after that. */
  readonly watch: Watch;
  readonly by: PersonId;
}

/** Notifies the watch's owner, as `TellOwner`. */
export type TellWatchOwner = (change: OwnersWatchChange) => void;
