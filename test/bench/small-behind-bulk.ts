import { setTimeout as sleep } from 'node:timers/promises';
import { accountsFrom, CALLS_PER_SECOND, type Workload } from './workload.ts';

const BULK = 10_000;
const SMALL = 5;
const TIMES = 20;
const REST_MS = 80;

/** Somebody asks for 5 accounts, again and again, while 10,000 of somebody else's are being asked. */
export const SMALL_BEHIND_BULK: Workload = {
  name: 'small-behind-bulk',
  title: '5 accounts behind 10,000',
  rounds: 5,
  service: { limit: { shape: 'sliding', callsPerSecond: CALLS_PER_SECOND } },
  isPaced: true,
  isCached: false,
  targets: { answered: { least: 1, over: 'worst', digits: 4 }, 'wall over one answer': { most: 1.1, digits: 2 } },
  async run({ measure, ask }) {
    const walls: number[] = [];
    const { meanMs } = await measure(async () => {
      const bulk = ask(accountsFrom(0, BULK));
      for (let n = 0; n < TIMES; n += 1) {
        await sleep(REST_MS);
        const startedAt = performance.now();
        await ask(accountsFrom(BULK + n * SMALL, SMALL));
        walls.push(performance.now() - startedAt);
      }
      await bulk;
    });
    // Means: of so few answers between 20 and 40 ms a median wanders by a tenth.
    return { 'wall over one answer': walls.reduce((sum, ms) => sum + ms, 0) / TIMES / meanMs };
  },
};
