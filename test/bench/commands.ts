import { setTimeout as sleep } from 'node:timers/promises';
import { median } from './statistics.ts';
import { accountsFrom, leastCalls, type Round, type Stretch, UNLIMITED, type Workload } from './workload.ts';

const PEOPLE = 200;
const EACH = 5;
/** Commands of one round, and the rest between them: fewer calls a second than a burst, so that none is paced. */
const COMMANDS = 4;
const REST_MS = 300;

/** One person asks for `count` unknown accounts, several times in a round, each time others. */
function oneCommand(name: string, count: number, mostWall: number): Workload {
  return {
    name,
    title: `one command, ${count} accounts, cold`,
    rounds: 5,
    service: UNLIMITED,
    isPaced: false,
    isCached: false,
    targets: {
      'calls over least': { most: 1, over: 'worst', digits: 2 },
      'wall over slowest answer': { most: mostWall, digits: 2 },
    },
    async run({ measure, ask }) {
      const stretches: Stretch[] = [];
      for (let n = 0; n < COMMANDS; n += 1) {
        stretches.push(await measure(() => ask(accountsFrom(n * count, count))));
        await sleep(REST_MS);
      }
      return {
        'calls over least': Math.max(...stretches.map(({ calls }) => calls / leastCalls(count))),
        'wall over slowest answer': median(stretches.map(({ wallMs, slowestMs }) => wallMs / slowestMs)),
      };
    },
  };
}

/** Every second account of a command was asked for before. */
function halfHot(person: number): readonly string[] {
  const [hot, cold] = person % 2 === 0 ? [3, 2] : [2, 3];
  return [...accountsFrom(person * EACH, hot), ...accountsFrom(10_000 + person * EACH, cold)];
}

/** Caches what is hot, and lets the rate window empty. */
async function heat({ contender }: Round): Promise<void> {
  await contender.lookup(Array.from({ length: PEOPLE }, (_, person) => halfHot(person).filter(isHot)).flat());
  await sleep(1100);
}

function isHot(account: string): boolean {
  return Number(account.slice(-7)) < 10_000;
}

const COLD = leastCalls((PEOPLE * EACH) / 2);
const SHARED = { rounds: 5, service: UNLIMITED, isPaced: false, isCached: true } as const;

const atOnce: Workload = {
  ...SHARED,
  name: 'commands-at-once',
  title: '200 commands × 5 at once, half hot',
  targets: {
    'calls over least': { most: 1, over: 'worst', digits: 2 },
    'wall over ideal': { most: 1.35, digits: 2 },
  },
  async run(round) {
    await heat(round);
    const { calls, wallMs, slowestMs } = await round.measure(() =>
      Promise.all(Array.from({ length: PEOPLE }, (_, person) => round.ask(halfHot(person)))),
    );
    // All calls fit into the first burst: one wave, as long as its slowest answer.
    return { 'calls over least': calls / COLD, 'wall over ideal': wallMs / slowestMs };
  },
};

const overAWhile: Workload = {
  ...SHARED,
  name: 'commands-over-100-ms',
  title: 'the same over 100 ms',
  targets: { 'calls over least': { most: 1.1, digits: 2 } },
  async run(round) {
    await heat(round);
    const { calls } = await round.measure(() =>
      Promise.all(
        Array.from({ length: PEOPLE }, async (_, person) => {
          await sleep(person / 2);
          await round.ask(halfHot(person));
        }),
      ),
    );
    return { 'calls over least': calls / COLD };
  },
};

export const COMMAND_WORKLOADS: readonly Workload[] = [
  oneCommand('command-100', 100, 1.1),
  oneCommand('command-500', 500, 1.2),
  atOnce,
  overAWhile,
];
