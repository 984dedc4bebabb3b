import type { Dispatcher } from 'undici';
import { createAppHealth } from './app-health.ts';
import { composeChat } from './compose/chat.ts';
import { composeCommands } from './compose/commands.ts';
import { composeDeliveries } from './compose/deliveries.ts';
import { composeForms } from './compose/forms.ts';
import { composePostJson } from './compose/post-json.ts';
import type { ComposeSeams } from './compose/seams.ts';
import { composeSlackClients } from './compose/slack-clients.ts';
import { composeWebhooks } from './compose/webhooks.ts';
import type { Config } from './config.ts';
import type { Planner } from './digests/delivery/planner.ts';
import type { EventIntake } from './followstats/events/intake.ts';
import type { HealthWatch } from './followstats/health/health-watch.ts';
import type { Logger } from './logger.ts';
import type { Recorder } from './lookup/recorder.ts';
import type { Metrics } from './ops/metrics/metrics.ts';
import { composeSlack } from './slack/compose.ts';
import type { SlackConnection } from './slack/connection/bolt.ts';
import { createClaimRequests } from './slack/connection/claim-requests.ts';
import { createOwedAnswers } from './slack/connection/owed-answers.ts';
import { createAuthorizeInForm } from './slack/conversation/authorize-in-form.ts';
import { createHomeTabs, type HomeTabs } from './slack/home/home-tabs.ts';
import { withCallNotes } from './slack/note-calls.ts';
import { createExports } from './slack/relations/exports.ts';
import type { Store } from './store/open.ts';
import { systemTimers } from './timers.ts';

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

/**
 * Wires what stands between the store, Chat and Slack, once Slack has said whose token it is.
 * @returns all not yet started
 * @throws {ConfigError} when Slack rejects the token; the signal's reason when it aborts
 */
export async function composeApp(options: Options): Promise<ComposedApp> {
  const { config, seams, store, recorder, dispatcher, monotonic, metrics, log, signal, parts } = options;
  const { now = Date.now, timers = systemTimers } = seams;
  const { timeLimitMs = TIME_LIMIT_MS, progressAfterMs = PROGRESS_AFTER_MS, gatheredMs } = seams;
  const { botToken, apiUrl } = config.slack;
  const { maxAccounts } = config;
  const { fetch: plainFetch = globalThis.fetch } = seams;
  const fetch = metrics ? withCallNotes(plainFetch, apiUrl, metrics.slackCallEnded) : plainFetch;
  const postJson = composePostJson({ config, seams, metrics, parts });
  const health = createAppHealth({ config, store, fetch, log, seams: seams.health });
  parts.defer(health.stop);
  const chat = composeChat({
    ...{ config, seams, store, recorder, dispatcher, monotonic, log },
    onDate: health.chatAnswered,
    notes: metrics,
  });
  const { lookup, readRelations, names } = chat;
  const clients = await composeSlackClients({ config, fetch, nameOf: names.of, now, log, signal });
  const { logger, web, posting, identity, directory, mayPointTo } = clients;
  const commands = composeCommands({
    ...{ config, store, chat, clients, timeLimitMs, gatheredMs, now, timers, log, signal },
  });
  const { access, answer, authorize, audienceOf, readCard, exportHistory, exportChanges } = commands;
  const { turnRelations, trail, work, tellOwner, tellWatchOwner, ownsWatch } = commands;
  // The work first, since it writes to the audit.
  parts.defer(trail.settled);
  parts.defer(work.settled);
  const onCommandEnded = metrics?.commandEnded;
  const forms = composeForms({ store, lookup, commands, mayPointTo, onCommandEnded, now, timers });
  const exports = createExports({
    ...{ values: store.expiringValues, readRelations, lookup, directory, web, posting },
    ...{ authorizeInForm: createAuthorizeInForm({ authorize, mayPointTo }), log, timers, now, monotonic },
    watchMs: seams.exportsWatchedMs,
  });
  exports.watch();
  parts.defer(exports.stop);
  const onClockMoved = seams.onClockMoved ? [seams.onClockMoved] : [];
  const homeTabs = createHomeTabs({
    ...store,
    ...{ access, directory, web, monotonic, timers, log, now, maxAccounts },
    warnings: health.warnings,
    doctor: seams.doctor ?? 'npm run doctor',
    readNames: names.read,
    changes: [store.onChanged, health.onChanged, ...onClockMoved],
  });
  const owedAnswers = createOwedAnswers({ values: store.expiringValues, now, monotonic, gatheredMs });
  parts.defer(owedAnswers.settled);
  const slack = composeSlack({
    ...{ homeTabs, botToken, apiUrl, identity, web, posting, directory, answer, authorize, readCard, exportHistory },
    ...{ exportChanges, turnRelations, exports, mayPointTo, tellOwner, tellWatchOwner, ownsWatch, audienceOf },
    ...{ owedAnswers, maxAccounts, progressAfterMs, timeLimitMs, log, logger, now, fetch },
    ...{ postJson, timers, gatheredMs },
    ...forms,
    mode: config.slack,
    proxy: config.proxy,
    onCommandEnded,
    onRequest: metrics?.requestCame,
    readNames: names.read,
    values: store.expiringValues,
    knownAccounts: store.knownAccounts,
    lists: store.lists,
    record: trail.record,
    claimRequest: createClaimRequests({
      expiringValues: store.expiringValues,
      gatheredMs,
      onError: (error, requests) =>
        log.warn({ err: error, requests }, 'the store doesn’t say which requests were done before; doing them'),
    }),
    interruptedWatchedMs: seams.interruptedWatchedMs,
    cacheMs: config.cache.ttlMs,
  });
  const eventIntake = composeWebhooks({
    ...{ store, droppedCounts: chat.droppedCounts, areTaken: config.webhookToken !== undefined },
    ...{ everyMs: seams.hearingEveryMs, now, timers, log, parts },
  });
  const { digests, watches } = composeDeliveries({
    ...{ store, lookup, clients, audienceOf, seams, metrics, now, monotonic, timers, log },
    draftReport: forms.draftReport,
    notifyWatchOwner: commands.notifyWatchOwner,
    wakes: onClockMoved,
  });
  const nextSlot = async () => (await store.digests.nextPlan()).at;
  return { slack, digests, watches, homeTabs, health, eventIntake, nextSlot };
}
