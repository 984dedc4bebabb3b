import type { Config } from './config.ts';
import type { Logger } from './logger.ts';
import { createRecorder, type Recorder } from './lookup/recorder.ts';
import { createHousekeeping } from './ops/housekeeping.ts';
import type { StoreWatch } from './ops/store-watch.ts';
import type { Store } from './store/open.ts';
import { openPatiently } from './store/open-patiently.ts';

const HOUR_MS = 60 * 60_000;
/** Over a year of each digest's log, and its last posts however old: more than a chart looks back at. */
const RUNS_KEPT = { retentionMs: 400 * 24 * HOUR_MS, posts: 30 };

interface Options {
  readonly config: Pick<Config, 'store' | 'auditRetentionMs'>;
  /** Unix milliseconds; absent: the database's own clock. */
  readonly now: (() => number) | undefined;
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
  readonly storeWatch: StoreWatch;
  readonly log: Logger;
  /** Aborts when the app stops. */
  readonly signal: AbortSignal;
  /** Takes what has to be stopped before the store is closed, and its closing. */
  readonly parts: AsyncDisposableStack;
}

/**
 * Opens the store and starts what looks after it: the watch, the recorder of counts and the housekeeping.
 * @throws {ConfigError} as `openStore`; the signal's reason when it aborts
 */
export async function openAppStore(options: Options): Promise<{ readonly store: Store; readonly recorder: Recorder }> {
  const { config, now, monotonic, storeWatch, log, signal, parts } = options;
  signal.throwIfAborted();
  const opening = openPatiently(
    { ...config.store, now, onFailure: storeWatch.failed },
    {
      signal,
      onWait: (reason, waitMs) => log.warn({ reason, waitMs }, 'the store cannot be opened; trying again'),
    },
  );
  // Before it is open, so that a stop meanwhile closes it. A failure to open it is reported by the start.
  parts.defer(async () => (await opening.catch(() => undefined))?.close());
  const store = await opening;
  signal.throwIfAborted();

  const recorder = createRecorder({
    snapshots: store.snapshots,
    now: monotonic,
    onError: (error, lost) => log.error({ err: error, lost }, 'counts were not recorded; deltas will lack them'),
  });
  parts.defer(() => recorder.drain());
  parts.defer(() => storeWatch.stop());
  await storeWatch.start(store);
  signal.throwIfAborted();

  const daily = {
    audit: () => store.audit.prune(config.auditRetentionMs),
    snapshots: store.snapshots.thin,
    runs: () => store.runs.prune(RUNS_KEPT.retentionMs, RUNS_KEPT.posts),
  };
  // A row for each of Slack's requests, of use for minutes.
  const hourly = { expiringValues: store.expiringValues.prune };
  const housekeeping = [
    createHousekeeping({ tasks: daily, everyMs: 24 * HOUR_MS, log }),
    createHousekeeping({ tasks: hourly, everyMs: HOUR_MS, log }),
  ];
  parts.defer(async () => {
    await Promise.all(housekeeping.map((one) => one.stop()));
  });
  for (const one of housekeeping) one.start();
  return { store, recorder };
}
