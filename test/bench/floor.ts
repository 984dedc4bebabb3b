import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { createBareCall } from './bare-call.ts';
import type { Contender, ContenderOptions, Counts } from './contender.ts';

const BATCH = 20;

interface Flushed {
  readonly asked: number;
  readonly counts: Map<string, Counts>;
}

/**
 * The floor: one pool, batches of 20 filled by hand from what is asked in one turn of the event loop, calls evenly
 * spaced where there is a limit. No retries, no fairness, no deadline: what those cost is what lies above it.
 */
export function create(options: ContenderOptions): Contender {
  const call = createBareCall(options);
  const intervalMs = options.limit.perMs / options.limit.calls;
  // For as long and as many as it is told, as ours; what a bare Map takes is the cached workload's own measure.
  const { cacheTtlMs: ttl, cacheMax: max } = options;
  const cache = ttl > 0 ? new LRUCache<string, Counts>({ max, ttl }) : undefined;
  let gathered: string[] = [];
  let flushed: Promise<Flushed> | undefined;
  let dueAt = 0;

  async function askInto(counts: Map<string, Counts>, batch: readonly string[]): Promise<void> {
    try {
      for (const [account, found] of await call.ask(batch)) {
        counts.set(account, found);
        cache?.set(account, found);
      }
    } catch {
      // The floor asks once; what failed is left out.
    }
  }

  async function flush(): Promise<Flushed> {
    await new Promise((resolve) => setImmediate(resolve));
    const accounts = gathered;
    gathered = [];
    flushed = undefined;
    const counts = new Map<string, Counts>();
    const calls: Promise<void>[] = [];
    for (let first = 0; first < accounts.length; first += BATCH) {
      const at = performance.now();
      if (dueAt > at) await sleep(Math.ceil(dueAt - at));
      dueAt = Math.max(at, dueAt) + intervalMs;
      calls.push(askInto(counts, accounts.slice(first, first + BATCH)));
    }
    await Promise.all(calls);
    return { asked: accounts.length, counts };
  }

  return {
    async lookup(userIds) {
      const known = new Map<string, Counts>();
      const unknown = userIds.filter((account) => {
        const found = cache?.get(account);
        if (found) known.set(account, found);
        return !found;
      });
      if (unknown.length === 0) return known;
      gathered.push(...unknown);
      flushed ??= flush();
      const { asked, counts } = await flushed;
      // Who asked alone needs nothing cut out for him.
      if (asked === userIds.length && known.size === 0) return counts;
      for (const account of unknown) {
        const found = counts.get(account);
        if (found) known.set(account, found);
      }
      return known;
    },
    close: call.close,
  };
}
