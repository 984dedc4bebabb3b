import type { OnUnheldEnds } from '../digests/delivery/run-rules.ts';
import type { Digests } from '../digests/ports.ts';
import type { OverdueRuns, Runs } from '../digests/run-ports.ts';
import type { Alerts, Watches } from '../digests/watches/ports.ts';
import type { Grants } from '../followstats/access/grants.ts';
import type { KnownAccounts } from '../followstats/accounts/known-accounts.ts';
import type { Audit } from '../followstats/audit/audit.ts';
import type { CountsListener, Events, Hearing } from '../followstats/events/ports.ts';
import type { ExpiringValues } from '../followstats/expiring-values.ts';
import type { JoiningCurves } from '../followstats/history/joining-curve.ts';
import type { Homes } from '../followstats/homes.ts';
import type { LearnedBursts } from '../followstats/learned-bursts.ts';
import type { Links } from '../followstats/links/links.ts';
import type { Lists } from '../followstats/lists/lists.ts';
import type { Snapshots } from '../followstats/reports/snapshots.ts';
import { type Clock, createClock, type Engine, type JobContext } from './clock.ts';
import type { CountsSignal } from './counts-signal.ts';
import { createDigests } from './digests/digests.ts';
import { readOverdue } from './digests/overdue-runs.ts';
import { createRuns } from './digests/runs.ts';
import type { StoreChecks } from './engines/store-checks.ts';
import type { Database } from './schema.ts';
import type { Signal } from './signal.ts';
import { createAudit } from './subjects/audit.ts';
import { createEvents } from './subjects/events.ts';
import { createExpiringValues } from './subjects/expiring-values.ts';
import { createGrants } from './subjects/grants.ts';
import { createHearing } from './subjects/hearing.ts';
import { createHomes } from './subjects/homes.ts';
import { createJoiningCurves } from './subjects/joining-curves.ts';
import { createKnownAccounts } from './subjects/known-accounts.ts';
import { createLearnedBursts } from './subjects/learned-bursts.ts';
import { leasePermits } from './subjects/lease-permits.ts';
import { createLinks } from './subjects/links.ts';
import { createLists } from './subjects/lists.ts';
import { createSnapshots } from './subjects/snapshots.ts';
import { createUnheldEnds } from './unheld-ends.ts';
import { createAlerts } from './watches/alerts.ts';
import { createWatches } from './watches/watches.ts';

/**
 * The app's memory. Every method rejects once it is closed, and with the `AppError` `store_unavailable` when the database
 * fails.
 */
export interface Store extends StoreChecks {
  readonly grants: Grants;
  readonly audit: Audit;
  readonly links: Links;
  readonly lists: Lists;
  readonly snapshots: Snapshots;
  readonly knownAccounts: KnownAccounts;
  readonly expiringValues: ExpiringValues;
  readonly digests: Digests;
  readonly runs: Runs;
  /** Runs of digests that end without a holder. */
  readonly onRunsEnded: OnUnheldEnds;
  /** Which posts of digests should have come by now. */
  overdueRuns(): Promise<OverdueRuns>;
  readonly watches: Watches;
  /** The runs of watches. */
  readonly alerts: Alerts;
  /** The same of alerts. */
  readonly onAlertsEnded: OnUnheldEnds;
  /**
   * Calls the listener when a person or an event has made a slot, a look of a watch or an alert come nearer, here or on another replica, and when such a call may have
   * been lost. Some calls come twice, and one that is lost costs no more than the wait until the next slot is looked for.
   * @returns ends it
   */
  onDigestsChanged(listener: () => void): () => void;
  readonly homes: Homes;
  readonly events: Events;
  readonly hearing: Hearing;
  readonly joiningCurves: JoiningCurves;
  /**
   * Calls the listener after events were recorded, here or on another replica, with the accounts whose counts they changed; with
   * `'all'` when such a call may have been lost, or would have named too many. Some calls come twice.
   * @returns ends it
   */
  onCountsChanged(listener: CountsListener): () => void;
  /**
   * Calls the listener after a change that people see was written, here or on another replica: one that a person made, a run that
   * ended, a slot that was planned. Also when such a call may have been lost, and some calls come twice.
   * @returns ends it
   */
  onChanged(listener: () => void): () => void;
  readonly learnedBursts: LearnedBursts;
  /** Shares of a Chat command's budget, which all replicas have together; absent where there can be but one process. */
  readonly leasePermits: ((command: string, callsPerSecond: number) => ReturnType<typeof leasePermits>) | undefined;
  /** Safe to call twice. */
  close(): Promise<void>;
}

interface Parts {
  /** Its tables are up to date; see `migrate`. */
  readonly db: Database;
  readonly engine: Engine;
  /** Unix milliseconds; stands in for the database's own clock. */
  readonly now: (() => number) | undefined;
  /** Closed with the store, as `changes` is. */
  readonly signal: Signal;
  readonly changes: Signal;
  readonly counts: CountsSignal;
  /** By which replicas lease permits, milliseconds and parts of them; absent where there can be but one process. */
  readonly permitClock?: Clock | undefined;
  /** From one look at a watch to the next, milliseconds; absent: a quarter of an hour. */
  readonly watchPollMs?: number | undefined;
  readonly checks: StoreChecks;
  /** Closes the database; called after the signals are closed, each time that the store is. */
  readonly close: () => Promise<void>;
}

/** Puts the repositories together over a database. */
export function composeStore(parts: Parts): Store {
  const { db, engine, now, signal, changes, counts, permitClock, watchPollMs, checks, close } = parts;
  const context: JobContext = { db, clock: createClock(engine, now), engine, onChanged: changes.notify };
  const runsEnded = createUnheldEnds();
  const alertsEnded = createUnheldEnds();
  const ofDigests = { ...context, onUnheld: runsEnded.tell };
  const ofWatches = { ...context, onUnheld: alertsEnded.tell };
  return {
    grants: createGrants(context),
    audit: createAudit(context),
    links: createLinks(context),
    lists: createLists(context),
    snapshots: createSnapshots(context),
    knownAccounts: createKnownAccounts(context),
    expiringValues: createExpiringValues(context),
    digests: createDigests(ofDigests, signal),
    runs: createRuns(ofDigests, signal),
    onRunsEnded: runsEnded.on,
    overdueRuns: () => readOverdue(context),
    watches: createWatches(ofWatches, signal, watchPollMs),
    alerts: createAlerts(ofWatches, signal),
    onAlertsEnded: alertsEnded.on,
    onDigestsChanged: signal.on,
    homes: createHomes(context),
    events: createEvents(context, counts),
    hearing: createHearing(context),
    joiningCurves: createJoiningCurves(context),
    onCountsChanged: counts.on,
    onChanged: changes.on,
    learnedBursts: createLearnedBursts(db),
    leasePermits:
      permitClock &&
      ((command, callsPerSecond) => leasePermits({ db, engine, clock: permitClock }, command, callsPerSecond)),
    ...checks,
    async close() {
      await Promise.all([signal.close(), changes.close(), counts.close()]);
      await close();
    },
  };
}
