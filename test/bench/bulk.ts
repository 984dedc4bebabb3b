import type { ServiceLimit } from './service-limit.ts';
import { accountsFrom, CALLS_PER_SECOND, leastCalls, type Target, type Workload } from './workload.ts';

const ACCOUNTS = 20_000;
const SECONDS = leastCalls(ACCOUNTS) / CALLS_PER_SECOND;

/** 20,000 accounts against one of the shapes the service's limit may have. */
function bulk(name: string, words: string, limit: ServiceLimit, targets: Readonly<Record<string, Target>>): Workload {
  return {
    name,
    title: `20,000 accounts at 200/s; ${words}`,
    rounds: 3,
    service: { limit },
    isPaced: true,
    isCached: false,
    targets,
    async run({ measure, ask }) {
      const { calls, rejected, mostInASecond, wallMs } = await measure(() => ask(accountsFrom(0, ACCOUNTS)));
      return {
        'rejected share': rejected / calls,
        'most in any second': mostInASecond,
        [`wall over ${SECONDS.toFixed(1)} s`]: wallMs / (SECONDS * 1000),
      };
    },
  };
}

const KEPT: Readonly<Record<string, Target>> = {
  answered: { least: 1, over: 'worst', digits: 4 },
  'rejected share': { most: 0, over: 'worst', digits: 4 },
  'most in any second': { most: CALLS_PER_SECOND, over: 'worst', digits: 0 },
  'wall over 5.0 s': { most: 1.05, digits: 3 },
};
const SMALL_BUCKET: Readonly<Record<string, Target>> = {
  answered: { least: 1, over: 'worst', digits: 4 },
  'rejected share': { most: 0.05, over: 'worst', digits: 4 },
  'wall over 5.0 s': { most: 1.15, digits: 3 },
};

const perSecond = { callsPerSecond: CALLS_PER_SECOND };

export const BULK_WORKLOADS: readonly Workload[] = [
  bulk('bulk-sliding', 'sliding second', { shape: 'sliding', ...perSecond }, KEPT),
  bulk('bulk-calendar', 'calendar second', { shape: 'calendar', ...perSecond }, KEPT),
  bulk('bulk-bucket', 'bucket of 200', { shape: 'bucket', ...perSecond, capacity: 200 }, KEPT),
  bulk('bulk-bucket-20', 'bucket of 20', { shape: 'bucket', ...perSecond, capacity: 20 }, SMALL_BUCKET),
];
