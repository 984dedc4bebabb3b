import type { Logger } from './logger.ts';
import { createRecorder, type Recorder } from './lookup/recorder.ts';
import { createHousekeeping } from './ops/housekeeping.ts';
import type { Store } from './store/compose.ts';

const HOUR_MS = 60 * 60_000;
/** Over a year of each digest's log, and its last posts however old: more than a chart looks back at. */
const RUNS_KEPT = { retentionMs: 400 * 24 * HOUR_MS, posts: 30 };

/** By then readings reach as far back as any history. */
const CURVES_KEPT_MS = 730 * 24 * HOUR_MS;

interface Options {
  readonly store: Pick<
    Store,
    'alerts' | 'audit' | 'events' | 'expiringValues' | 'hearing' | 'joiningCurves' | 'homes' | 'runs' | 'snapshots'
  >;
  /** How long entries of the audit log are kept, milliseconds. */
  readonly auditRetentionMs: number;
  /** The same of follow events. */
  readonly eventRetentionMs: number;
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
  /** As `createRecorder` has it. */
  readonly gatheredMs: number | undefined;
  readonly log: Logger;
  /** Takes what has to be stopped before the store is closed. */
  readonly parts: AsyncDisposableStack;
}

/** Starts what looks after an open store, and drops what has become too old. @returns what records the counts in it */
export function startStoreUpkeep(options: Options): Recorder {
  const { store, auditRetentionMs, eventRetentionMs, monotonic, gatheredMs, log, parts } = options;
  const recorder = createRecorder({
    snapshots: store.snapshots,
    now: monotonic,
    gatheredMs,
    onError: (error, lost) => log.error({ err: error, lost }, 'counts were not recorded; deltas will lack them'),
  });
  parts.defer(() => recorder.drain());

  const daily = {
    audit: () => store.audit.prune(auditRetentionMs),
    snapshots: store.snapshots.thin,
    events: () => store.events.prune(eventRetentionMs),
    hearing: () => store.hearing.prune(eventRetentionMs),
    joiningCurves: () => store.joiningCurves.prune(CURVES_KEPT_MS),
    runs: () => store.runs.prune(RUNS_KEPT.retentionMs, RUNS_KEPT.posts),
    alerts: () => store.alerts.prune(RUNS_KEPT.retentionMs, RUNS_KEPT.posts),
  };
  // A row for each of Slack's requests, of use for minutes; one for each person who opens their Home, of use for a day.
  const hourly = { expiringValues: store.expiringValues.prune, homes: store.homes.prune };
  const housekeeping = [
    createHousekeeping({ tasks: daily, everyMs: 24 * HOUR_MS, log }),
    createHousekeeping({ tasks: hourly, everyMs: HOUR_MS, log }),
  ];
  parts.defer(async () => {
    await Promise.all(housekeeping.map((one) => one.stop()));
  });
  for (const one of housekeeping) one.start();
  return recorder;
}
