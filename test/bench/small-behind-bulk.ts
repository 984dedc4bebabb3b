import { setTimeout as sleep } from 'node:timers/promises';
import { mean } from './statistics.ts';
import { accountsFrom, CALLS_PER_SECOND, type Workload } from './workload.ts';

const BULK = 10_000;
const SMALL = 5;
const TIMES = 20;
const REST_MS = 80;
/**
 * Bulks of one round, and the rest between them, in which the rate window empties. Of twenty answers alone the mean wanders by
 * 4 %.
 */
const BULKS = 3;
const BETWEEN_MS = 1200;

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
    const means: number[] = [];
    for (let place = 0; place < BULKS; place += 1) {
      if (place > 0) await sleep(BETWEEN_MS);
      const first = place * 2 * BULK;
      const { meanMs } = await measure(async () => {
        const bulk = ask(accountsFrom(first, BULK));
        for (let n = 0; n < TIMES; n += 1) {
          await sleep(REST_MS);
          const startedAt = performance.now();
          await ask(accountsFrom(first + BULK + n * SMALL, SMALL));
          walls.push(performance.now() - startedAt);
        }
        await bulk;
      });
      means.push(meanMs);
    }
    // Means: of so few answers between 20 and 40 ms a median wanders by a tenth.
    return { 'wall over one answer': mean(walls) / mean(means) };
  },
};
