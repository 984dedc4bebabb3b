import type { Selectable } from 'kysely';
import type { DigestId, Run } from '../../digests/types.ts';
import { readOrigin, readRunReason, readRunState } from '../known-words.ts';
import type { Schema } from '../schema.ts';

export type RunRow = Selectable<Schema['digest_runs']>;

/** All columns of a run but its marks, which are long and seldom wanted. */
export const RUN_COLUMNS = [
  'id',
  'digest_id',
  'slot',
  'origin',
  'state',
  'reason',
  'attempts',
  'first_tried_at',
  'due_at',
  'changed_at',
  'token',
  'lease_until',
  'again_at',
  'tell_at',
  'post_channel_id',
  'post_ts',
  'post_at',
] as const satisfies readonly (keyof RunRow)[];

export function toRun(row: Omit<RunRow, 'marks'>): Run {
  const { post_channel_id: channelId, post_ts: ts, post_at: at } = row;
  return {
    id: row.id,
    digestId: String(row.digest_id) as DigestId,
    slot: row.slot,
    origin: readOrigin(row.origin),
    state: readRunState(row.state),
    reason: row.reason === null ? undefined : readRunReason(row.reason),
    attempts: row.attempts,
    firstTriedAt: row.first_tried_at ?? undefined,
    dueAt: row.due_at,
    changedAt: row.changed_at,
    post: channelId !== null && at !== null ? { channelId, ts: ts ?? undefined, at } : undefined,
  };
}
