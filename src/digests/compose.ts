import type { Authorize } from '../followstats/access/authorize.ts';
import type { Lists } from '../followstats/lists/lists.ts';
import type { FindMissing } from '../followstats/missing-accounts.ts';
import type { Resolve } from '../followstats/reports/resolve.ts';
import type { Snapshots } from '../followstats/reports/snapshots.ts';
import type { LookupMany } from '../followstats/types.ts';
import type { Timers } from '../timers.ts';
import { createChannelThrottle } from './delivery/channel-throttle.ts';
import { createNotifyOwners, type NoticeOutcome } from './delivery/notify-owners.ts';
import { createPlanner, type Planner } from './delivery/planner.ts';
import { createPreparePost } from './delivery/prepare-post.ts';
import { createResolveUnknown } from './delivery/resolve-unknown.ts';
import type { OnUnheldEnds, UnheldEnd } from './delivery/run-rules.ts';
import { createRunSlot, type SlotEnd } from './delivery/run-slot.ts';
import { createCheckForm } from './form/check-form.ts';
import { createSaveDigest } from './form/save-digest.ts';
import type { Digests, DigestWake, FindPost, MayPointTo, NotifyOwner, PrepareDigest, TryChannel } from './ports.ts';
import { createDraftReport, type DraftReport } from './report/draft-report.ts';
import { createRebuildReport } from './report/rebuild-report.ts';
import type { Claim, Runs } from './run-ports.ts';
import type { Run } from './runs.ts';
import type { DigestId } from './types.ts';

interface Options {
  readonly store: {
    readonly digests: Digests;
    readonly runs: Runs;
    readonly lists: Pick<Lists, 'read' | 'all'>;
    readonly snapshots: Pick<Snapshots, 'before'>;
  };
  readonly lookup: LookupMany;
  readonly resolve: Resolve;
  readonly authorize: Authorize;
  readonly mayPointTo: MayPointTo;
  readonly tryChannel: TryChannel;
  readonly findMissing: FindMissing;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Puts the parts together that the forms and buttons of digests need; the delivery shares `draftReport` with them. */
export function composeDigests({ store, lookup, resolve, authorize, mayPointTo, now, ...ports }: Options) {
  const { digests, runs, lists, snapshots } = store;
  return {
    resolveUnknown: createResolveUnknown({
      read: (id) => digests.read(id as DigestId),
      audit: { detail: 'digest', actions: { arrived: 'digest-arrived', again: 'digest-post-again' } },
      ...{ runs, authorize, mayPointTo, now },
    }),
    checkForm: createCheckForm({ resolve, lists, digests, mayPointTo }),
    saveDigest: createSaveDigest({ digests, lists, ...ports }),
    draftReport: createDraftReport({ lists, runs, snapshots, lookup }),
    rebuildReport: createRebuildReport({ runs, snapshots }),
  };
}

/** What an operator should be able to read of the delivery. */
export interface DigestEvents {
  /** A holder is done with a run. `ms`: how long it had it. */
  onRun(claim: Claim, end: SlotEnd, ms: number): void;
  /** Holders died while they posted. */
  onAbandoned(runs: readonly Run[]): void;
  /** Runs ended without a holder; at least one. */
  onUnheld(ends: readonly UnheldEnd[]): void;
  /** What became of an owner's notice, or of the post that it would have been about. */
  onNotified(run: Run, outcome: NoticeOutcome): void;
  /** The store fails, or a bug shows. `run`: what was being worked on. */
  onError(error: unknown, run?: Run): void;
}

interface DeliveryOptions {
  readonly digests: Digests;
  readonly runs: Runs;
  readonly onRunsEnded: OnUnheldEnds;
  readonly draftReport: DraftReport;
  readonly prepareDigest: PrepareDigest;
  readonly findPost: FindPost;
  readonly notifyOwner: NotifyOwner;
  readonly wakes: readonly DigestWake[];
  readonly events: DigestEvents;
  /** Milliseconds of a clock that nothing sets back. */
  readonly now: () => number;
  readonly timers: Timers;
  /** As `createPlanner` has it. */
  readonly idleWaitMs?: number | undefined;
}

/** Slack takes about one post a second in a channel. */
const POST_GAP_MS = 1000;

/** Puts the parts together that deliver digests. */
export function composeDelivery({
  digests,
  runs,
  onRunsEnded,
  draftReport,
  events,
  ...ports
}: DeliveryOptions): Planner {
  const { prepareDigest, findPost, notifyOwner, wakes, now, timers, idleWaitMs } = ports;
  const { onRun, onAbandoned, onNotified, onError } = events;
  // Deleting a digest ends runs, too, so that this holds for as long as the store is open, not only while the planner runs.
  onRunsEnded(events.onUnheld);
  const runSlot = createRunSlot({
    runs,
    preparePost: createPreparePost(draftReport),
    prepareDigest,
    throttle: createChannelThrottle({ gapMs: POST_GAP_MS, now, timers }),
    onError: (error, { run }) => onError(error, run),
    now,
    timers,
  });
  const notifyOwners = createNotifyOwners({ runs, findPost, notifyOwner, onNotified, onError });
  return createPlanner({
    digests,
    runs,
    runSlot,
    notifyOwners,
    wakes,
    onRun,
    onAbandoned,
    onError: (error, claim) => onError(error, claim?.run),
    now,
    timers,
    idleWaitMs,
  });
}
