import { LRUCache } from 'lru-cache';
import type { DestinationStream } from 'pino';
import type { Dispatcher } from 'undici';
import type { Config } from './config.ts';
import { createAccess } from './followstats/access.ts';
import { createAnswer } from './followstats/answer.ts';
import type { LookupMany } from './followstats/types.ts';
import { createLogger, type Logger } from './logger.ts';
import { createAdaptiveRate } from './lookup/adaptive-rate.ts';
import { coalesce } from './lookup/coalesce.ts';
import { createRateBudget } from './lookup/rate-budget.ts';
import { withBreaker } from './lookup/with-breaker.ts';
import { withBudget } from './lookup/with-budget.ts';
import { withCache } from './lookup/with-cache.ts';
import { withHedge } from './lookup/with-hedge.ts';
import { withIsolation } from './lookup/with-isolation.ts';
import { withRetry } from './lookup/with-retry.ts';
import { healthRoutes } from './ops/health.ts';
import { createHttpServer } from './ops/http-server.ts';
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
const DIRECTORY_KEPT = { max: 5000, ttl: 5 * 60_000 };

/** The look-up stack, outermost last: what all commands, refreshes and digests ask through. */
export function createLookup(config: Config, dispatcher: Dispatcher, seams: Seams = {}): LookupMany {
  const { now = Date.now, random = Math.random, retryDelayMs = 25 } = seams;
  const { callsPerSecond, ...tencent } = config.tencent;
  const monotonic = () => performance.now();
  const pace = createAdaptiveRate({
    most: callsPerSecond,
    burst: Math.min(FIRST_BURST, callsPerSecond),
    now: monotonic,
  });
  const budget = createRateBudget({ callsPerSecond, pace, now: monotonic });
  const call = createTencentLookup({ ...tencent, dispatcher, now, random });
  const guarded = withBreaker(withBudget(call, budget), { ...BREAKER, now: monotonic });
  const hedged = withHedge(guarded, { ...HEDGE, budget, now: monotonic });
  const patient = withRetry(withIsolation(hedged), { attempts: 6, minDelayMs: retryDelayMs, random });
  const shared = coalesce(patient, { ...COALESCE, budget, now: monotonic });
  const { ttlMs, maxAccounts } = config.cache;
  if (ttlMs === 0) return shared; // a ttl of 0 means "for ever" to the cache
  return withCache(shared, new LRUCache({ max: maxAccounts, ttl: ttlMs, perf: { now }, ttlResolution: 0 }));
}

/** Wires the app for one configuration. Nothing is opened before `start`. */
export function createApp(config: Config, seams: Seams = {}): App {
  const { now = Date.now, timeLimitMs = TIME_LIMIT_MS, progressAfterMs = PROGRESS_AFTER_MS } = seams;
  const { botToken, apiUrl } = config.slack;
  const secrets = [
    botToken,
    config.tencent.secretKey,
    config.slack.mode === 'http' ? config.slack.signingSecret : config.slack.appToken,
  ];
  const log = createLogger({ level: config.logLevel, secrets, destination: seams.logDestination });
  const logger = createBoltLogger(log);
  const pool = createPool(config.tencent.baseUrl);
  const lookup = createLookup(config, pool, seams);
  let slack: SlackConnection | undefined;
  let stopping: Promise<void> | undefined;
  const halt = new AbortController();

  const server = createHttpServer({
    host: config.host,
    port: config.port,
    log,
    routes: [
      ...healthRoutes(() => !stopping && slack?.isConnected() === true),
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

  async function connect(): Promise<void> {
    const web = createWebClient({ botToken, apiUrl, logger });
    const identity = await readIdentity(web, {
      signal: halt.signal,
      onWait: (reason, waitMs) => log.warn({ reason, waitMs }, 'Slack cannot be reached; trying again'),
    });
    checkStopping();
    const people = new LRUCache<string, Promise<PersonFacts>>(DIRECTORY_KEPT);
    const groups = new LRUCache<string, Promise<ReadonlySet<string>>>(DIRECTORY_KEPT);
    const directory = createDirectory({ web, identity, people, groups, log });
    const answer = createAnswer({ decide: createAccess(config.rules, directory), lookup, timeLimitMs, now });
    const recipientOf = createRecipients({ web, fetch: globalThis.fetch, log });
    const keeper = createQuestionKeeper();
    const { maxAccounts } = config;
    const adminIds = config.rules.flatMap(({ role, subject }) =>
      role === 'admin' && 'id' in subject ? [subject.id] : [],
    );
    const render = createRender({ adminIds, maxAccounts, cacheSeconds: config.cache.ttlMs / 1000 });
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

  return {
    log,
    async start() {
      if (config.rules.length === 0)
        log.warn('nobody may look anything up: FOLLOWSTATS_ADMINS and FOLLOWSTATS_VIEWERS are empty');
      const port = await server.listen();
      log.info({ port, mode: config.slack.mode }, 'starting');
      await connect();
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
        await pool.destroy();
        log.info('stopped');
      })();
      return stopping;
    },
  };
}
