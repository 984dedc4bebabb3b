import { z } from 'zod';
import type { Snapshot } from '../../followstats/reports/snapshots.ts';

/** What was read of an account, as the store has it in an answer: followers, following, mutual, and when, Unix milliseconds. */
export const WrittenCounts = z.tuple([z.number(), z.number(), z.number(), z.number()]);

type Written = z.infer<typeof WrittenCounts>;

/** Writes counts for the store. */
export function writeCounts({ followers, following, mutual, readAt }: Snapshot): Written {
  return [followers, following, mutual, readAt];
}

/** Reads what `writeCounts` wrote. */
export function readCounts([followers, following, mutual, readAt]: Written): Snapshot {
  return { followers, following, mutual, readAt };
}
