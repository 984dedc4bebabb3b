import type { Authorize } from '../followstats/access/authorize.ts';
import type { Lists } from '../followstats/lists/lists.ts';
import type { Resolve } from '../followstats/reports/resolve.ts';
import type { Snapshots } from '../followstats/reports/snapshots.ts';
import type { LookupMany } from '../followstats/types.ts';
import type { Timers } from '../timers.ts';
import { createChannelThrottle } from './delivery/channel-throttle.ts';
import { createNotifyOwners, type NoticeOutcome } from './delivery/notify-owners.ts';
import { createPlanner, type Planner } from './delivery/planner.ts';
import { createResolveUnknown } from './delivery/resolve-unknown.ts';
import type { OnUnheldEnds, UnheldEnd } from './delivery/run-rules.ts';
import { createRunSlot, type SlotEnd } from './delivery/run-slot.ts';
import type { DigestWake, FindPost, MayPointTo, NotifyOwner } from './ports.ts';
import type { Run } from './runs.ts';
import { createCheckWatchForm } from './watches/check-watch-form.ts';
import { createLookAtWatch, type WatchLook } from './watches/look-at-watch.ts';
import type { AlertClaim, Alerts, HeldWatch, PrepareAlert, ShowHead, TryPlace, Watches } from './watches/ports.ts';
import { createPrepareAlert } from './watches/prepare-alert.ts';
import { createReadAccounts } from './watches/read-accounts.ts';
import { createSaveWatch } from './watches/save-watch.ts';
import type { Watch, WatchId } from './watches/types.ts';
import { createWatchWake, type OnCountsChanged } from './watches/wake-watches.ts';

interface WatchStore {
  readonly watches: Watches;
  readonly alerts: Alerts;
  readonly lists: Pick<Lists, 'read' | 'all'>;
  readonly snapshots: Pick<Snapshots, 'firstSince'>;
}

interface Options {
  readonly store: WatchStore;
  readonly lookup: LookupMany;
  readonly resolve: Resolve;
  readonly authorize: Authorize;
  readonly mayPointTo: MayPointTo;
  readonly tryPlace: TryPlace;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly timers: Pick<Timers, 'timeout'>;
}

/** Puts the parts together that the forms and buttons of watches need. */
export function composeWatches({ store, lookup, resolve, authorize, mayPointTo, tryPlace, now, timers }: Options) {
  const { watches, alerts, lists, snapshots } = store;
  const readAccounts = createReadAccounts({ lookup, snapshots, now });
  return {
    checkWatchForm: createCheckWatchForm({ resolve, lists, watches, mayPointTo }),
    saveWatch: createSaveWatch({ watches, readAccounts, tryPlace, timers }),
    resolveUnknownAlert: createResolveUnknown<Watch>({
      read: (id) => watches.read(id as WatchId),
      audit: { detail: 'watch', actions: { arrived: 'watch-arrived', again: 'watch-post-again' } },
      ...{ runs: alerts, authorize, mayPointTo, now },
    }),
  };
}

/** What an operator should be able to read of watches, and what is counted of their alerts. */
export interface WatchEvents {
  /** A look is over. `ms`: how long it took. */
  onLook(held: HeldWatch, look: WatchLook, ms: number): void;
  /** A holder is done with an alert: its state says what came of it. */
  onAlert(claim: AlertClaim, end: SlotEnd, ms: number): void;
  /** Holders died while they posted. */
  onAbandoned(runs: readonly Run[]): void;
  /** Alerts ended without a holder; at least one. */
  onUnheld(ends: readonly UnheldEnd[]): void;
  /** What became of an owner's notice, or of the alert that it would have been about. */
  onNotified(run: Run, outcome: NoticeOutcome): void;
  /** The store fails, or a bug shows. `about`: the alert or the watch that was being worked on. */
  onError(error: unknown, about?: { readonly alert?: string; readonly watch?: string }): void;
}

interface DeliveryOptions {
  readonly store: WatchStore & { readonly onAlertsEnded: OnUnheldEnds };
  readonly lookup: LookupMany;
  readonly prepareAlert: PrepareAlert;
  readonly showHead: ShowHead;
  readonly findPost: FindPost;
  readonly notifyOwner: NotifyOwner<Watch>;
  readonly onCountsChanged: OnCountsChanged;
  readonly wakes: readonly DigestWake[];
  readonly events: WatchEvents;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Milliseconds of a clock that nothing sets back. */
  readonly monotonic: () => number;
  readonly timers: Timers;
  /** As `createPlanner` has it. */
  readonly idleWaitMs?: number | undefined;
}

/** Slack takes about one post a second in a channel. */
const POST_GAP_MS = 1000;

/**
 * Puts the parts together that look at watches and deliver their alerts: two loops of the same kind as that of digests, one over
 * the watches that are due, one over the alerts, and what brings looks near when counts change.
 */
export function composeWatchDelivery(options: DeliveryOptions): Planner {
  const { store, lookup, prepareAlert, showHead, findPost, notifyOwner, onCountsChanged, wakes, events } = options;
  const { now, monotonic, timers, idleWaitMs } = options;
  const { watches, alerts, lists, snapshots } = store;
  store.onAlertsEnded(events.onUnheld);
  const common = { wakes, now: monotonic, timers, idleWaitMs };

  const looks = createPlanner<HeldWatch, WatchLook>({
    ...common,
    digests: NOTHING_PLANNED,
    runs: { ...watches, abandon: async () => [] },
    runSlot: createLookAtWatch({
      ...{ watches, lists, showHead, timers },
      readAccounts: createReadAccounts({ lookup, snapshots, now }),
    }),
    notifyOwners: async () => {},
    onRun: events.onLook,
    onAbandoned: () => {},
    onError: (error, held) => events.onError(error, held && { watch: held.watch.id }),
  });

  const deliver = createRunSlot({
    runs: alerts,
    preparePost: createPrepareAlert({ watches, alerts }),
    prepareDigest: prepareAlert,
    throttle: createChannelThrottle({ gapMs: POST_GAP_MS, now: monotonic, timers }),
    onError: (error, { run }) => events.onError(error, { alert: run.id }),
    now: monotonic,
    timers,
  });
  const delivery = createPlanner<AlertClaim, SlotEnd>({
    ...common,
    digests: NOTHING_PLANNED,
    runs: alerts,
    async runSlot(claim, halt) {
      const end = await deliver(claim, halt);
      // What was alerted since is the head's present state.
      if (end.state === 'posted' && !halt.aborted) await showHead(claim.digest.id);
      return end;
    },
    notifyOwners: createNotifyOwners<Watch>({
      ...{ runs: alerts, findPost, notifyOwner },
      onNotified: events.onNotified,
      onError: (error, run) => events.onError(error, { alert: run.id }),
    }),
    onRun: events.onAlert,
    onAbandoned: events.onAbandoned,
    onError: (error, claim) => events.onError(error, claim && { alert: claim.run.id }),
  });

  const wake = createWatchWake({ watches, lists, onCountsChanged, onError: (error) => events.onError(error), timers });

  return {
    start() {
      wake.start();
      looks.start();
      delivery.start();
    },
    async stop() {
      await Promise.all([wake.stop(), looks.stop(), delivery.stop()]);
    },
    async settled() {
      // What a look finds becomes an alert.
      await looks.settled();
      await delivery.settled();
    },
  };
}

/** Looks and alerts are rows already: nothing is planned. */
const NOTHING_PLANNED = {
  plan: async () => 0,
  nextPlan: async () => ({ at: undefined, now: 0 }),
};
