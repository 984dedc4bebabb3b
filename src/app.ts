import { LRUCache } from 'lru-cache';
import type { DestinationStream } from 'pino';
import { createLookup, type LookupSeams } from './chat-lookup.ts';
import { secretsOf } from './config/secrets-of.ts';
import type { Config } from './config.ts';
import { createDigestAsking } from './digests/asking.ts';
import { createDigestCommands } from './digests/commands.ts';
import type { Planner } from './digests/delivery/planner.ts';
import type { DigestWake, PlaceFault } from './digests/ports.ts';
import type { ConfigError } from './errors.ts';
import type { AuditWriter } from './followstats/audit/audit-writer.ts';
import { createOpenWork } from './followstats/commands/open-work.ts';
import { composeFollowstats, type FollowstatsEvents } from './followstats/compose.ts';
import { createLogger, type Logger } from './logger.ts';
import { createBudgets } from './lookup/budget/budgets.ts';
import { createRecorder, type Recorder } from './lookup/recorder.ts';
import { healthRoutes } from './ops/health.ts';
import { createHousekeeping, type Housekeeping } from './ops/housekeeping.ts';
import { createHttpServer } from './ops/http/http-server.ts';
import { createStoreWatch, type WatchTimes } from './ops/store-watch.ts';
import { composeSlack } from './slack/compose.ts';
import type { SlackConnection } from './slack/connection/bolt.ts';
import { createClaimRequests } from './slack/connection/claim-requests.ts';
import { eventsRoutes } from './slack/connection/events-route.ts';
import { createDigestDelivery } from './slack/digests/digest-delivery.ts';
import { createMayPointTo } from './slack/digests/may-point-to.ts';
import { createBoltLogger } from './slack/web-api/bolt-logger.ts';
import { createDirectory, type PersonFacts } from './slack/web-api/directory.ts';
import { createPostingClient, createWebClient, readIdentity } from './slack/web-api/web-api.ts';
import type { Store } from './store/open.ts';
import { openPatiently } from './store/open-patiently.ts';
import { createDispatcher } from './tencent/pool.ts';

/** What a test may replace. Nothing else in the app is swappable. */
export interface Seams extends LookupSeams {
  /** Tells that `now` was moved by hand. */
  readonly onClockMoved?: DigestWake;
  /** The whole time of one question, milliseconds. */
  readonly timeLimitMs?: number;
  /** A question that takes longer gets a sign of life, milliseconds. */
  readonly progressAfterMs?: number;
  /** How often the store is looked after. */
  readonly storeWatch?: Partial<WatchTimes>;
  /** How long a post of a digest may take to be seen in its channel's history, milliseconds. */
  readonly postSettlesMs?: number;
  readonly logDestination?: DestinationStream;
}

/** The whole app, not yet started. */
export interface App {
  readonly log: Logger;
  /**
   * Resolves with the port once Slack is up.
   * @throws {ConfigError} when Slack refuses a token
   */
  start(): Promise<{ readonly port: number }>;
  /** Resolves when Slack has refused a token for good while the app ran: all that is left is to stop. */
  readonly refused: Promise<ConfigError>;
  /** Stops taking work, finishes what runs for at most `graceMs`, closes. Safe to call twice and during `start`. Never rejects. */
  stop(graceMs?: number): Promise<void>;
}

const HOUR_MS = 60 * 60_000;
/** One question's whole time; Slack itself gives an answer 30 minutes, a person far less. */
const TIME_LIMIT_MS = 25_000;
const PROGRESS_AFTER_MS = 2000;
/** SIGTERM to exit, as product.md promises; orchestrators kill after 30 s. */
const GRACE_MS = 20_000;
const DIRECTORY_KEPT = { max: 5000, ttl: 5 * 60_000 };
const PLACES_KEPT = { max: 5000, ttl: 60_000 };

/** Over a year of each digest's log, and its last posts however old: more than a chart looks back at. */
const RUNS_KEPT = { retentionMs: 400 * 24 * HOUR_MS, posts: 30 };

/**
 * A probe asks every few seconds, and a store that has failed should be told of by the next. No more than 15 s of writes
 * depend on SQLite's log alone, and an idle store writes one page of 4 KiB in that time.
 */
const STORE_WATCH = { everyMs: 15_000, retryMs: 5000, keptMs: 2000, timeLimitMs: 5000 };

/** Wires the app for one configuration. Nothing is opened before `start`. */
export function createApp(config: Config, seams: Seams = {}): App {
  const { now = Date.now, timeLimitMs = TIME_LIMIT_MS, progressAfterMs = PROGRESS_AFTER_MS } = seams;
  const { botToken, apiUrl } = config.slack;
  const log = createLogger({ level: config.logLevel, secrets: secretsOf(config), destination: seams.logDestination });
  const logger = createBoltLogger(log);
  const pool = createDispatcher({ ...config.tencent, proxy: config.proxy });
  const monotonic = () => performance.now();
  let opening: Promise<Store> | undefined;
  let housekeeping: readonly Housekeeping[] = [];
  let recorder: Recorder | undefined;
  let trail: AuditWriter | undefined;
  let slack: SlackConnection | undefined;
  let digests: Planner | undefined;
  let stopping: Promise<void> | undefined;
  const halt = new AbortController();
  const storeWatch = createStoreWatch({ ...STORE_WATCH, ...seams.storeWatch, log, now: monotonic });
  const refused = Promise.withResolvers<ConfigError>();
  const work = createOpenWork();

  const server = createHttpServer({
    host: config.host,
    port: config.port,
    log,
    routes: [
      ...healthRoutes(async () => !stopping && slack?.isConnected() === true && (await storeWatch.isWell())),
      ...eventsRoutes(() => (stopping ? undefined : slack)),
    ],
  });

  /** Ends a start that was overtaken by a stop, before it opens anything more. */
  function checkStopping(): void {
    if (stopping) throw new Error('stopped while starting');
  }

  async function open(): Promise<Store> {
    checkStopping();
    opening = openPatiently(
      { ...config.store, now: seams.now, onFailure: storeWatch.failed },
      {
        signal: halt.signal,
        onWait: (reason, waitMs) => log.warn({ reason, waitMs }, 'the store cannot be opened; trying again'),
      },
    );
    const store = await opening;
    checkStopping();
    await storeWatch.start(store);
    checkStopping();
    recorder = createRecorder({
      snapshots: store.snapshots,
      now: monotonic,
      onError: (error, lost) => log.error({ err: error, lost }, 'counts were not recorded; deltas will lack them'),
    });
    const daily = {
      audit: () => store.audit.prune(config.auditRetentionMs),
      snapshots: store.snapshots.thin,
      runs: () => store.runs.prune(RUNS_KEPT.retentionMs, RUNS_KEPT.posts),
    };
    // One for each of Slack's requests, of use for minutes.
    const hourly = { expiringValues: store.expiringValues.prune };
    housekeeping = [
      createHousekeeping({ tasks: daily, everyMs: 24 * HOUR_MS, log }),
      createHousekeeping({ tasks: hourly, everyMs: HOUR_MS, log }),
    ];
    for (const one of housekeeping) one.start();
    return store;
  }

  async function connect(store: Store): Promise<void> {
    const { leasePermits } = store;
    const budgets = createBudgets({
      leasePermits: leasePermits && ((_command, callsPerSecond) => leasePermits(callsPerSecond)),
      now: monotonic,
      onLeaseError: (error) => log.warn({ err: error }, 'the store gives no shares of the call budget; calling slower'),
    });
    const lookup = createLookup(config, pool, seams, { recorder, budgets });
    const web = createWebClient({ botToken, apiUrl, logger });
    const identity = await readIdentity(web, {
      signal: halt.signal,
      onWait: (reason, waitMs) => log.warn({ reason, waitMs }, 'Slack cannot be reached; trying again'),
    });
    checkStopping();
    const people = new LRUCache<string, Promise<PersonFacts>>(DIRECTORY_KEPT);
    const groups = new LRUCache<string, Promise<ReadonlySet<string>>>(DIRECTORY_KEPT);
    const directory = createDirectory({ web, identity, people, groups, log });
    const places = new LRUCache<string, Promise<PlaceFault | undefined>>(PLACES_KEPT);
    const mayPointTo = createMayPointTo({ web, directory, kept: places, log });
    const answering = composeFollowstats({
      store,
      directory,
      configured: config.rules,
      lookup,
      answerDigest: createDigestCommands({ ...store, mayPointTo }),
      maxAccounts: config.maxAccounts,
      timeLimitMs,
      now,
      events: logFollowstats(log),
      work,
    });
    trail = answering.trail;
    const { resolve, answer, authorize } = answering;
    const posting = createPostingClient({ botToken, apiUrl, logger });
    slack = composeSlack({
      mode: config.slack,
      proxy: config.proxy,
      botToken,
      apiUrl,
      identity,
      web,
      posting,
      directory,
      answer,
      authorize,
      values: store.expiringValues,
      record: trail.record,
      mayPointTo,
      ...createDigestAsking({ store, lookup, resolve, authorize, mayPointTo, now }),
      claimRequest: createClaimRequests({
        expiringValues: store.expiringValues,
        onError: (error, requests) =>
          log.warn({ err: error, requests }, 'the store doesn’t say which requests were done before; doing them'),
      }),
      maxAccounts: config.maxAccounts,
      cacheMs: config.cache.ttlMs,
      progressAfterMs,
      timeLimitMs,
      log,
      logger,
      now,
    });
    void slack.refused.then(refused.resolve);
    await slack.start();
    checkStopping();
    const wakes = [store.onDigestsChanged, ...(seams.onClockMoved ? [seams.onClockMoved] : [])];
    digests = createDigestDelivery({
      ...{ store, lookup, wakes, posting, identity, directory, log },
      settleMs: seams.postSettlesMs,
    });
    digests.start();
  }

  async function closeStore(): Promise<void> {
    await work.settled();
    const store = await opening?.catch(() => undefined); // a start that failed has told of it
    await storeWatch.stop();
    await Promise.all(housekeeping.map((one) => one.stop()));
    await recorder?.drain();
    await trail?.settled();
    await store?.close();
  }

  return {
    log,
    refused: refused.promise,
    async start() {
      if (config.rules.length === 0)
        log.warn(
          'only who was granted access from Slack gets in: FOLLOWSTATS_ADMINS and FOLLOWSTATS_VIEWERS are empty',
        );
      const port = await server.listen();
      log.info({ port, mode: config.slack.mode }, 'starting');
      await connect(await open());
      checkStopping();
      log.info({ port, mode: config.slack.mode }, 'ready');
      return { port };
    },
    stop(graceMs = GRACE_MS) {
      halt.abort();
      stopping ??= (async () => {
        const grace = AbortSignal.timeout(graceMs);
        const isOver = new Promise<void>((resolve) => grace.addEventListener('abort', () => resolve()));
        // A part that fails to stop doesn't keep the others from it.
        const within = (step: Promise<unknown>) =>
          Promise.race([step.catch((error: unknown) => log.error({ err: error }, 'a part did not stop')), isOver]);
        await within(Promise.all([slack?.drain(), digests?.stop()]));
        await within(server.close());
        await within(closeStore());
        if (grace.aborted) log.warn({ graceMs }, 'stopped before everything was done: the time for it is over');
        await pool.destroy();
        log.info('stopped');
      })();
      return stopping;
    },
  };
}

function logFollowstats(log: Logger): FollowstatsEvents {
  return {
    onUnreadable: (error) => log.error({ err: error }, 'grants cannot be read; only the configuration lets people in'),
    onUnsaved: (error) => log.error({ err: error }, 'a change of access could not be saved'),
    onNoBaselines: (error) => log.warn({ err: error }, 'an answer lacks its changes'),
    onLost: (error, entry) => log.error({ err: error, entry }, 'the audit log lacks an entry'),
  };
}
