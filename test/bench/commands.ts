import { setTimeout as sleep } from 'node:timers/promises';
import { mean, median } from './statistics.ts';
import {
  accountsFrom,
  CALLS_PER_SECOND,
  leastCalls,
  type Round,
  type Stretch,
  UNLIMITED,
  type Workload,
} from './workload.ts';

const PEOPLE = 200;
const EACH = 5;
/**
 * Commands of one round, and the rest between them: fewer calls a second than a burst, so that none is paced. A few would
 * measure the compiler more than what it compiles.
 */
const COMMANDS = 60;
const REST_MS = 50;

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

/** Commands in a row, the ones whose time counts, and how often: once the window is empty again. */
const IN_A_ROW = 7;
const EACH_IN_A_ROW = 500;
const COUNTED_FROM = 2;
const ROWS = 12;
const EMPTY_MS = 1200;

/** One person asks for 500 unknown accounts seven times, each time as soon as the last is answered: 175 calls of a window's 200. */
const inARow: Workload = {
  name: 'commands-in-a-row',
  title: 'seven commands in a row, 500 accounts each, from the third on',
  rounds: 5,
  service: { limit: { shape: 'sliding', callsPerSecond: CALLS_PER_SECOND } },
  isPaced: false,
  isCached: false,
  targets: {
    answered: { least: 1, over: 'worst', digits: 4 },
    // Not 1: on a busy machine some of so many calls are hedged.
    'calls over least': { most: 1.1, over: 'worst', digits: 2 },
  },
  overFloor: { figure: 'ms a command, mean', target: { most: 1.5, digits: 2 } },
  async run({ measure, ask }) {
    const stretches: Stretch[] = [];
    const walls: number[] = [];
    for (let row = 0; row < ROWS; row += 1) {
      const accountsOf = (n: number) => accountsFrom((row * IN_A_ROW + n) * EACH_IN_A_ROW, EACH_IN_A_ROW);
      const stretch = await measure(async () => {
        for (let n = 0; n < IN_A_ROW; n += 1) {
          const startedAt = performance.now();
          await ask(accountsOf(n));
          if (n >= COUNTED_FROM) walls.push(performance.now() - startedAt);
        }
      });
      stretches.push(stretch);
      await sleep(EMPTY_MS);
    }
    return {
      'calls over least': Math.max(...stretches.map(({ calls }) => calls / (IN_A_ROW * leastCalls(EACH_IN_A_ROW)))),
      'ms a command, mean': mean(walls),
    };
  },
};

/**
 * Bursts of one round, and the rest before each, so that none is paced. So many that several full collections fall into a
 * round: one costs five bursts' CPU, and with thirty bursts it decided the round where the only one fell.
 */
const BURSTS = 120;
const BEFORE_BURST_MS = 50;
const COLD_FROM = 1_000_000;

/** Hot accounts of a command; the others of its five are cold. Over all commands half are. */
const hotCount = (place: number): number => (place % 2 === 0 ? 3 : 2);

/** Asked for in every burst. */
const hotOf = (place: number): readonly string[] => accountsFrom(place * EACH, hotCount(place));

/** Asked for in this burst only. */
const coldOf = (burst: number, place: number): readonly string[] =>
  accountsFrom(COLD_FROM + (burst * PEOPLE + place) * EACH, EACH - hotCount(place));

const COLD = leastCalls((PEOPLE * EACH) / 2);
const SHARED = { service: UNLIMITED, isPaced: false, isCached: true } as const;

/**
 * Measures bursts of 200 commands. The hot accounts are cached before the first, and nothing else is asked between two: what
 * a burst leaves to be collected, another burst collects.
 * @param ask starts one command of a burst; `place` counts from 0
 */
async function measureBursts(
  { contender, measure }: Round,
  ask: (accounts: readonly string[], place: number) => Promise<void>,
): Promise<readonly Stretch[]> {
  await contender.lookup(Array.from({ length: PEOPLE }, (_, place) => hotOf(place)).flat());
  const stretches: Stretch[] = [];
  for (let burst = 0; burst < BURSTS; burst += 1) {
    const commands = Array.from({ length: PEOPLE }, (_, place) => [...hotOf(place), ...coldOf(burst, place)]);
    await sleep(BEFORE_BURST_MS);
    stretches.push(await measure(() => Promise.all(commands.map(ask))));
  }
  return stretches;
}

const atOnce: Workload = {
  ...SHARED,
  name: 'commands-at-once',
  title: '200 commands × 5 at once, half hot',
  rounds: 9,
  targets: {
    'calls over least': { most: 1, over: 'worst', digits: 2 },
    'wall over ideal': { most: 1.35, digits: 2 },
  },
  async run(round) {
    const stretches = await measureBursts(round, (accounts) => round.ask(accounts));
    return {
      'calls over least': Math.max(...stretches.map(({ calls }) => calls / COLD)),
      // All calls fit into the first burst: one wave, as long as its slowest answer.
      'wall over ideal': median(stretches.map(({ wallMs, slowestMs }) => wallMs / slowestMs)),
    };
  },
};

const overAWhile: Workload = {
  ...SHARED,
  name: 'commands-over-100-ms',
  title: 'the same over 100 ms',
  rounds: 3,
  targets: { 'calls over least': { most: 1.1, over: 'worst', digits: 2 } },
  async run(round) {
    const stretches = await measureBursts(round, async (accounts, place) => {
      await sleep(place / 2);
      await round.ask(accounts);
    });
    return { 'calls over least': Math.max(...stretches.map(({ calls }) => calls / COLD)) };
  },
};

export const COMMAND_WORKLOADS: readonly Workload[] = [
  oneCommand('command-100', 100, 1.1),
  oneCommand('command-500', 500, 1.2),
  inARow,
  atOnce,
  overAWhile,
];
