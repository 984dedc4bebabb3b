import { readFileSync } from 'node:fs';
import { Kysely } from 'kysely';
import { type Config, readConfig } from '../../src/config.ts';
import { type AssembledWorkspace, assembleWorkspace } from '../../src/demo/slack/assemble-workspace.ts';
import { answerFetch } from '../../src/demo/slack/http/local-fetch.ts';
import { migrate } from '../../src/store/migrate.ts';
import type { Schema } from '../../src/store/schema.ts';
import { FAULTS } from './faults/faults.ts';
import type { Watcher } from './invariants/invariant.ts';
import { INVARIANTS } from './invariants/invariants.ts';
import { type Chance, createSeededChance } from './kernel/chance.ts';
import { Life } from './kernel/life.ts';
import { type Pace, paceOf } from './kernel/pace.ts';
import { seedRandomness } from './kernel/seeded-crypto.ts';
import { createTrace, type Trace, type TraceLine } from './kernel/trace.ts';
import { installVirtualTime, type VirtualTime } from './kernel/virtual-time.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createMarks, type Marks } from './marks.ts';
import { createChat } from './parts/chat.ts';
import { createChatNetwork, spoiledBy } from './parts/chat-network.ts';
import { createSimulatedDatabase } from './parts/database.ts';
import { type DatabaseEngine, type OpenEngine, queueEngine } from './parts/database-engine.ts';
import { createKills, KILL_MARKS, type Kills } from './parts/kills.ts';
import { createReplicas, type Replicas } from './parts/replicas.ts';
import { createSignals } from './parts/signals.ts';
import { createSlackLink } from './parts/slack-link.ts';
import { createSlackNetwork } from './parts/slack-network.ts';
import { createWeather, type Weather } from './parts/weather.ts';
import { ACCOUNTS, CAST, CHANNELS, CROWD, PEOPLE } from './people/cast.ts';
import { createAnswerWatch } from './watch/answers.ts';
import { createChatWatch } from './watch/chat-calls.ts';
import { createLogWatch } from './watch/log.ts';
import { createRunWatch } from './watch/runs.ts';
import { createSlackWatch } from './watch/slack-calls.ts';
import { createWatching, onEachMessage } from './watch/watching.ts';

/** The first violation that was found; the simulation ends with it. */
export interface Violation {
  readonly invariant: string;
  readonly what: string;
  /** What to look for in the trace. */
  readonly about: readonly string[];
  /** Milliseconds since the start. */
  readonly at: number;
}

/** Everything of one simulation. */
export interface World {
  readonly chance: Chance;
  readonly pace: Pace;
  readonly time: VirtualTime;
  readonly trace: Trace;
  readonly marks: Marks;
  readonly slack: AssembledWorkspace;
  readonly chat: ReturnType<typeof createChat>;
  readonly replicas: Replicas;
  readonly kills: Kills;
  readonly weather: Weather;
  readonly engine: DatabaseEngine;
  readonly watchers: readonly Watcher[];
  readonly ledger: Ledger;
  /** When a call about an account last left for Chat, milliseconds since the start. */
  readonly askedAt: ReadonlyMap<string, number>;
  /** Unix milliseconds, by the database's clock. */
  storeNow(): number;
  violated(invariant: string, what: string, about?: readonly string[]): void;
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
const SDK_APP_ID = 1400000000;
const CALLS_PER_SECOND = 5;
/** Chat itself takes more than the app allows itself, as by default. */
const CHAT_CALLS_PER_SECOND = Math.ceil(CALLS_PER_SECOND / 0.8);
/** In the real app a minute: so long after the last signal a planner looks again. Years would be spent on looking. */
const IDLE_WAIT_MS = 6 * 3_600_000;
const SLACK = 'http://slack.test';
const MIGRATION = 'migration';
const MANIFEST = new URL('../../slack-manifest.yml', import.meta.url);

/** Makes a world and starts its replicas. From here on the process has no other time and no other randomness than the world's. */
export async function createWorld({ seed, start, openEngine, onLine }: Options): Promise<World> {
  const time = installVirtualTime(start);
  // Before randomness is the seed's: drivers take theirs while they connect.
  const engine = queueEngine(await openEngine(time.now), time.inTurn);
  const chance = createSeededChance(seed);
  const pace = paceOf(seed);
  seedRandomness(chance.fork('crypto'));
  const trace = createTrace(time.elapsed, onLine);
  const marks = createMarks();
  const secret = (length: number) => Array.from({ length }, () => chance.whole(0, 15).toString(16)).join('');
  const credentials = {
    teamId: 'T0NORTHWIND',
    botToken: `xoxb-${secret(32)}`,
    appToken: `xapp-${secret(32)}`,
    signingSecret: secret(32),
  };
  const secretKey = secret(64);
  let violation: Violation | undefined;
  const violated: World['violated'] = (invariant, what, about = []) => {
    trace.note('world', `${invariant}: ${what}`);
    violation ??= { invariant, what, about, at: time.elapsed() };
  };
  process.on('unhandledRejection', (error) => violated('nothing is left unhandled', String(error)));

  const weather = createWeather({
    chance: chance.fork('weather'),
    pace,
    time,
    trace,
    faults: FAULTS,
    places: PLACES,
    setSlackFaults: (faults, of) => slack.setFaults(faults, of),
  });
  const storeNow = () => time.now() + weather.clocks.database;
  const kills: Kills = createKills({
    chance: chance.fork('kills'),
    pace,
    time,
    kill(life, point, awayMs) {
      const mark = point && KILL_MARKS[point];
      if (mark) marks.reach(mark);
      replicas.kill(life, point ?? 'at some moment', awayMs);
    },
    stop: (life) => replicas.stop(life),
    lives: () => replicas.lives(),
  });
  const database = createSimulatedDatabase({
    engine,
    time,
    hangOf: ({ name }) => weather.connection(name),
    // The tables are made before the clock runs.
    fateOf: ({ name }, sql) => (name === MIGRATION ? { ms: 0, fails: undefined } : weather.statement(sql)),
    onPoint: (life, point) => kills.passed(life, point),
  });
  const link = createSlackLink({
    time,
    signingSecret: credentials.signingSecret,
    nextReplica: () => replicas.next(),
    fateOf: () => weather.request(),
    onRequest({ life }, outgoing, isRepeat) {
      trace.note(life.name, `gets ${outgoing.type}${isRepeat ? ' again' : ''}`);
      for (const watcher of watchers) watcher.request?.(outgoing);
    },
  });
  const slack = assembleWorkspace({
    people: PEOPLE,
    channels: CHANNELS,
    userGroups: [],
    credentials,
    manifest: readFileSync(MANIFEST, 'utf8'),
    now: () => time.now() + weather.clocks.slack,
    address: SLACK,
    link,
    elapsedMs: time.elapsed,
    keptCalls: 0,
  });
  const chat = createChat({
    sdkAppId: SDK_APP_ID,
    secretKey,
    accounts: [...ACCOUNTS, ...CROWD],
    maxCallsPerSecond: CHAT_CALLS_PER_SECOND,
    chance: chance.fork('chat'),
    weather,
    now: time.now,
  });
  const config: Config = readConfig({
    SLACK_BOT_TOKEN: credentials.botToken,
    SLACK_SIGNING_SECRET: credentials.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    TENCENT_SDK_APP_ID: String(SDK_APP_ID),
    TENCENT_SECRET_KEY: secretKey,
    TENCENT_BASE_URL: 'http://chat.test',
    TENCENT_MAX_CALLS_PER_SECOND: String(CALLS_PER_SECOND),
    // More than there are accounts, and no more: replicas start often, and a cache takes its whole memory at once.
    CACHE_MAX_ACCOUNTS: '500',
    FOLLOWSTATS_ADMINS: CAST.anders.id,
    FOLLOWSTATS_VIEWERS: CAST.maya.id,
  });
  const ledger = createLedger();
  const invariants = createWatching({
    invariants: INVARIANTS,
    engine,
    slack: () => slack,
    violated,
    storeNow,
    now: time.now,
    hadCounts: chat.hadCounts,
    elapsed: time.elapsed,
    marks,
    secrets: [credentials.botToken, credentials.appToken, credentials.signingSecret, secretKey],
    callsPerSecond: CALLS_PER_SECOND,
    isCalm: () => weather.isCalm,
  });
  const watchers: readonly Watcher[] = [ledger, ...invariants];
  const watchAnswer = createAnswerWatch(marks);
  onEachMessage(slack, (message) => {
    watchAnswer(message);
    for (const watcher of watchers) watcher.message?.(message);
  });
  const askedAt = new Map<string, number>();
  const watchLine = createLogWatch(trace, marks);
  const watchChat = createChatWatch(marks);
  const watchRuns = createRunWatch(engine, marks);
  const chatFor = createChatNetwork({
    time,
    fateOf: () => weather.chatCall(),
    onPoint: (life, point) => kills.passed(life, point),
    onLeave(life, accounts) {
      for (const account of accounts) askedAt.set(account, time.elapsed());
      for (const watcher of watchers) watcher.chatCall?.({ leftAt: time.elapsed(), accounts });
      return watchChat.left(life, accounts);
    },
    serve: chat.serve,
    onCall(life, _, { accounts, code, fault }) {
      trace.note(life.name, `asks Chat for ${accounts.length}: ${code}`);
      watchChat.decided(life, accounts, code);
      for (const watcher of watchers)
        watcher.chatReply?.({ replica: life.name, accounts, code, spoiled: spoiledBy(fault) });
    },
  });
  const fetchFor = createSlackNetwork({
    time,
    fateOf: (_, method) => weather.slackCall(method),
    onPoint: (life, point) => kills.passed(life, point),
    serve: (url, init) => time.hold(answerFetch(slack.handle, SLACK, url, init)),
    onCall: createSlackWatch(trace, marks),
  });
  const context = { db: new Kysely<Schema>({ dialect: database.dialectFor(new Life(MIGRATION)) }) };
  await migrate(context.db, engine.kind);
  await engine.watchRuns((changes) => {
    for (const { id, from, to, reason } of changes)
      if (from !== to)
        trace.note('store', `run ${id} ${from || 'new'} → ${to}${reason === null ? '' : ` (${reason})`}`);
    watchRuns(changes);
    for (const watcher of watchers) watcher.runs?.(changes);
  });
  const replicas = createReplicas({
    world: {
      ...{ config, time, database, storeNow, fetchFor, chatFor },
      engine: engine.kind,
      signals: createSignals(time, chance.fork('signals')),
      onLog(life, text) {
        const line = JSON.parse(text);
        watchLine(life.name, line, replicas.isStopping(life));
        for (const watcher of watchers) watcher.log?.(line, text, life.name);
      },
      idleWaitMs: IDLE_WAIT_MS,
    },
    chance: chance.fork('replicas'),
    pace,
    trace,
    places: PLACES,
    aheadMs: (place) => weather.clocks.replicas.get(place) ?? 0,
    onStopped({ name }) {
      for (const watcher of watchers) watcher.stopped?.(name);
    },
    onFailed(error, life) {
      // One that is stopped while it starts gives up its start.
      if (!replicas.isStopping(life)) violated('no replica ends by itself', `${life.name} ended: ${error}`);
    },
  });

  return {
    ...{
      chance,
      pace,
      time,
      trace,
      marks,
      slack,
      chat,
      replicas,
      kills,
      weather,
      engine,
      watchers,
      ledger,
      askedAt,
      storeNow,
      violated,
    },
    get violation() {
      return violation;
    },
    async close() {
      await engine.close();
    },
  };
}
