import { LRUCache } from 'lru-cache';
import type { Dispatcher } from 'undici';
import { createAppHealth, type HealthSeams } from './app-health.ts';
import type { LookupSeams } from './chat-lookup.ts';
import { composeChat } from './compose-chat.ts';
import type { Config } from './config.ts';
import { createDigestCommands } from './digests/commands.ts';
import { composeDigests } from './digests/compose.ts';
import { composeWatches } from './digests/compose-watches.ts';
import type { Planner } from './digests/delivery/planner.ts';
import { createTryChannel } from './digests/delivery/try-channel.ts';
import type { DigestWake, PlaceFault } from './digests/ports.ts';
import { createWatchCommands } from './digests/watches/commands.ts';
import { createOwnsWatch } from './digests/watches/owns-watch.ts';
import { createTryPlace } from './digests/watches/try-place.ts';
import type { Asker } from './followstats/access/rules.ts';
import { withCommandEnds } from './followstats/commands/command-ends.ts';
import { createOpenWork } from './followstats/commands/open-work.ts';
import { composeFollowstats, type FollowstatsEvents } from './followstats/compose.ts';
import { createEventIntake, type EventIntake } from './followstats/events/intake.ts';
import type { HealthWatch } from './followstats/health/health-watch.ts';
import type { Logger } from './logger.ts';
import type { Recorder } from './lookup/recorder.ts';
import type { Metrics } from './ops/metrics/metrics.ts';
import { composeSlack } from './slack/compose.ts';
import type { SlackConnection } from './slack/connection/bolt.ts';
import { createClaimRequests } from './slack/connection/claim-requests.ts';
import { createOwedAnswers } from './slack/connection/owed-answers.ts';
import { createAuthorizeInForm } from './slack/conversation/authorize-in-form.ts';
import { createAnnounce } from './slack/digests/announce.ts';
import { composeDigestDelivery } from './slack/digests/compose-digest-delivery.ts';
import { createMayPointTo } from './slack/digests/may-point-to.ts';
import { createTellOwner } from './slack/digests/tell-owner.ts';
import { createHomeTabs, type HomeTabs } from './slack/home/home-tabs.ts';
import { withCallNotes } from './slack/note-calls.ts';
import { createExports } from './slack/relations/exports.ts';
import { createAnnounceWatch } from './slack/watches/announce-watch.ts';
import { composeWatchesInSlack } from './slack/watches/compose-watches.ts';
import { createWatchOwnerNotices } from './slack/watches/watch-owner-notices.ts';
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
  /** How often it is kept until when webhooks could be taken, milliseconds. */
  readonly hearingEveryMs?: number;
  /** How often it is looked for files of lists whose makers were killed, milliseconds. */
  readonly exportsWatchedMs?: number;
  /** How often it is looked for requests that killed replicas left unanswered, milliseconds. */
  readonly interruptedWatchedMs?: number;
  /** So many milliseconds of audit entries, and of counts that were read, share one write. */
  readonly gatheredMs?: number;
  /** The longest that digests wait for what gives no signal, milliseconds. */
  readonly idleWaitMs?: number;
  /** The command that checks everything, as it is typed where the app runs; by default beside the sources. */
  readonly doctor?: string;
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
  /** Absent: nothing is counted, and nothing costs anything. */
  readonly metrics?: Metrics | undefined;
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
  /** Looks at watches and delivers their alerts. */
  readonly watches: Planner;
  readonly homeTabs: HomeTabs;
  /** What admins may have to mend; it looks from time to time, and is stopped with the parts. */
  readonly health: HealthWatch;
  /** What webhooks go to. */
  readonly eventIntake: EventIntake;
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
  const { config, seams, store, recorder, dispatcher, monotonic, metrics, log, signal, parts } = options;
  const { now = Date.now, timers = systemTimers } = seams;
  const { timeLimitMs = TIME_LIMIT_MS, progressAfterMs = PROGRESS_AFTER_MS } = seams;
  const { botToken, apiUrl } = config.slack;
  const { fetch: plainFetch = globalThis.fetch } = seams;
  const fetch = metrics ? withCallNotes(plainFetch, apiUrl, metrics.slackCallEnded) : plainFetch;
  const logger = createBoltLogger(log);
  const health = createAppHealth({ config, store, fetch, log, seams: seams.health });
  parts.defer(health.stop);
  const { lookup, readRelations, checkFollows, names, droppedCounts } = composeChat({
    ...{ config, seams, store, recorder, dispatcher, monotonic, log },
    onDate: health.chatAnswered,
    notes: metrics,
  });
  const web = createWebClient({ botToken, apiUrl, logger, fetch, now });
  const identity = await readIdentity(web, {
    signal,
    onWait: (reason, waitMs) => log.warn({ reason, waitMs }, 'Slack cannot be reached; trying again'),
  });
  signal.throwIfAborted();
  const people = new LRUCache<string, Promise<PersonFacts>>(DIRECTORY_KEPT);
  const groups = new LRUCache<string, Promise<ReadonlySet<string>>>(DIRECTORY_KEPT);
  const directory = createDirectory({
    web,
    identity,
    people,
    groups,
    log,
    language: config.language,
    nameOf: names.of,
  });
  const places = new LRUCache<string, Promise<PlaceFault | undefined>>(PLACES_KEPT);
  const mayPointTo = createMayPointTo({ web, directory, kept: places, log });
  const work = createOpenWork();
  const posting = createPostingClient({ botToken, apiUrl, logger, fetch, now });
  const announce = createAnnounce({ posting, directory, log, now });
  const tryChannel = createTryChannel({ digests: store.digests, announce });
  const toOwners = {
    ...{ posting, directory, log, now },
    audienceOf: (asker: Asker): Promise<Audience> => followstats.audienceOf(asker),
    track: work.track,
  };
  const watchNotices = createWatchOwnerNotices(toOwners);
  const tryPlace = createTryPlace({
    watches: store.watches,
    announce: createAnnounceWatch({ posting, directory, log }),
  });
  const ownsWatch = createOwnsWatch(store.watches);
  const tellOwner = createTellOwner(toOwners);
  const followstats = composeFollowstats({
    store,
    directory,
    configured: config.rules,
    lookup,
    ...{ names, readRelations, checkFollows },
    answerDigest: createDigestCommands({ ...store, mayPointTo, tryChannel, tellOwner, now }),
    ownsWatch,
    answerWatch: createWatchCommands({ ...store, mayPointTo, tryPlace, tellOwner: watchNotices.tellOwner, now }),
    maxAccounts: config.maxAccounts,
    eventRetentionMs: config.eventRetentionMs,
    timeLimitMs,
    now,
    timers,
    events: logFollowstats(log),
    gatheredMs: seams.gatheredMs,
    work,
    signal,
  });
  const { access, resolve, findMissing, answer, authorize, audienceOf, readCard, exportHistory, exportChanges } =
    followstats;
  const { turnRelations, trail } = followstats;
  /** For the buttons that ask whether a post arrived; those of invocations take note of themselves. */
  const inNotices = withCommandEnds(authorize, metrics?.commandEnded, now);
  // The work first, since it writes to the audit.
  parts.defer(trail.settled);
  parts.defer(work.settled);
  const digestParts = composeDigests({
    ...{ store, lookup, resolve, findMissing, authorize: inNotices, mayPointTo, tryChannel, now },
  });
  const watchParts = composeWatches({
    ...{ store, lookup, resolve, authorize: inNotices, mayPointTo, tryPlace, now, timers },
  });
  const exports = createExports({
    ...{ values: store.expiringValues, readRelations, lookup, directory, web, posting },
    ...{ authorizeInForm: createAuthorizeInForm({ authorize, mayPointTo }), log, timers, now },
    watchMs: seams.exportsWatchedMs,
  });
  exports.watch();
  parts.defer(exports.stop);
  const onClockMoved = seams.onClockMoved ? [seams.onClockMoved] : [];
  const homeTabs = createHomeTabs({
    ...store,
    ...{ access, directory, web, monotonic, timers, log, now },
    warnings: health.warnings,
    doctor: seams.doctor ?? 'npm run doctor',
    readNames: names.read,
    changes: [store.onChanged, health.onChanged, ...onClockMoved],
    maxAccounts: config.maxAccounts,
  });
  const owedAnswers = createOwedAnswers({ values: store.expiringValues, now, monotonic });
  parts.defer(owedAnswers.settled);
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
    onCommandEnded: metrics?.commandEnded,
    onRequest: metrics?.requestCame,
    readCard,
    readNames: names.read,
    exportHistory,
    exportChanges,
    ...{ turnRelations, exports },
    values: store.expiringValues,
    knownAccounts: store.knownAccounts,
    record: trail.record,
    mayPointTo,
    lists: store.lists,
    ...digestParts,
    ...watchParts,
    tellWatchOwner: watchNotices.tellOwner,
    ownsWatch,
    ...{ tellOwner, audienceOf },
    claimRequest: createClaimRequests({
      expiringValues: store.expiringValues,
      onError: (error, requests) =>
        log.warn({ err: error, requests }, 'the store doesn’t say which requests were done before; doing them'),
    }),
    ...{ owedAnswers, interruptedWatchedMs: seams.interruptedWatchedMs },
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
  const eventIntake = createEventIntake({
    ...{ events: store.events, hearing: store.hearing, dropCounts: droppedCounts.drop, now, timers },
    everyMs: seams.hearingEveryMs,
    onError: (error, waiting) => log.error({ err: error, waiting }, 'follow events could not be kept yet'),
    onLost: ({ since, until, events }) => log.error({ since, until, events }, 'follow events were lost'),
  });
  parts.defer(eventIntake.stop);
  // Without webhooks there are no events, here or on other replicas, and no connection is needed to hear of them.
  if (config.webhookToken !== undefined) {
    const end = store.onCountsChanged((accounts, from) => {
      if (from === 'elsewhere') droppedCounts.drop(accounts);
    });
    parts.defer(async () => end());
  }
  const wakes = [store.onDigestsChanged, ...onClockMoved];
  const digests = composeDigestDelivery({
    ...{ store, wakes, posting, identity, directory, audienceOf, log, now, monotonic, timers },
    draftReport: digestParts.draftReport,
    notes: metrics,
    settleMs: seams.postSettlesMs,
    idleWaitMs: seams.idleWaitMs,
  });
  const watches = composeWatchesInSlack({
    ...{ store, lookup, wakes, posting, identity, directory, log, now, monotonic, timers },
    notifyOwner: watchNotices.notifyOwner,
    onAlertEnded: metrics?.alertEnded,
    onCountsChanged: store.onCountsChanged,
    settleMs: seams.postSettlesMs,
    idleWaitMs: seams.idleWaitMs,
  });
  const nextSlot = async () => (await store.digests.nextPlan()).at;
  return { slack, digests, watches, homeTabs, health, eventIntake, nextSlot };
}

function logFollowstats(log: Logger): FollowstatsEvents {
  return {
    onUnreadable: (error) => log.error({ err: error }, 'grants cannot be read; only the configuration lets people in'),
    onUnsaved: (error) => log.error({ err: error }, 'a change of access could not be saved'),
    onNoEarlier: (error) => log.warn({ err: error }, 'an answer lacks what was read before'),
    onNoJoining: (error) => log.warn({ err: error }, 'since when followers follow an account was not read or kept'),
    onLost: (error, entry) => log.error({ err: error, entry }, 'the audit log lacks an entry'),
  };
}
