import type { Snapshot } from '../../followstats/reports/snapshots.ts';
import type { Schema } from '../schema.ts';

/** A snapshot as the store has it. */
export type SnapshotRow = Schema['snapshots'];

/** Reads a row. */
export function toSnapshot({ read_at: readAt, followers, following, mutual }: SnapshotRow): Snapshot {
  return { followers, following, mutual, readAt };
}

/** Cuts items into as few runs of at most `size` as there can be, in their order. */
export function* chunks<Item>(items: readonly Item[], size: number): Iterable<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
