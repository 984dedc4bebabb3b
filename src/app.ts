import { LRUCache } from 'lru-cache';
import type { DestinationStream } from 'pino';
import type { Dispatcher } from 'undici';
import type { Config } from './config.ts';
import { createAccess } from './followstats/access.ts';
import { createAccessAdmin } from './followstats/access-admin.ts';
import { createAnswer } from './followstats/answer.ts';
import { type AuditTrail, createAuditTrail } from './followstats/audit-trail.ts';
import { createReadBaselines } from './followstats/baselines.ts';
import { createLinkAnswer } from './followstats/link-answer.ts';
import { createListAnswer } from './followstats/list-answer.ts';
import { createResolve } from './followstats/resolve.ts';
import type { LookupMany } from './followstats/types.ts';
import { createLogger, type Logger } from './logger.ts';
import { createAdaptiveRate } from './lookup/adaptive-rate.ts';
import { coalesce } from './lookup/coalesce.ts';
import { createEnduringSource } from './lookup/enduring-source.ts';
import { createLeasedBudget, type SlotSource } from './lookup/leased-budget.ts';
import { createRateBudget } from './lookup/rate-budget.ts';
import { createRecorder, type Recorder } from './lookup/recorder.ts';
import { withBreaker } from './lookup/with-breaker.ts';
import { withBudget } from './lookup/with-budget.ts';
import { withCache } from './lookup/with-cache.ts';
import { withHedge } from './lookup/with-hedge.ts';
import { withIsolation } from './lookup/with-isolation.ts';
import { withRecording } from './lookup/with-recording.ts';
import { withRetry } from './lookup/with-retry.ts';
import { healthRoutes } from './ops/health.ts';
import { createHousekeeping, type Housekeeping } from './ops/housekeeping.ts';
import { createHttpServer } from './ops/http-server.ts';
import { createRecentCheck } from './ops/recent-check.ts';
import { createRender } from './slack/blocks/answer.ts';
import { createSlackConnection, type SlackConnection } from './slack/bolt.ts';
import { createBoltLogger } from './slack/bolt-logger.ts';
import { createConversation } from './slack/conversation.ts';
import { createDirectory, type PersonFacts } from './slack/directory.ts';
import { EVENTS_PATH } from './slack/names.ts';
import { createQuestionKeeper } from './slack/question-keeper.ts';
import { createRecipients } from './slack/recipient.ts';
import { register } from './slack/register.ts';
import { createUnanswered } from './slack/unanswered.ts';
import { createWebClient, readIdentity } from './slack/web.ts';
import { openStore, type Store } from './store/open.ts';
import { ACCOUNTS_PER_CALL, createTencentLookup } from './tencent/client.ts';
import { CONNECTIONS, createPool } from './tencent/pool.ts';

/** What a test may replace. Nothing else in the app is swappable. */
export interface Seams {
  /** Unix milliseconds. */
  readonly now?: () => number;
  readonly random?: () => number;
  /** The whole time of one question, milliseconds. */
  readonly timeLimitMs?: number;
  /** The first wait before asking again, milliseconds. */
  readonly retryDelayMs?: number;
  /** A question that takes longer gets a sign of life, milliseconds. */
  readonly progressAfterMs?: number;
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
  /** Stops taking work, finishes what runs for at most `graceMs`, closes. Safe to call twice and during `start`. */
  stop(graceMs?: number): Promise<void>;
}

/** One question's whole time; Slack itself gives an answer 30 minutes, a person far less. */
const TIME_LIMIT_MS = 25_000;
const PROGRESS_AFTER_MS = 2000;
/** SIGTERM to exit, as product.md promises; orchestrators kill after 30 s. */
const GRACE_MS = 20_000;
/** Calls that may leave at once to begin with; fewer when Chat turns out to reject such a burst. */
const FIRST_BURST = 50;
/** Twelve in a row are no accident at 200 calls a second; a host that restarts is back within seconds. */
const BREAKER = { failures: 12, restMs: 2000, longestRestMs: 30_000 };
/** Late is twice what 95 of 100 answers take; at most one call in twenty is made twice. */
const HEDGE = { factor: 2, leastMs: 50, share: 0.05 };
const COALESCE = { size: ACCOUNTS_PER_CALL, concurrency: CONNECTIONS, lingerMs: 5 };
/** Changes are not worth more of a person's time than this. */
const BASELINES_WAIT_MS = 1000;
const DIRECTORY_KEPT = { max: 5000, ttl: 5 * 60_000 };

/** Over a year of each digest's log, and its last posts however old: more than a chart looks back at. */
const RUNS_KEPT = { retentionMs: 400 * 24 * 60 * 60_000, posts: 30 };

/** A probe asks every few seconds, and a store that has failed should be told of by the next. */
const STORE_CHECK = { keptMs: 2000, timeLimitMs: 2000 };

/** What the look-up takes from the store, where there is one. */
interface LookupParts {
  readonly recorder?: Recorder | undefined;
  /** Absent: the budget is this process's alone. */
  readonly slots?: SlotSource | undefined;
}

/** The look-up stack, outermost last: what all commands, refreshes and digests ask through. */
export function createLookup(
  config: Config,
  dispatcher: Dispatcher,
  seams: Seams = {},
  { recorder, slots }: LookupParts = {},
): LookupMany {
  const { now = Date.now, random = Math.random, retryDelayMs = 25 } = seams;
  const { callsPerSecond, ...tencent } = config.tencent;
  const monotonic = () => performance.now();
  const pace = createAdaptiveRate({
    most: callsPerSecond,
    burst: Math.min(FIRST_BURST, callsPerSecond),
    now: monotonic,
  });
  const local = createRateBudget({ callsPerSecond, pace, now: monotonic });
  const budget = slots ? createLeasedBudget({ local, source: slots, now: monotonic }) : local;
  const call = createTencentLookup({ ...tencent, dispatcher, now, random });
  const guarded = withBreaker(withBudget(call, budget), { ...BREAKER, now: monotonic });
  const hedged = withHedge(guarded, { ...HEDGE, budget, now: monotonic });
  const patient = withRetry(withIsolation(hedged), { attempts: 6, minDelayMs: retryDelayMs, random });
  const shared = coalesce(patient, { ...COALESCE, budget, now: monotonic });
  const recorded = recorder ? withRecording(shared, recorder) : shared;
  const { ttlMs, maxAccounts } = config.cache;
  if (ttlMs === 0) return recorded; // a ttl of 0 means "for ever" to the cache
  return withCache(recorded, { max: maxAccounts, ttlMs, now });
}

/** Wires the app for one configuration. Nothing is opened before `start`. */
export function createApp(config: Config, seams: Seams = {}): App {
  const { now = Date.now, timeLimitMs = TIME_LIMIT_MS, progressAfterMs = PROGRESS_AFTER_MS } = seams;
  const { botToken, apiUrl } = config.slack;
  const secrets = [
    botToken,
    config.tencent.secretKey,
    config.slack.mode === 'http' ? config.slack.signingSecret : config.slack.appToken,
    ...(config.store.kind === 'postgres' ? passwordsOf(config.store.url) : []),
  ];
  const log = createLogger({ level: config.logLevel, secrets, destination: seams.logDestination });
  const logger = createBoltLogger(log);
  const pool = createPool(config.tencent.baseUrl);
  const monotonic = () => performance.now();
  let opening: Promise<Store> | undefined;
  let housekeeping: Housekeeping | undefined;
  let recorder: Recorder | undefined;
  let trail: AuditTrail | undefined;
  let isStoreWell = async () => false;
  let slack: SlackConnection | undefined;
  let stopping: Promise<void> | undefined;
  const halt = new AbortController();

  const server = createHttpServer({
    host: config.host,
    port: config.port,
    log,
    routes: [
      ...healthRoutes(async () => !stopping && slack?.isConnected() === true && (await isStoreWell())),
      {
        method: 'POST',
        path: EVENTS_PATH,
        handle: (request, response) => {
          if (slack?.handle && !stopping) return slack.handle(request, response);
          response.writeHead(slack && !slack.handle ? 404 : 503).end();
        },
      },
    ],
  });

  /** Ends a start that was overtaken by a stop, before it opens anything more. */
  function checkStopping(): void {
    if (stopping) throw new Error('stopped while starting');
  }

  async function open(): Promise<Store> {
    checkStopping();
    opening = openStore({ ...config.store, now: seams.now });
    const store = await opening;
    checkStopping();
    isStoreWell = createRecentCheck({ ...STORE_CHECK, check: store.check, now: monotonic });
    recorder = createRecorder({
      snapshots: store.snapshots,
      now: monotonic,
      onTrouble: (error, lost) => log.error({ err: error, lost }, 'counts were not recorded; deltas will lack them'),
    });
    housekeeping = createHousekeeping({
      tasks: {
        audit: () => store.audit.prune(config.auditRetentionMs),
        snapshots: store.snapshots.thin,
        runs: () => store.runs.prune(RUNS_KEPT.retentionMs, RUNS_KEPT.posts),
      },
      log,
    });
    housekeeping.start();
    return store;
  }

  async function connect(store: Store): Promise<void> {
    const { leaseSlots } = store;
    const slots =
      leaseSlots &&
      createEnduringSource({
        leaseSlots,
        callsPerSecond: config.tencent.callsPerSecond,
        now: monotonic,
        onTrouble: (error) => log.warn({ err: error }, 'the store gives no shares of the call budget; calling slower'),
      });
    const lookup = createLookup(config, pool, seams, { recorder, slots });
    const web = createWebClient({ botToken, apiUrl, logger });
    const identity = await readIdentity(web, {
      signal: halt.signal,
      onWait: (reason, waitMs) => log.warn({ reason, waitMs }, 'Slack cannot be reached; trying again'),
    });
    checkStopping();
    const people = new LRUCache<string, Promise<PersonFacts>>(DIRECTORY_KEPT);
    const groups = new LRUCache<string, Promise<ReadonlySet<string>>>(DIRECTORY_KEPT);
    const directory = createDirectory({ web, identity, people, groups, log });
    const { grants } = store;
    const access = createAccess({
      configured: config.rules,
      grants,
      directory,
      onUnreadable: (error) =>
        log.error({ err: error }, 'grants cannot be read; only the configuration lets people in'),
    });
    const administer = createAccessAdmin({
      access,
      grants,
      directory,
      onTrouble: (error) => log.error({ err: error }, 'a change of access could not be saved'),
    });
    trail = createAuditTrail({
      audit: store.audit,
      onLost: (error, entry) => log.error({ err: error, entry }, 'the audit log lacks an entry'),
    });
    const { maxAccounts } = config;
    const resolve = createResolve({ links: store.links, lists: store.lists, directory });
    const answer = createAnswer({
      access,
      administer,
      answerList: createListAnswer({ lists: store.lists, resolve }),
      answerLink: createLinkAnswer(store.links),
      resolve,
      lookup,
      readBaselines: createReadBaselines({
        snapshots: store.snapshots,
        timeLimitMs: BASELINES_WAIT_MS,
        onTrouble: (error) => log.warn({ err: error }, 'an answer lacks its changes'),
      }),
      maxAccounts,
      record: trail.record,
      timeLimitMs,
      now,
    });
    const recipientOf = createRecipients({ web, fetch: globalThis.fetch, log });
    const keeper = createQuestionKeeper();
    const render = createRender({ maxAccounts, cacheSeconds: config.cache.ttlMs / 1000 });
    const converse = createConversation({ answer, render, directory, keeper, recipientOf, log, now, progressAfterMs });
    const unanswered = createUnanswered({ recipientOf, log });
    const connection = createSlackConnection({
      mode: config.slack,
      botToken,
      apiUrl,
      identity,
      unanswered,
      logger,
      now,
    });
    register(connection.app, { converse, recipientOf, keeper, maxAccounts, web, log });
    slack = connection;
    await connection.start();
  }

  async function closeStore(): Promise<void> {
    const store = await opening?.catch(() => undefined); // a start that failed has told of it
    await housekeeping?.stop();
    await recorder?.drain();
    await trail?.settled();
    await store?.close();
  }

  return {
    log,
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
        await Promise.race([slack?.drain(), isOver]);
        await Promise.race([server.close(), isOver]);
        await Promise.race([closeStore(), isOver]);
        await pool.destroy();
        log.info('stopped');
      })();
      return stopping;
    },
  };
}

/** As the URL writes it, and as it is. A word so short would be blanked out of where it means something else. */
function passwordsOf(url: string): readonly string[] {
  const { password } = new URL(url);
  return [password, decodeURIComponent(password)].filter(({ length }) => length >= 8);
}
