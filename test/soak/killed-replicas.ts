import { setTimeout as sleep } from 'node:timers/promises';
import type { ListName } from '../../src/followstats/typed/list-name.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import { openStore } from '../../src/store/open.ts';
import { createSeededRandom } from '../bench/seeded-random.ts';
import { type NodeProcess, runNode } from '../e2e/node-process.ts';
import { freePort } from '../free-port.ts';
import { createActs } from './load/acts.ts';
import { createAsk } from './load/ask.ts';
import { flow } from './load/pace.ts';
import { openRoundRobin } from './load/round-robin.ts';
import { openSoakStage } from './load/soak-stage.ts';
import { newTally, type Tally } from './load/tally.ts';

interface Options {
  readonly minutes: number;
  /** Of a Postgres, with an empty database. */
  readonly databaseUrl: string;
  readonly killEveryMs: number;
  /** Commands, by all people together. */
  readonly perSecond: number;
  readonly log?: (line: string) => void;
}

/** What came of a crowd that asks two replicas of which one is killed all the time. */
export interface KilledReport extends Tally {
  readonly kills: number;
  /** Requests that the proxy could give to no replica, or that one broke off. */
  readonly failedInProxy: number;
  /** Changes that people were told are done, and that the store doesn't hold. */
  readonly lostChanges: readonly string[];
  readonly toldChanges: number;
}

const REPLICAS = 2;
const PEOPLE = 60;
/** Longer than the app takes to answer or to say why not, also where another replica has to say so. */
const PATIENCE_MS = 150_000;

/** Has people look accounts up and change lists behind a proxy while replicas are killed in turn. */
export async function soakKilledReplicas(options: Options): Promise<KilledReport> {
  const { minutes, databaseUrl, killEveryMs, perSecond, log = () => {} } = options;
  const stage = await openSoakStage({
    people: PEOPLE,
    accounts: 20_000,
    callsPerSecond: 160,
    webhookToken: 'soak-token',
  });
  const { slack, chat, askers, accounts } = stage;
  const proxy = await openRoundRobin();
  slack.setRequestUrl(`${proxy.url}/slack/events`);
  const ports = await Promise.all(Array.from({ length: REPLICAS }, freePort));
  proxy.setPorts(ports);
  const env = (n: number) => ({ ...stage.env, DATABASE_URL: databaseUrl, PORT: String(ports[n]) });
  const start = async (n: number): Promise<NodeProcess> => {
    const app = runNode('src/main.ts', [], { ...env(n), LOG_LEVEL: 'info' });
    await app.says(/"msg":"ready"/);
    return app;
  };
  const replicas: NodeProcess[] = [];
  const tally = newTally();
  const ask = createAsk({ slack, tally, patienceMs: PATIENCE_MS });
  const random = createSeededRandom(11);
  const acts = createActs({ slack, chat, ask, random, accounts, each: 20 });
  let kills = 0;

  async function killInTurn(ends: number): Promise<void> {
    while (Date.now() + killEveryMs < ends) {
      await sleep(killEveryMs);
      const n = kills % REPLICAS;
      replicas[n]?.kill('SIGKILL');
      await replicas[n]?.ended;
      kills += 1;
      replicas[n] = await start(n);
      log(`${kills} kills, ${tally.acknowledged} acknowledged, ${tally.answered + tally.excused} answered`);
    }
  }

  try {
    for (const n of ports.keys()) replicas[n] = await start(n);
    const ends = Date.now() + minutes * 60_000;
    const streams = [
      { perSecond: perSecond * 0.5, act: acts.fresh },
      { perSecond: perSecond * 0.25, act: acts.cached },
      { perSecond: perSecond * 0.25, act: acts.list },
    ];
    await Promise.all([flow(askers, streams, ends), killInTurn(ends)]);
    for (const replica of replicas) replica.kill('SIGTERM');
    await Promise.all(replicas.map(({ ended }) => ended));
    const store = await openStore({ kind: 'postgres', url: databaseUrl });
    const lists = await store.lists.read([...acts.told.keys()] as ListName[]);
    await store.close();
    const told = [...acts.told].flatMap(([name, list]) => [...list].map((account) => ({ name, account })));
    const isKept = ({ name, account }: { readonly name: string; readonly account: string }) =>
      lists.get(name as ListName)?.accounts.includes(account as AccountId);
    const lostChanges = told.filter((change) => !isKept(change)).map(({ name, account }) => `${name} ${account}`);
    return { ...tally, kills, failedInProxy: proxy.failed(), lostChanges, toldChanges: told.length };
  } finally {
    for (const replica of replicas) replica.kill('SIGKILL');
    proxy.close();
    await stage.close();
  }
}
