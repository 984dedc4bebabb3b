import type { Config } from './config.ts';
import type { Logger } from './logger.ts';
import type { Recorder } from './lookup/recorder.ts';
import type { StoreWatch } from './ops/store-watch.ts';
import type { Store, StoreOptions } from './store/open.ts';
import { openPatiently } from './store/open-patiently.ts';
import { startStoreUpkeep } from './store-upkeep.ts';

interface Options {
  readonly config: Pick<Config, 'store' | 'auditRetentionMs' | 'eventRetentionMs'>;
  /** Unix milliseconds; absent: the database's own clock. */
  readonly now: (() => number) | undefined;
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
  readonly storeWatch: StoreWatch;
  /** As `createRecorder` has it. */
  readonly gatheredMs: number | undefined;
  /** Absent: nothing is timed. */
  readonly onOperation: StoreOptions['onOperation'];
  readonly log: Logger;
  /** Aborts when the app stops. */
  readonly signal: AbortSignal;
  /** Takes what has to be stopped before the store is closed, and its closing. */
  readonly parts: AsyncDisposableStack;
}

/**
 * Opens the store and starts what looks after it: the watch, and its upkeep.
 * @throws {ConfigError} as `openStore`; the signal's reason when it aborts
 */
export async function openAppStore(options: Options): Promise<{ readonly store: Store; readonly recorder: Recorder }> {
  const { config, now, monotonic, storeWatch, gatheredMs, onOperation, log, signal, parts } = options;
  signal.throwIfAborted();
  const opening = openPatiently(
    { ...config.store, now, onFailure: storeWatch.failed, onOperation },
    {
      signal,
      onWait: (reason, waitMs) => log.warn({ reason, waitMs }, 'the store cannot be opened; trying again'),
    },
  );
  // Before it is open, so that a stop meanwhile closes it. A failure to open it is reported by the start.
  parts.defer(async () => (await opening.catch(() => undefined))?.close());
  const store = await opening;
  signal.throwIfAborted();

  parts.defer(() => storeWatch.stop());
  await storeWatch.start(store);
  signal.throwIfAborted();

  return { store, recorder: startStoreUpkeep({ ...config, store, monotonic, gatheredMs, log, parts }) };
}
