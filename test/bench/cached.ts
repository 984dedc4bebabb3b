import { median } from './statistics.ts';
import { accountsFrom, UNLIMITED, type Workload } from './workload.ts';

const ACCOUNTS = 2000;
const BLOCKS = 21;
const TIMES = 100;

/** Looks up 2,000 known accounts over and over, in turn with the least code that gives the same Map. */
export const CACHED: Workload = {
  name: 'cached',
  title: '2,000 cached accounts',
  rounds: 5,
  service: UNLIMITED,
  isPaced: false,
  isCached: true,
  targets: { "time over a bare Map's": { most: 1.5, digits: 2 } },
  async run({ contender, measure }) {
    const accounts = accountsFrom(0, ACCOUNTS);
    const bare = new Map(await contender.lookup(accounts));
    const ratios: number[] = [];
    for (let block = 0; block < BLOCKS; block += 1) {
      const { wallMs } = await measure(async () => {
        for (let n = 0; n < TIMES; n += 1) await contender.lookup(accounts);
      });
      const startedAt = performance.now();
      for (let n = 0; n < TIMES; n += 1) await lookUpBare(bare, accounts);
      ratios.push(wallMs / (performance.now() - startedAt));
    }
    // The first blocks still compile.
    return { "time over a bare Map's": median(ratios.slice(3)) };
  },
};

async function lookUpBare<T>(known: ReadonlyMap<string, T>, accounts: readonly string[]): Promise<Map<string, T>> {
  const answers = new Map<string, T>();
  for (const account of accounts) {
    const found = known.get(account);
    if (found) answers.set(account, found);
  }
  return answers;
}
