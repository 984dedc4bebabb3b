import type { IncomingMessage, ServerResponse } from 'node:http';
import { Kysely } from 'kysely';
import type { Dispatcher } from 'undici';
import { composeApp } from '../../../src/compose.ts';
import { secretsOf } from '../../../src/config/secrets-of.ts';
import type { Config } from '../../../src/config.ts';
import type { Kept } from '../../../src/followstats/events/keep-events.ts';
import type { FollowEvent } from '../../../src/followstats/events/ports.ts';
import { createLogger } from '../../../src/logger.ts';
import { webhookRoute } from '../../../src/ops/http/webhook-route.ts';
import type { RequestControl } from '../../../src/slack/connection/http-receiver.ts';
import { createClock } from '../../../src/store/clock.ts';
import { composeStore } from '../../../src/store/compose.ts';
import { toStoreError } from '../../../src/store/engines/store-error.ts';
import { withErrors } from '../../../src/store/engines/with-errors.ts';
import type { Schema } from '../../../src/store/schema.ts';
import { CHANNELS, createSignal } from '../../../src/store/signal.ts';
import { startStoreUpkeep } from '../../../src/store-upkeep.ts';
import { createWebhookReader, MOST_WEBHOOK_BYTES, WEBHOOK_ANSWER } from '../../../src/tencent/webhook.ts';
import { type Life, never } from '../kernel/life.ts';
import type { VirtualTime } from '../kernel/virtual-time.ts';
import type { CountsNotices } from './counts-notices.ts';
import type { SimulatedDatabase } from './database.ts';
import type { Signals } from './signals.ts';

/** One process of the app. */
export interface Replica {
  readonly life: Life;
  /** Whether it takes requests: started, and not stopping. */
  isUp(): boolean;
  /** Takes a request as the app's server would hand it on. */
  receive(request: IncomingMessage, response: ServerResponse, control: RequestControl): void;
  /** Whether its server listens: from its start until it has finished what it was doing. */
  takesWebhooks(): boolean;
  /** The same of a webhook of Chat's. */
  receiveWebhook(request: IncomingMessage, response: ServerResponse, control: RequestControl): void;
  /** Stops it as an operator would; resolves when it has finished what it was doing. */
  stop(): Promise<void>;
}

/** What all replicas have in common. */
export interface ReplicaWorld {
  readonly config: Config;
  readonly time: VirtualTime;
  readonly engine: 'sqlite' | 'postgres';
  readonly database: SimulatedDatabase;
  readonly signals: Signals;
  readonly countsNotices: CountsNotices;
  /** Unix milliseconds, by the database's clock. */
  readonly storeNow: () => number;
  readonly fetchFor: (life: Life) => typeof globalThis.fetch;
  readonly chatFor: (life: Life) => Dispatcher;
  /** Called when the events of a webhook are handed to a replica, and once it answers what became of them. */
  readonly onTaken: (life: Life, events: readonly FollowEvent[], kept: Kept | 'arrived') => void;
  /** Takes a line of a log, JSON. */
  readonly onLog: (life: Life, line: string) => void;
  /** The longest sleep of a planner, and how often it is kept that webhooks are taken, milliseconds. */
  readonly idleWaitMs: number;
  /** From one look at a watch to the next, milliseconds. */
  readonly watchPollMs: number;
}

/**
 * Starts one replica: the app as it is composed for replicas that share a database, with what lies outside of the process simulated.
 * @param now Unix milliseconds, by the clock of its machine
 * @param onFailed called when it ends by itself
 */
export function startReplica(
  world: ReplicaWorld,
  life: Life,
  now: () => number,
  onFailed: (error: unknown) => void,
): Replica {
  const { config, time, storeNow } = world;
  const log = createLogger({
    level: 'info',
    secrets: secretsOf(config),
    destination: { write: (line) => world.onLog(life, line) },
  });
  const halt = new AbortController();
  const parts = new AsyncDisposableStack();
  let isListening = true;
  let made: Awaited<ReturnType<typeof composeApp>> | undefined;

  async function start(): Promise<void> {
    const dialect = withErrors(world.database.dialectFor(life), toStoreError);
    const db = new Kysely<Schema>({ dialect });
    const store = composeStore({
      ...{ db, engine: world.engine, now: storeNow },
      signal: world.signals.join(life),
      changes: createSignal(db, CHANNELS.changes, undefined),
      counts: world.countsNotices.join(life),
      watchPollMs: world.watchPollMs,
      permitClock: createClock(world.engine, storeNow),
      checks: { check: async () => {}, checkWrite: async () => {} },
      close: () => db.destroy(),
    });
    parts.defer(() => store.close());
    const monotonic = () => performance.now();
    const recorder = startStoreUpkeep({ ...config, store, monotonic, gatheredMs: undefined, log, parts });
    const { idleWaitMs } = world;
    // What nothing here waits for, or is sped up by, would cost most of a quiet year.
    const seldom = {
      idleWaitMs,
      hearingEveryMs: idleWaitMs,
      exportsWatchedMs: idleWaitMs,
      interruptedWatchedMs: idleWaitMs,
    };
    const seams = { now, fetch: world.fetchFor(life), random: Math.random, ...seldom };
    const dispatcher = world.chatFor(life);
    made = await composeApp({ config, seams, store, recorder, dispatcher, monotonic, log, signal: halt.signal, parts });
    made.eventIntake.start();
    await made.slack.start();
    made.digests.start();
    made.watches.start();
    made.homeTabs.start();
  }

  time.within(
    life,
    () =>
      void life.survive(start()).catch((error: unknown) => {
        // A start that was told to stop ends so.
        if (!halt.signal.aborted) onFailed(error);
      }),
  );
  const takesWebhooks = () => !life.isOver && isListening;
  const webhooks = webhookRoute({
    // By the clock of the machine, as the app's is.
    ...createWebhookReader({ sdkAppId: config.tencent.sdkAppId, token: config.webhookToken ?? '', now }),
    mostBytes: MOST_WEBHOOK_BYTES,
    answer: WEBHOOK_ANSWER,
    taker() {
      const take = made?.eventIntake.take;
      return (
        take &&
        (async (events: readonly FollowEvent[]) => {
          world.onTaken(life, events, 'arrived');
          const kept = await take(events);
          world.onTaken(life, events, kept);
          return kept;
        })
      );
    },
    counts: new Map(),
  });
  const isUp = () => made !== undefined && !life.isOver && !halt.signal.aborted;
  return {
    life,
    isUp,
    receive(request, response, control) {
      const slack = made?.slack;
      if (!isUp() || !slack?.handle) return control.reject(503, 'starting or stopping');
      const { handle } = slack;
      const take = () => void handle(request, response, control);
      time.within(life, () => (life.awake ? void life.awake.then(take) : take()));
    },
    takesWebhooks,
    receiveWebhook(request, response, control) {
      const take = () => void life.survive(Promise.resolve(webhooks.handle(request, response, control)));
      time.within(life, () => (life.awake ? void life.awake.then(take) : take()));
    },
    stop: () =>
      time.within(life, async () => {
        if (life.isOver) return never();
        halt.abort();
        const sources = [made?.slack.drain().then(made.homeTabs.stop), made?.digests.stop(), made?.watches.stop()];
        await Promise.all(sources);
        isListening = false;
        await parts.disposeAsync();
        life.end();
      }),
  };
}
