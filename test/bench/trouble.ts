import { setTimeout as sleep } from 'node:timers/promises';
import { accountsFrom, CALLS_PER_SECOND, leastCalls, type Stretch, type Workload } from './workload.ts';

const ACCOUNTS = 10_000;
/** What others who use the same SDKAppID leave over. */
const GRANTED = 100;

const granted: Workload = {
  name: 'granted-100',
  title: 'service grants only 100/s of 200/s',
  rounds: 3,
  service: { limit: { shape: 'sliding', callsPerSecond: GRANTED } },
  isPaced: true,
  isCached: false,
  targets: { answered: { least: 1, over: 'worst', digits: 4 }, 'wall over ideal': { most: 1.05, digits: 3 } },
  async run({ measure, ask }) {
    const { wallMs, calls, rejected } = await measure(() => ask(accountsFrom(0, ACCOUNTS)));
    const idealMs = (leastCalls(ACCOUNTS) / GRANTED) * 1000;
    return { 'wall over ideal': wallMs / idealMs, 'rejected share': rejected / calls };
  },
};

const TROUBLE = {
  limit: { shape: 'sliding', callsPerSecond: CALLS_PER_SECOND },
  failing: 0.02,
  badGateway: 0.01,
  late: 0.01,
} as const;

/** One command after the other, each when the window has emptied; of most calls' bursts something fails or is late. */
function errors(name: string, accounts: number, commands: number, mostWall: number): Workload {
  return {
    name,
    title: `${accounts} accounts; 2 % errors, 1 % 502, 1 % of calls 2 s late`,
    rounds: 3,
    service: TROUBLE,
    isPaced: false,
    isCached: false,
    targets: {
      answered: { least: 1, over: 'worst', digits: 4 },
      'wall over slowest normal answer': { most: mostWall, digits: 2 },
    },
    async run({ measure, ask }) {
      const stretches: Stretch[] = [];
      for (let n = 0; n < commands; n += 1) {
        stretches.push(await measure(() => ask(accountsFrom(n * accounts, accounts))));
        await sleep(1100);
      }
      // The mean over the commands: a median would hide the late ones.
      const sum = (of: (stretch: Stretch) => number) => stretches.reduce((total, stretch) => total + of(stretch), 0);
      return { 'wall over slowest normal answer': sum(({ wallMs }) => wallMs) / sum(({ slowestMs }) => slowestMs) };
    },
  };
}

export const TROUBLE_WORKLOADS: readonly Workload[] = [
  granted,
  errors('errors', 1000, 12, 4),
  errors('errors-3000', 3000, 8, 8),
];
