import type { Selectable } from 'kysely';
import type { Run, RunState, RunStatus } from '../../digests/runs.ts';
import type { DigestId } from '../../digests/types.ts';
import type { Schema } from '../schema.ts';
import {
  isDueReason,
  isFailReason,
  isMissedReason,
  isPostedReason,
  isRunReason,
  isSkipReason,
  isUnknownReason,
  readOrigin,
  readReason,
} from './run-words.ts';

/** A run's row as `RUN_COLUMNS` selects it. */
export type RunRow = Omit<Selectable<Schema['digest_runs']>, 'marks'>;

/** All columns of a run but what it said, which is long and seldom wanted. */
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

/** Reads a run's row; words that this version doesn't know come back as `Unrecognized`. Never throws. */
export function toRun(row: RunRow): Run {
  return {
    id: row.id,
    digestId: String(row.digest_id) as DigestId,
    slot: row.slot,
    origin: readOrigin(row.origin),
    attempts: row.attempts,
    firstTriedAt: row.first_tried_at ?? undefined,
    dueAt: row.due_at,
    changedAt: row.changed_at,
    ...toStatus(row),
  };
}

type ReadStatus = {
  readonly [State in RunState]: (row: RunRow) => Extract<RunStatus, { readonly state: State }> | undefined;
};

/** How the rows of each state are read; a state without an entry doesn't compile. */
const STATUS: ReadStatus = {
  due: ({ reason }) => ({ state: 'due', reason: reason === null ? undefined : readReason(isDueReason, reason) }),
  claimed: () => ({ state: 'claimed', reason: undefined }),
  posting: () => ({ state: 'posting', reason: undefined }),
  posted({ reason, post_channel_id: channelId, post_ts: ts, post_at: at }) {
    // A post always has both; a row without them is read as one of another version.
    if (channelId === null || at === null) return undefined;
    const post = { channelId, ts: ts ?? undefined, at };
    return { state: 'posted', reason: reason === null ? undefined : readReason(isPostedReason, reason), post };
  },
  skipped: ({ reason }) => ({ state: 'skipped', reason: readReason(isSkipReason, reason ?? '') }),
  failed: ({ reason }) => ({ state: 'failed', reason: readReason(isFailReason, reason ?? '') }),
  unknown: ({ reason }) => ({ state: 'unknown', reason: readReason(isUnknownReason, reason ?? '') }),
  missed: ({ reason }) => ({ state: 'missed', reason: readReason(isMissedReason, reason ?? '') }),
};

const isState = (word: string): word is RunState => Object.hasOwn(STATUS, word);

function toStatus(row: RunRow): RunStatus {
  const { state, reason } = row;
  const known = isState(state) ? STATUS[state](row) : undefined;
  if (known) return known;
  return { state: { unrecognized: state }, reason: reason === null ? undefined : readReason(isRunReason, reason) };
}
