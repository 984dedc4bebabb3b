import { Kysely } from 'kysely';
import type { Dispatcher } from 'undici';
import type { AssembledWorkspace } from '../../../src/demo/slack/assemble-workspace.ts';
import { answerFetch } from '../../../src/demo/slack/http/local-fetch.ts';
import { migrate } from '../../../src/store/migrate.ts';
import type { Schema } from '../../../src/store/schema.ts';
import { Life } from '../kernel/life.ts';
import type { VirtualTime } from '../kernel/virtual-time.ts';
import type { Observers } from '../watch/observers.ts';
import type { SimulatedChat } from './chat.ts';
import { createChatNetwork } from './chat-network.ts';
import type { CountsNotices } from './counts-notices.ts';
import { createSimulatedDatabase, type SimulatedDatabase } from './database.ts';
import type { DatabaseEngine } from './database-engine.ts';
import type { Kills } from './kills.ts';
import { createSlackNetwork } from './slack-network.ts';
import type { Weather } from './weather.ts';

interface Options {
  readonly engine: DatabaseEngine;
  readonly slack: AssembledWorkspace;
  /** Where `slack` is reached; without a path. */
  readonly slackAddress: string;
  readonly chat: SimulatedChat;
  readonly countsNotices: CountsNotices;
  readonly time: VirtualTime;
  /** Decides how long each statement and call takes, and whether it fails. */
  readonly weather: Weather;
  /** Told of each point that a replica passes. */
  readonly kills: Pick<Kills, 'passed'>;
  readonly observers: Pick<Observers, 'slackCalled' | 'chatLeft' | 'chatDecided'>;
}

/** All ways that lead out of a replica. */
export interface Connections {
  readonly database: SimulatedDatabase;
  readonly fetchFor: (life: Life) => typeof globalThis.fetch;
  readonly chatFor: (life: Life) => Dispatcher;
}

const MIGRATION = 'migration';

/** Makes them, and the tables of the database. */
export async function connect(options: Options): Promise<Connections> {
  const { engine, slack, slackAddress, chat, countsNotices, time, weather, kills, observers } = options;
  const onPoint = kills.passed;
  const database = createSimulatedDatabase({
    engine,
    time,
    hangOf: ({ name }) => weather.connection(name),
    // The tables are made before the clock runs.
    fateOf: ({ name }, sql) => (name === MIGRATION ? { ms: 0, fails: undefined } : weather.statement(sql)),
    onTransaction: (life, step) => countsNotices[step](life),
    onPoint,
  });
  const chatFor = createChatNetwork({
    time,
    fateOf: () => weather.chatCall(),
    onPoint,
    onLeave: observers.chatLeft,
    serve: chat.serve,
    onCall: (life, _, reply) => observers.chatDecided(life, reply),
  });
  const fetchFor = createSlackNetwork({
    time,
    fateOf: (_, method) => weather.slackCall(method),
    onPoint,
    serve: (url, init) => time.hold(answerFetch(slack.handle, slackAddress, url, init)),
    onCall: observers.slackCalled,
  });
  await migrate(new Kysely<Schema>({ dialect: database.dialectFor(new Life(MIGRATION)) }), engine.kind);
  return { database, fetchFor, chatFor };
}
