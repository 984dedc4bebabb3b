import type { AssembledWorkspace } from '../../src/demo/slack/assemble-workspace.ts';
import { FAULTS, FAULTS_OF_NEWS } from './faults/faults.ts';
import { CALLS_PER_SECOND, install, SLACK_ADDRESS } from './installation.ts';
import type { Watcher } from './invariants/invariant.ts';
import { INVARIANTS } from './invariants/invariants.ts';
import { type Chance, createSeededChance } from './kernel/chance.ts';
import { IDLE_WAIT_MS, type Pace, paceOf } from './kernel/pace.ts';
import { seedRandomness } from './kernel/seeded-crypto.ts';
import { createTrace, type Trace, type TraceLine } from './kernel/trace.ts';
import { installVirtualTime, type VirtualTime } from './kernel/virtual-time.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createMarks, type Marks } from './marks.ts';
import type { SimulatedChat } from './parts/chat.ts';
import { connect } from './parts/connections.ts';
import { createCountsNotices } from './parts/counts-notices.ts';
import { type DatabaseEngine, type OpenEngine, queueEngine } from './parts/database-engine.ts';
import { createKills, type Kills } from './parts/kills.ts';
import { createReplicas, type Replicas } from './parts/replicas.ts';
import { createSignals } from './parts/signals.ts';
import { createSlackLink } from './parts/slack-link.ts';
import { createWeather, type Weather } from './parts/weather.ts';
import { createWebhookLink } from './parts/webhook-link.ts';
import { createViolations, type Violation, type Violations } from './violations.ts';
import { createObservers, type Observers } from './watch/observers.ts';
import { createWatching, onEachMessage } from './watch/watching.ts';

/** Everything of one simulation. */
export interface World extends Pick<Observers, 'askedAt'>, Pick<Violations, 'violated'> {
  readonly chance: Chance;
  readonly pace: Pace;
  readonly time: VirtualTime;
  readonly trace: Trace;
  readonly marks: Marks;
  readonly slack: AssembledWorkspace;
  readonly chat: SimulatedChat;
  readonly replicas: Replicas;
  readonly kills: Kills;
  readonly weather: Weather;
  readonly engine: DatabaseEngine;
  readonly watchers: readonly Watcher[];
  readonly ledger: Ledger;
  /** The first violation that was found; the simulation ends with it. */
  readonly violation: Violation | undefined;
  close(): Promise<void>;
}

interface Options {
  readonly seed: number;
  /** Unix milliseconds. */
  readonly start: number;
  readonly openEngine: OpenEngine;
  readonly onLine?: (line: TraceLine) => void;
}

const PLACES = ['r1', 'r2', 'r3'] as const;

/** Makes a world and starts its replicas. From here on the process has no other time and no other randomness than the world's. */
export async function createWorld({ seed, start, openEngine, onLine }: Options): Promise<World> {
  const time = installVirtualTime(start);
  // Before randomness is the seed's: drivers take theirs while they connect.
  const engine = queueEngine(await openEngine(time.now), time.inTurn);
  const chance = createSeededChance(seed);
  const pace = paceOf(seed);
  seedRandomness(chance.fork('crypto'));
  const { elapsed } = time;
  const trace = createTrace(elapsed, onLine);
  const marks = createMarks();
  const violations = createViolations(trace, elapsed);
  const { violated } = violations;
  process.on('unhandledRejection', (error) => violated('nothing is left unhandled', String(error)));

  const weather = createWeather({
    ...{ pace, time, trace },
    chance: chance.fork('weather'),
    faults: FAULTS,
    faultsOfNews: FAULTS_OF_NEWS,
    places: PLACES,
    setSlackFaults: (faults, of) => slack.setFaults(faults, of),
  });
  const storeNow = () => time.now() + weather.clocks.database;
  const kills: Kills = createKills({
    ...{ pace, time },
    chance: chance.fork('kills'),
    kill(life, point, awayMs) {
      observers.killed(point);
      replicas.kill(life, point ?? 'at some moment', awayMs);
    },
    still(life, point, ms) {
      marks.reach('stood still');
      trace.note(life.name, `stands still: ${point}`);
      life.standStill(time.sleep(ms));
    },
    stop: (life) => replicas.stop(life),
    lives: () => replicas.lives(),
  });
  const { slack, chat, config, secrets } = install({
    ...{ chance, time, weather },
    webhooksWith: (signedBy) =>
      createWebhookLink({
        ...{ time, ...signedBy },
        nextReplica: () => replicas.nextForWebhook(),
        fateOf: () => weather.webhook(),
        onAnswer: ({ life }, change, status, isRepeat) => observers.webhook(life, change, status, isRepeat),
      }),
    linkWith: (signingSecret) =>
      createSlackLink({
        ...{ time, signingSecret },
        nextReplica: () => replicas.next(),
        fateOf: () => weather.request(),
        onRequest: ({ life }, outgoing, isRepeat) => observers.request(life, outgoing, isRepeat),
      }),
  });
  const countsNotices = createCountsNotices({ time, fateOf: ({ name }) => weather.notice(name) });
  const ledger = createLedger();
  const invariants = createWatching({
    ...{ engine, violated, storeNow, elapsed, marks, secrets },
    invariants: INVARIANTS,
    slack: () => slack,
    now: time.now,
    hadCounts: chat.hadCounts,
    followersBetween: chat.followersBetween,
    haveNoticesCome: countsNotices.haveAllCome,
    callsPerSecond: CALLS_PER_SECOND,
  });
  const watchers: readonly Watcher[] = [ledger, ...invariants];
  const observers = createObservers({ trace, marks, engine, watchers, elapsed });
  onEachMessage(slack, observers.message);
  const connections = await connect({
    ...{ engine, slack, chat, countsNotices, time, weather, kills, observers },
    slackAddress: SLACK_ADDRESS,
  });
  await engine.watchRuns(observers.runs);
  const replicas = createReplicas({
    ...{ pace, trace },
    world: {
      ...{ config, time, storeNow, ...connections },
      engine: engine.kind,
      signals: createSignals(time, chance.fork('signals')),
      countsNotices,
      onTaken: observers.taken,
      onLog: (life, text) => observers.logged(life, text, replicas.isStopping(life)),
      idleWaitMs: IDLE_WAIT_MS,
      watchPollMs: pace.watchPollMs,
    },
    chance: chance.fork('replicas'),
    places: PLACES,
    aheadMs: (place) => weather.clocks.replicas.get(place) ?? 0,
    onStopped: observers.stopped,
    onEnded: observers.ended,
    onFailed(error, life) {
      // One that is stopped while it starts gives up its start.
      if (!replicas.isStopping(life)) violated('no replica ends by itself', `${life.name} ended: ${error}`);
    },
  });

  return {
    ...{ chance, pace, time, trace, marks, slack, chat, replicas, kills, weather, engine, watchers, ledger, violated },
    askedAt: observers.askedAt,
    get violation() {
      return violations.first;
    },
    close: () => engine.close(),
  };
}
