import { LRUCache } from 'lru-cache';
import type { Dispatcher } from 'undici';
import { createAppHealth, type HealthSeams } from './app-health.ts';
import { createChatReads, type LookupSeams } from './chat-lookup.ts';
import type { Config } from './config.ts';
import { createDigestCommands } from './digests/commands.ts';
import { composeDigests } from './digests/compose.ts';
import type { Planner } from './digests/delivery/planner.ts';
import { createTryChannel } from './digests/delivery/try-channel.ts';
import type { DigestWake, PlaceFault } from './digests/ports.ts';
import { createOpenWork } from './followstats/commands/open-work.ts';
import { composeFollowstats, type FollowstatsEvents } from './followstats/compose.ts';
import type { HealthWatch } from './followstats/health/health-watch.ts';
import type { Logger } from './logger.ts';
import { createBudgets } from './lookup/budget/budgets.ts';
import type { Recorder } from './lookup/recorder.ts';
import { composeSlack } from './slack/compose.ts';
import type { SlackConnection } from './slack/connection/bolt.ts';
import { createClaimRequests } from './slack/connection/claim-requests.ts';
import { createAnnounce } from './slack/digests/announce.ts';
import { composeDigestDelivery } from './slack/digests/compose-digest-delivery.ts';
import { createMayPointTo } from './slack/digests/may-point-to.ts';
import { createTellOwner } from './slack/digests/tell-owner.ts';
import { createHomeTabs, type HomeTabs } from './slack/home/home-tabs.ts';
import { createBoltLogger } from './slack/web-api/bolt-logger.ts';
import { createDirectory, type PersonFacts } from './slack/web-api/directory.ts';
import { createPostingClient, createWebClient, readIdentity } from './slack/web-api/web-api.ts';
import type { Audience } from './slack/words/reader.ts';
import type { Store } from './store/open.ts';
import { systemTimers } from './timers.ts';

/** What a test may replace of what is composed. */
export interface ComposeSeams extends LookupSeams {
  /** Of Slack's Web API and response URLs. */
  readonly fetch?: typeof globalThis.fetch;
  /** Calls its listener when `now` was moved by hand. */
  readonly onClockMoved?: DigestWake;
  /** The whole time of one request, milliseconds. */
  readonly timeLimitMs?: number;
  /** A request that takes longer gets a sign of life, milliseconds. */
  readonly progressAfterMs?: number;
  /** How long a post of a digest may take to be seen in its channel's history, milliseconds. */
  readonly postSettlesMs?: number;
  /** The longest that digests wait for what gives no signal, milliseconds. */
  readonly idleWaitMs?: number;
  /** Of what the app looks at by itself. */
  readonly health?: HealthSeams;
}

interface Options {
  readonly config: Config;
  readonly seams: ComposeSeams;
  readonly store: Store;
  readonly recorder: Recorder;
  /** Of Chat. */
  readonly dispatcher: Dispatcher;
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
  readonly log: Logger;
  /** Aborts when the app stops. */
  readonly signal: AbortSignal;
  /** Takes what has to end before the store is closed. */
  readonly parts: AsyncDisposableStack;
}

/** What is composed, not yet started. */
export interface ComposedApp {
  readonly slack: SlackConnection;
  readonly digests: Planner;
  readonly homeTabs: HomeTabs;
  /** What admins may have to mend; it looks from time to time, and is stopped with the parts. */
  readonly health: HealthWatch;
  /** When the next slot of a digest is due, Unix milliseconds; `undefined` when none is. Rejects when the store can't be read. */
  nextSlot(): Promise<number | undefined>;
}

/** One request's whole time; Slack itself gives an answer 30 minutes, a person far less. */
const TIME_LIMIT_MS = 25_000;
const PROGRESS_AFTER_MS = 5000;
const DIRECTORY_KEPT = { max: 5000, ttl: 5 * 60_000 };
const PLACES_KEPT = { max: 5000, ttl: 60_000 };

/**
 * Wires what stands between the store, Chat and Slack, once Slack has said whose token it is.
 * @returns all not yet started
 * @throws {ConfigError} when Slack rejects the token; the signal's reason when it aborts
 */
export async function composeApp(options: Options): Promise<ComposedApp> {
  const { config, seams, store, recorder, dispatcher, monotonic, log, signal, parts } = options;
  const { now = Date.now, timers = systemTimers, fetch = globalThis.fetch } = seams;
  const { timeLimitMs = TIME_LIMIT_MS, progressAfterMs = PROGRESS_AFTER_MS } = seams;
  const { botToken, apiUrl } = config.slack;
  const logger = createBoltLogger(log);
  const budgets = createBudgets({
    leasePermits: store.leasePermits,
    learnedBursts: store.learnedBursts,
    now: monotonic,
    onLeaseError: (error) => log.warn({ err: error }, 'the store gives no shares of the call budget; calling slower'),
    onLearnedBurstError: (error) => log.warn({ err: error }, 'how many calls Chat takes at once was not read or kept'),
  });
  const health = createAppHealth({ config, store, fetch, log, seams: seams.health });
  parts.defer(health.stop);
  const { lookup } = createChatReads(
    config,
    dispatcher,
    { ...seams, timers },
    { recorder, budgets, monotonic, onDate: health.chatAnswered },
  );
  const web = createWebClient({ botToken, apiUrl, logger, fetch, now });
  const identity = await readIdentity(web, {
    signal,
    onWait: (reason, waitMs) => log.warn({ reason, waitMs }, 'Slack cannot be reached; trying again'),
  });
  signal.throwIfAborted();
  const people = new LRUCache<string, Promise<PersonFacts>>(DIRECTORY_KEPT);
  const groups = new LRUCache<string, Promise<ReadonlySet<string>>>(DIRECTORY_KEPT);
  const directory = createDirectory({ web, identity, people, groups, log, language: config.language });
  const places = new LRUCache<string, Promise<PlaceFault | undefined>>(PLACES_KEPT);
  const mayPointTo = createMayPointTo({ web, directory, kept: places, log });
  const work = createOpenWork();
  const posting = createPostingClient({ botToken, apiUrl, logger, fetch, now });
  const announce = createAnnounce({ posting, directory, log, now });
  const tryChannel = createTryChannel({ digests: store.digests, announce });
  const tellOwner = createTellOwner({
    ...{ posting, directory, log, now },
    audienceOf: (asker): Promise<Audience> => followstats.audienceOf(asker),
    track: work.track,
  });
  const followstats = composeFollowstats({
    store,
    directory,
    configured: config.rules,
    lookup,
    answerDigest: createDigestCommands({ ...store, mayPointTo, tryChannel, tellOwner, now }),
    maxAccounts: config.maxAccounts,
    timeLimitMs,
    now,
    timers,
    events: logFollowstats(log),
    work,
  });
  const { access, resolve, findMissing, answer, authorize, audienceOf, readCard, exportHistory, trail } = followstats;
  // The work first, since it writes to the audit.
  parts.defer(trail.settled);
  parts.defer(work.settled);
  const digestParts = composeDigests({
    ...{ store, lookup, resolve, findMissing, authorize, mayPointTo, tryChannel, now },
  });
  const onClockMoved = seams.onClockMoved ? [seams.onClockMoved] : [];
  const homeTabs = createHomeTabs({
    ...store,
    ...{ access, directory, web, monotonic, timers, log, now },
    changes: [store.onChanged, health.onChanged, ...onClockMoved],
    warnings: health.warnings,
    maxAccounts: config.maxAccounts,
  });
  const slack = composeSlack({
    homeTabs,
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
    readCard,
    exportHistory,
    values: store.expiringValues,
    knownAccounts: store.knownAccounts,
    record: trail.record,
    mayPointTo,
    lists: store.lists,
    ...digestParts,
    ...{ tellOwner, audienceOf },
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
    fetch,
    timers,
  });
  const wakes = [store.onDigestsChanged, ...onClockMoved];
  const digests = composeDigestDelivery({
    ...{ store, wakes, posting, identity, directory, audienceOf, log, now, monotonic, timers },
    draftReport: digestParts.draftReport,
    settleMs: seams.postSettlesMs,
    idleWaitMs: seams.idleWaitMs,
  });
  return { slack, digests, homeTabs, health, nextSlot: async () => (await store.digests.nextPlan()).at };
}

function logFollowstats(log: Logger): FollowstatsEvents {
  return {
    onUnreadable: (error) => log.error({ err: error }, 'grants cannot be read; only the configuration lets people in'),
    onUnsaved: (error) => log.error({ err: error }, 'a change of access could not be saved'),
    onNoEarlier: (error) => log.warn({ err: error }, 'an answer lacks what was read before'),
    onLost: (error, entry) => log.error({ err: error, entry }, 'the audit log lacks an entry'),
  };
}
