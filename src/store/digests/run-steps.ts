import { sql, type UpdateObject } from 'kysely';
import {
  HELD_STATES,
  isAskedFor,
  isNotified,
  isPause,
  MAY_END_FROM,
  mayBeRepeated,
  REJECTIONS_LOOKED_AT,
  toRepeatedError,
} from '../../digests/delivery/run-rules.ts';
import type { Claim, RunWork } from '../../digests/run-ports.ts';
import type { FailReason, RunState, SlackPost } from '../../digests/runs.ts';
import type { Digest } from '../../digests/types.ts';
import { type Context, later } from '../clock.ts';
import type { Database, Schema } from '../schema.ts';
import { inTransaction } from '../transaction.ts';
import { lockPoster, pauseBySystem, type RunContext } from './digest-rows.ts';
import { writeReadings } from './posted-readings.ts';

/** What is known here of what has runs. */
type Posting = Pick<Digest, 'editedAt'> & { readonly id: string };

/** A claim of a run, whosever it is. */
type AnyClaim = Pick<Claim<Posting>, 'run' | 'token' | 'digest'>;

/** Columns of a run's row, and what they are set to. */
export type RunChange = UpdateObject<Schema, 'digest_runs'>;

/** The steps of a claim's holder: each one conditional update on state and token. */
export function createSteps<Poster extends Posting>(
  context: RunContext<Poster>,
): Pick<RunWork<Poster>, 'renew' | 'startPosting' | 'finish' | 'putOff'> {
  const { clock } = context;

  return {
    renew: (claim, leaseMs) => step(context, claim, HELD_STATES, { lease_until: later(clock, leaseMs) }),
    async startPosting({ run, token, isPostAgain }, readings, leaseMs) {
      const { numUpdatedRows } = await heldRun(context.db, { run, token }, ['claimed'])
        .set({
          state: 'posting',
          changed_at: clock(),
          lease_until: later(clock, leaseMs),
          marks: writeReadings(readings),
        })
        // Reading may take minutes, in which a person may have stopped the digest.
        .where('digest_id', 'in', (eb) =>
          eb
            .selectFrom('digests')
            .select('digests.id')
            .where('deleted_at', 'is', null)
            .$if(!isAskedFor({ ...run, isPostAgain }), (digests) => digests.where('paused_at', 'is', null)),
        )
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async finish(claim, end) {
      const isEnded = await inTransaction(context, async (inside) => {
        const failed = end.state === 'failed' ? await failReasonOf(inside, claim, end.reason) : undefined;
        const isDone = await step(inside, claim, MAY_END_FROM[end.state], {
          state: end.state,
          reason: failed ?? end.reason ?? null,
          changed_at: clock(),
          lease_until: null,
          tell_at: isNotified(end.state) ? clock() : null,
          ...(end.state === 'posted' && toPostColumns(end.post)),
        });
        if (isDone && failed && isPause(failed)) await pauseBySystem(inside, claim.digest.id, failed);
        return isDone;
      });
      if (isEnded) await context.onChanged?.();
      return isEnded;
    },
    putOff: (claim, reason, waitMs) =>
      step(context, claim, HELD_STATES, {
        state: 'due',
        reason,
        due_at: later(clock, waitMs),
        changed_at: clock(),
        lease_until: null,
      }),
  };
}

/**
 * Locks a failed run's digest, as part of the transaction, and says why the run failed: for the reason given, or because it is
 * one rejection too many, as `RunWork.finish` says.
 */
async function failReasonOf(
  context: RunContext<Posting>,
  { run, digest }: AnyClaim,
  reason: FailReason,
): Promise<FailReason> {
  const locked = await lockPoster(context, digest.id);
  if (!locked || !mayBeRepeated(run, reason)) return reason;
  const before = await context.db
    .selectFrom('digest_runs')
    .select('state')
    .where('digest_id', '=', Number(digest.id))
    .where('origin', '=', 'schedule')
    .where('slot', '<', run.slot)
    .where('changed_at', '>=', locked.editedAt)
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['posted', 'unknown']),
        eb.and([eb('state', '=', 'failed'), sql<boolean>`reason like 'slack-refused%'`]),
      ]),
    )
    .orderBy('slot', 'desc')
    .limit(REJECTIONS_LOOKED_AT)
    .execute();
  return toRepeatedError(
    reason,
    before.map(({ state }) => state),
  );
}

/** Returns the columns that say where a run's post stands. */
export function toPostColumns({ channelId, ts, at }: SlackPost) {
  return { post_channel_id: channelId, post_ts: ts ?? null, post_at: at };
}

async function step(
  { db }: Context,
  claim: Pick<AnyClaim, 'run' | 'token'>,
  from: readonly RunState[],
  change: RunChange,
): Promise<boolean> {
  const { numUpdatedRows } = await heldRun(db, claim, from).set(change).executeTakeFirst();
  return numUpdatedRows > 0n;
}

function heldRun(db: Database, { run, token }: Pick<AnyClaim, 'run' | 'token'>, from: readonly RunState[]) {
  return db.updateTable('digest_runs').where('id', '=', run.id).where('token', '=', token).where('state', 'in', from);
}
