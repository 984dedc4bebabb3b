import type { UpdateObject } from 'kysely';
import { isPause } from '../../digests/delivery/pause-of.ts';
import type { Claim, RunEnd, Runs } from '../../digests/ports.ts';
import type { RunState, SlackPost } from '../../digests/types.ts';
import { type Context, type JobContext, later } from '../clock.ts';
import { failReasonOf } from '../engines/repeated-error.ts';
import { inOne } from '../in-one.ts';
import type { Database, Schema } from '../schema.ts';
import { writeMarks } from './marks.ts';
import { pauseForGood } from './pause-digest.ts';

export type RunChange = UpdateObject<Schema, 'digest_runs'>;

/** From which states a run may end as what; `RunState` says why. */
const MAY_END_FROM = {
  posted: ['posting'],
  unknown: ['posting'],
  skipped: ['claimed'],
  failed: ['claimed', 'posting'],
} as const satisfies Record<RunEnd['state'], readonly RunState[]>;

const HELD = ['claimed', 'posting'] as const;

/** The steps of a claim's holder: each one conditional update on state and token. */
export function createSteps(context: JobContext): Pick<Runs, 'renew' | 'startPosting' | 'finish' | 'putOff'> {
  const { clock } = context;

  return {
    renew: (claim, leaseMs) => step(context, claim, HELD, { lease_until: later(clock, leaseMs) }),
    async startPosting({ run, token }, marks, leaseMs) {
      const { numUpdatedRows } = await heldRun(context.db, { run, token }, ['claimed'])
        .set({
          state: 'posting',
          changed_at: clock(),
          lease_until: later(clock, leaseMs),
          marks: writeMarks(marks),
        })
        // Reading may take minutes, in which a person may have stopped the digest.
        .where('digest_id', 'in', (eb) =>
          eb
            .selectFrom('digests')
            .select('digests.id')
            .where('deleted_at', 'is', null)
            .$if(run.origin === 'schedule', (digests) => digests.where('paused_at', 'is', null)),
        )
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    finish: (claim, end) =>
      inOne(context, async (inside) => {
        const failed = end.state === 'failed' ? await failReasonOf(inside, claim, end.reason) : undefined;
        const isDone = await step(inside, claim, MAY_END_FROM[end.state], {
          state: end.state,
          reason: failed ?? end.reason ?? null,
          changed_at: clock(),
          lease_until: null,
          tell_at: end.state === 'failed' || end.state === 'unknown' ? clock() : null,
          ...(end.state === 'posted' && toPostColumns(end.post)),
        });
        if (isDone && failed && isPause(failed)) await pauseForGood(inside, claim.digest.id, failed);
        return isDone;
      }),
    putOff: (claim, reason, waitMs) =>
      step(context, claim, HELD, {
        state: 'due',
        reason,
        due_at: later(clock, waitMs),
        changed_at: clock(),
        lease_until: null,
      }),
  };
}

export function toPostColumns({ channelId, ts, at }: SlackPost) {
  return { post_channel_id: channelId, post_ts: ts ?? null, post_at: at };
}

async function step({ db }: Context, claim: Claim, from: readonly RunState[], change: RunChange): Promise<boolean> {
  const { numUpdatedRows } = await heldRun(db, claim, from).set(change).executeTakeFirst();
  return numUpdatedRows > 0n;
}

function heldRun(db: Database, { run, token }: Pick<Claim, 'run' | 'token'>, from: readonly RunState[]) {
  return db.updateTable('digest_runs').where('id', '=', run.id).where('token', '=', token).where('state', 'in', from);
}
