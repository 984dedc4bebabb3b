import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import PQueue from 'p-queue';
import { createBareCall } from './bare-call.ts';
import type { Contender, ContenderOptions, Counts } from './contender.ts';

const BATCH = 20;
const GATHER_MS = 5;

/** What a team would otherwise reach for: DataLoader for the batches, p-queue for the rate, lru-cache for the memory. */
export function create(options: ContenderOptions): Contender {
  const { limit, cacheTtlMs, cacheMax } = options;
  const call = createBareCall(options);
  // Strict is the sliding window: with its fixed ones p-queue would send twice the limit across a boundary.
  const queue = new PQueue({ intervalCap: limit.calls, interval: limit.perMs, strict: true });
  const loader = new DataLoader<string, Counts>(
    async (accounts) => {
      const answers = await queue.add(() => call.ask(accounts));
      return accounts.map((account) => answers.get(account) ?? new Error('not answered'));
    },
    {
      maxBatchSize: BATCH,
      batchScheduleFn: (dispatch) => setTimeout(dispatch, GATHER_MS),
      ...(cacheTtlMs > 0
        ? { cacheMap: new LRUCache<string, Promise<Counts>>({ max: cacheMax, ttl: cacheTtlMs }) }
        : { cache: false }),
    },
  );
  return {
    async lookup(userIds) {
      const found = await loader.loadMany(userIds);
      const counts = new Map<string, Counts>();
      for (const [place, one] of found.entries()) {
        if (!(one instanceof Error)) counts.set(userIds[place] as string, one);
      }
      return counts;
    },
    close: call.close,
  };
}
