import { BULK_WORKLOADS } from './bulk.ts';
import { CACHED } from './cached.ts';
import { COMMAND_WORKLOADS } from './commands.ts';
import { SMALL_BEHIND_BULK } from './small-behind-bulk.ts';
import { TROUBLE_WORKLOADS } from './trouble.ts';
import type { Workload } from './workload.ts';

/** Everything the upstream client is measured on, each contender in a fresh process. */
export const WORKLOADS: readonly Workload[] = [
  ...COMMAND_WORKLOADS,
  ...BULK_WORKLOADS,
  SMALL_BEHIND_BULK,
  ...TROUBLE_WORKLOADS,
  CACHED,
];
