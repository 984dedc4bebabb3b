import type { DestinationStream } from 'pino';
import type { ComposeSeams } from './compose/seams.ts';
import { type ComposedApp, composeApp } from './compose.ts';
import { secretsOf } from './config/secrets-of.ts';
import type { Config } from './config.ts';
import { type ConfigError, ListenError } from './errors.ts';
import { createLogger, type Logger } from './logger.ts';
import { openAppStore } from './open-app-store.ts';
import { healthRoutes } from './ops/health.ts';
import { createHttpServer, type HttpServer } from './ops/http/http-server.ts';
import { type WebhookCounts, webhookRoute } from './ops/http/webhook-route.ts';
import { createMetrics } from './ops/metrics/metrics.ts';
import { createMetricsServer } from './ops/metrics/metrics-server.ts';
import { createShutdown } from './ops/shutdown.ts';
import { createStoreWatch, type WatchTimes } from './ops/store-watch.ts';
import { eventsRoutes } from './slack/connection/events-route.ts';
import { createDispatcher } from './tencent/pool.ts';
import { createWebhookReader, MOST_WEBHOOK_BYTES, WEBHOOK_ANSWER } from './tencent/webhook.ts';

/** What a test may replace. Nothing else in the app is swappable. */
export interface Seams extends ComposeSeams {
  /** How often the store is checked. */
  readonly storeWatch?: Partial<WatchTimes>;
  /** Milliseconds of a clock that nothing sets back; goes on by as much as `now` when that is moved by hand. */
  readonly monotonic?: () => number;
  readonly logDestination?: DestinationStream;
}

/** The whole app, not yet started. */
export interface App {
  readonly log: Logger;
  /**
   * Resolves with its ports once Slack can reach the app.
   * @throws {ConfigError} when Slack rejects a token, or the store can't be used as configured; `ListenError` when a port can't be
   *   had; a plain error when `stop` comes first
   */
  start(): Promise<{ readonly port: number; readonly metricsPort: number | undefined }>;
  /** Resolves when Slack has rejected a token for good while the app ran: all that is left is to stop. Never rejects. */
  readonly tokenRejected: Promise<ConfigError>;
  /**
   * Returns when the next slot of a digest is due, Unix milliseconds; `undefined` when none is, and before the app has started.
   * Rejects with the `AppError` `store_unavailable` when the store can't be read.
   */
  nextSlot(): Promise<number | undefined>;
  /** Resolves once all slots that are due have been worked on, as `Planner` has it; at once before the app has started. Never rejects. */
  slotsSettled(): Promise<void>;
  /** How many of Chat's webhooks came to what, since the app was made. */
  readonly webhookCounts: ReadonlyMap<string, number>;
  /**
   * Takes no more work, finishes what runs, and closes everything; resolves when that is done, after `graceMs` milliseconds at
   * the latest. Safe to call twice and during `start`. Never rejects.
   */
  stop(graceMs?: number): Promise<void>;
}

/** SIGTERM to exit, as product.md promises; orchestrators kill after 30 s. */
const GRACE_MS = 20_000;

/**
 * A probe comes every few seconds, and a store that has failed should be noticed by the next. No more than 15 s of writes
 * depend on SQLite's log alone, and an idle store writes one page of 4 KiB in that time.
 */
const STORE_WATCH = { everyMs: 15_000, retryMs: 5000, keptMs: 2000, timeLimitMs: 5000 };

/** Builds the app for one configuration. Nothing is opened before `start`. */
export function createApp(config: Config, seams: Seams = {}): App {
  const log = createLogger({ level: config.logLevel, secrets: secretsOf(config), destination: seams.logDestination });
  const monotonic = seams.monotonic ?? (() => performance.now());
  const dispatcher = createDispatcher({ ...config.tencent, proxy: config.proxy });
  const storeWatch = createStoreWatch({ ...STORE_WATCH, ...seams.storeWatch, log, now: monotonic });
  const tokenRejected = Promise.withResolvers<ConfigError>();
  /** Made by the start; the server listens before, so that probes are answered. */
  const made: Partial<ComposedApp> = {};
  const { signal, defer, end } = createShutdown(log);

  const metrics =
    config.metricsPort === undefined
      ? undefined
      : createMetrics({ store: config.store.kind, mode: config.slack.mode, monotonic });
  const metricsServer =
    metrics && createMetricsServer({ host: config.host, port: config.metricsPort ?? 0, metrics, log });

  const webhookCounts: WebhookCounts = new Map();
  const { webhookToken } = config;

  /** Webhooks are taken until the server is closed: Chat sends each one once. */
  function webhooks(token: string) {
    const { sdkAppId } = config.tencent;
    return webhookRoute({
      ...createWebhookReader({ sdkAppId, token, now: Date.now }),
      mostBytes: MOST_WEBHOOK_BYTES,
      answer: WEBHOOK_ANSWER,
      taker: () => made.eventIntake?.take,
      counts: webhookCounts,
      onOutcome: metrics?.webhookCame,
    });
  }

  const server = createHttpServer({
    host: config.host,
    port: config.port,
    log,
    routes: [
      ...healthRoutes(async () => !signal.aborted && made.slack?.isConnected() === true && (await storeWatch.isWell())),
      ...eventsRoutes(() => (signal.aborted ? undefined : made.slack)),
      ...(webhookToken === undefined ? [] : [webhooks(webhookToken)]),
    ],
  });

  // The order of the end, from the last step to the first.
  const storeParts = new AsyncDisposableStack();
  const sources: (() => Promise<void>)[] = [];
  // Last, so that what a stop waits for can be seen.
  defer(async () => metricsServer?.close());
  defer(() => dispatcher.destroy());
  defer(() => storeParts.disposeAsync());
  defer(() => server.close());
  // At once, since each may take the whole time.
  defer(() => Promise.all(sources.map((stop) => stop())));

  return {
    log,
    tokenRejected: tokenRejected.promise,
    async start() {
      if (config.rules.length === 0)
        log.warn(
          'only who was granted access from Slack gets in: FOLLOWSTATS_ADMINS and FOLLOWSTATS_VIEWERS are empty',
        );
      const port = await listen(server, 'PORT');
      const metricsPort = metricsServer && (await listen(metricsServer, 'METRICS_PORT'));
      log.info({ port, metricsPort, mode: config.slack.mode }, 'starting');
      const { now, gatheredMs } = seams;
      const forStore = { config, now, monotonic, storeWatch, gatheredMs, log, signal, parts: storeParts };
      const opened = await openAppStore({ ...forStore, onOperation: metrics?.storeOperationBegan });
      const composed = await composeApp({ ...forStore, ...opened, seams, dispatcher, metrics });
      signal.throwIfAborted();
      Object.assign(made, composed);
      const { slack, digests, watches, homeTabs, health, eventIntake } = composed;
      if (webhookToken !== undefined) eventIntake.start();
      // What people did until then is shown, too.
      sources.push(() => slack.drain().then(homeTabs.stop), digests.stop, watches.stop);
      void slack.tokenRejected.then(tokenRejected.resolve);
      await slack.start();
      signal.throwIfAborted();
      digests.start();
      watches.start();
      homeTabs.start();
      health.start();
      log.info({ port, metricsPort, mode: config.slack.mode }, 'ready');
      return { port, metricsPort };
    },
    nextSlot: async () => made.nextSlot?.(),
    webhookCounts,
    async slotsSettled() {
      await Promise.all([made.digests?.settled(), made.watches?.settled()]);
    },
    stop: (graceMs = GRACE_MS) => end(graceMs),
  };
}

/** Rejects with a `ListenError` that names the variable. */
async function listen(server: HttpServer, variable: ListenError['variable']): Promise<number> {
  try {
    return await server.listen();
  } catch (error) {
    throw new ListenError(variable, error);
  }
}
