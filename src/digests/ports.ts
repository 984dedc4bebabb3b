import type { Asker } from '../followstats/access/rules.ts';
import type { ChannelId, PersonId } from '../followstats/ids.ts';
import type { PermanentError } from './delivery/permanent-errors.ts';
import type { DigestChart } from './report/digest-chart.ts';
import type { DigestReport } from './report/digest-report.ts';
import type { Run, RunIn, RunReason, SlackPost } from './runs.ts';
import type { Digest, DigestId, DigestSpec, PauseReason, Unrecognized } from './types.ts';

/**
 * How an attempt to restore a digest ended. `present`: it wasn't deleted. `too-late`: it was deleted too long ago. `absent`:
 * there is no such digest, or this version can't read it.
 */
export type Restored = 'restored' | 'present' | 'too-late' | 'absent';

/** A digest as it was when it was deleted. */
export interface DeletedDigest {
  readonly digest: Digest;
  /** Whether it can be restored at this moment. */
  readonly isRestorable: boolean;
}

/** All digests at one moment. */
export interface AllDigests {
  /** By id. */
  readonly readable: readonly Digest[];
  /** By id: those whose spec this version can't read, since another version or a person by hand wrote it. */
  readonly unreadable: readonly DigestId[];
  /** By id: those that were deleted and can be restored at this moment. */
  readonly restorable: readonly Digest[];
}

/**
 * The digests, kept in the store. Every change is one transaction, and those by a person are audited in it. All instants
 * are of the store's clock (the database's, where there is one), which alone decides what is due.
 * Each function rejects with `store_unavailable` when the store can't be used.
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
  /**
   * Puts another reason in place of the one for which the app itself paused it, and leaves alone what a person paused.
   * @returns whether it is paused for this reason now; `false` when it isn't paused, a person paused it, or it is gone
   */
  pauseAnew(id: DigestId, reason: PauseReason): Promise<boolean>;
  /**
   * Its runs stay in the log until they are pruned; those that are `due` become `skipped`, `digest-stopped`.
   * @returns whether this call deleted it
   */
  delete(id: DigestId, by: Asker): Promise<boolean>;
  /**
   * Takes a deletion back, within `RESTORABLE_MS`: active or paused as it was, `nextRunAt` the first slot after now, so that
   * nothing is made up for.
   */
  restore(id: DigestId, by: Asker): Promise<Restored>;
  /** @returns `undefined` when there is no such digest, or this version can't read it */
  read(id: DigestId): Promise<Digest | undefined>;
  /** @returns `undefined` when it wasn't deleted, is forgotten by now, or this version can't read it */
  readDeleted(id: DigestId): Promise<DeletedDigest | undefined>;
  all(): Promise<AllDigests>;
  /**
   * Plans what is due, in one transaction: takes up to `limit` active digests whose `nextRunAt` has come, the longest due
   * first, leaving out those that another replica holds at this moment (`FOR UPDATE SKIP LOCKED`); asks `planSlots` about
   * each; adds its runs (`due`, and `missed` with `down`), leaving alone a run that is there already; and sets `nextRunAt`,
   * never backwards. Where a slot becomes due, the digest's earlier runs that `isOvertaken` become `missed`, `down`. A digest
   * that can't be read is paused, `unreadable`, and holds up no other.
   * @returns how many digests were taken: planned again at once until it is 0, since a digest that was down for long
   * takes several plans
   */
  plan(limit: number): Promise<number>;
  /** The earliest `nextRunAt` of an active digest, and the clock it is measured by: when to wake. */
  nextPlan(): Promise<{ readonly at: number | undefined; readonly now: number }>;
}

/** Calls the listener when a slot may have come nearer, or the clock has been moved. @returns ends the listening */
export type DigestWake = (listener: () => void) => () => void;

/** What a slot's post says, before it is rendered. */
export interface DigestPost {
  readonly run: Pick<Run, 'id' | 'slot' | 'origin' | 'attempts' | 'firstTriedAt' | 'changedAt'>;
  readonly digest: Digest;
  readonly content:
    | {
        readonly kind: 'report';
        readonly report: DigestReport;
        readonly chart: DigestChart | undefined;
        readonly isLate: boolean;
        readonly missedBefore: number;
      }
    /** `since`: when the last post was, Unix milliseconds. `accounts`: how many it has, and `read`: how many could be read. */
    | { readonly kind: 'sign-of-life'; readonly since: number; readonly accounts: number; readonly read: number };
}

/** How the one call to Slack ended. Of all but `posted` and `no-answer` it is sure that nothing was posted. */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly channelId: ChannelId; readonly ts: string }
  /** Slack rejected the post: its own error code. */
  | { readonly kind: 'rejected'; readonly code: string }
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  /** No connection came about. */
  | { readonly kind: 'unreachable' }
  /** Slack may have taken the post. */
  | { readonly kind: 'no-answer' };

/**
 * Renders a post without sending anything.
 * @returns sends it: called once, and never after a wait of unknown length. Slack may reject a rendering, which posts
 *   nothing, and the next is sent if `isStillOurs` then; when it isn't, the rejection is the outcome. The sending never rejects
 * @param now Unix milliseconds, by the store's clock
 */
export type PrepareDigest = (
  post: DigestPost,
  now: () => number,
) => Promise<(isStillOurs: () => Promise<boolean>) => Promise<PostOutcome>>;

/**
 * Whether the post of a run is in its channel. `no-way`: the app may not look there, and waiting doesn't change that. `rate-limited`:
 * Slack takes no such call before `retryAfterMs`, milliseconds, have passed.
 */
export type FoundPost =
  | { readonly kind: 'found'; readonly post: SlackPost }
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  | { readonly kind: 'not-there' | 'no-way' | 'no-answer' };

/** Looks for the post of a run that may have been posted: between `firstTriedAt`, else its slot, and `changedAt`. Never rejects. */
export type FindPost = (
  run: Pick<Run, 'id' | 'slot' | 'firstTriedAt' | 'changedAt'>,
  digest: Pick<Digest, 'channelId'>,
) => Promise<FoundPost>;

/** What an owner has to know of a run. `Of`: whose it is. */
export type OwnerNotice<Of = Digest> = { readonly digest: Of; readonly run: RunIn<'failed' | 'unknown'> } & (
  | { readonly kind: 'failed'; readonly reason: RunReason | Unrecognized }
  /** The failure paused the digest. */
  | { readonly kind: 'paused'; readonly reason: PauseReason }
  /** Asks whether the post arrived. */
  | { readonly kind: 'unknown' }
);

/**
 * Notifies the digest's owner in a direct message.
 * @returns `told` once the message is sent; `later` when it may work another time; `never` when the owner can't be reached.
 *   Never rejects
 */
export type NotifyOwner<Of = Digest> = (notice: OwnerNotice<Of>) => Promise<'told' | 'later' | 'never'>;

/** How a channel took the line that announces a digest. */
export type Announced =
  | { readonly kind: 'posted' }
  /** No waiting mends it. */
  | { readonly kind: 'refused'; readonly reason: PermanentError }
  /** It isn't known whether the channel takes posts. `reason`: Slack's code, or the kind of failure. */
  | { readonly kind: 'failed'; readonly reason: string };

/** `arrival`: the channel gets this digest from now on. `change`: it got it before, and it is different now. */
export type Announcement = 'arrival' | 'change';

/**
 * Posts the one line that tells a channel of its digest, and so finds out whether the app may post there. The digest's
 * `nextRunAt` is in it. Never rejects.
 */
export type Announce = (digest: Digest, announcement: Announcement) => Promise<Announced>;

/** What came of trying a digest's channel. */
export interface ChannelTry {
  /** As it is after that. */
  readonly digest: Digest;
  readonly announced: Announced;
}

/** Tries the channel of a digest. Rejects when the store fails. */
export type TryChannel = (digest: Digest, announcement: Announcement, by: Asker) => Promise<ChannelTry>;

/** What a person other than its owner did to a digest. */
export interface OwnersChange {
  readonly kind: 'edit' | 'pause' | 'resume' | 'delete' | 'restore';
  /** As it is after that. */
  readonly digest: Digest;
  readonly by: PersonId;
}

/** Notifies the digest's owner in a direct message, once; what fails is logged. Returns at once, and never throws. */
export type TellOwner = (change: OwnersChange) => void;

/**
 * Why a person may not point a digest at a conversation. `not-yours`: they aren't in it. `not-found`: the app can't see it.
 * `missing-scope`: the app may not look. `no-answer`: Slack didn't say, or not in time. Where it isn't known the answer is no.
 */
export type PlaceFault = 'not-yours' | 'not-found' | 'missing-scope' | 'no-answer';

/**
 * Decides whether a person may have digests posted to a conversation, a Slack id of a channel, a direct message or a person: a public
 * channel, for full members of the workspace; a private one, or any for guests, when they are in it; direct messages, when
 * they are their own with the app. Never rejects, and takes two seconds at most.
 * @returns `undefined` when they may
 */
export type MayPointTo = (personId: PersonId, channelId: ChannelId) => Promise<PlaceFault | undefined>;
