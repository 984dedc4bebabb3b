import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contender, ContenderOptions } from './contender.ts';
import { createMeter, type Totals } from './meter.ts';
import { startStandIn } from './stand-in.ts';
import { accountsFrom, CALLS_PER_SECOND, optionsFor, type Workload } from './workload.ts';
import { WORKLOADS } from './workloads.ts';

/** In the order of the table's columns. */
export const CONTENDERS = ['ours', 'floor', 'DataLoader'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** What one workload came to for one contender in one fresh process. */
export interface RoundReport extends Totals {
  readonly figures: Readonly<Record<string, number>>;
}

/** Loaded only when it is its turn: the app's packages would weigh on the others' processes. */
const CREATE: Readonly<Record<ContenderName, () => Promise<(options: ContenderOptions) => Contender>>> = {
  ours: async () => (await import('./contender.ts')).create,
  floor: async () => (await import('./floor.ts')).create,
  DataLoader: async () => (await import('./dataloader-contender.ts')).create,
};

const WARM_UPS = 3;
const WARM_UP_ACCOUNTS = 500;
const WARM_UP_SMALL = 5;
/** Until the rate window is empty, and the threads that sweep behind the collection have ended: that isn't the round's work. */
const SETTLE_MS = 1200;

/** Runs one round in a process of its own. @param seed decides the service's answer times and errors */
export async function runRound(workload: Workload, contender: ContenderName, seed: number): Promise<RoundReport> {
  const profile = process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];
  const child = fork(import.meta.filename, [workload.name, contender, String(seed)], {
    execArgv: ['--expose-gc', ...profile],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the round ${workload.name} of ${contender} ended without a report`);
  });
  const [report] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => {});
  return report as RoundReport;
}

function optionsOf({ isPaced, isCached }: Workload, name: ContenderName, baseUrl: string): ContenderOptions {
  const calls = isPaced || name !== 'floor' ? CALLS_PER_SECOND : Number.POSITIVE_INFINITY;
  return optionsFor(baseUrl, { calls, isCached });
}

/** Opens the connections and lets the code be compiled, with big and small questions. */
async function warmUp({ lookup }: Contender): Promise<void> {
  for (let n = 0; n < WARM_UPS; n += 1) {
    const first = 9_000_000 + n * 2 * WARM_UP_ACCOUNTS;
    await lookup(accountsFrom(first, WARM_UP_ACCOUNTS));
    const small = Array.from({ length: WARM_UP_ACCOUNTS / WARM_UP_SMALL }, (_, place) =>
      accountsFrom(first + WARM_UP_ACCOUNTS + place * WARM_UP_SMALL, WARM_UP_SMALL),
    );
    await Promise.all(small.map((accounts) => lookup(accounts)));
  }
}

async function run(workload: Workload, name: ContenderName, seed: number): Promise<RoundReport> {
  const chat = await startStandIn(seed);
  const contender = (await CREATE[name]())(optionsOf(workload, name, chat.url));
  await warmUp(contender);
  await chat.become(workload.service);
  globalThis.gc?.();
  await sleep(SETTLE_MS);
  const meter = createMeter(contender, chat);
  const figures = await workload.run(meter);
  await contender.close();
  chat.stop();
  const totals = meter.totals();
  return { ...totals, figures: { answered: totals.answeredShare, ...figures } };
}

if (import.meta.main) {
  const [, , workloadName, name, seed] = process.argv;
  const workload = WORKLOADS.find((one) => one.name === workloadName);
  if (!workload) throw new Error(`no workload ${workloadName}`);
  const report = await run(workload, name as ContenderName, Number(seed));
  process.send?.(report, () => process.disconnect());
}
