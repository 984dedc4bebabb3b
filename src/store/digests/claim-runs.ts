import type { ExpressionBuilder } from 'kysely';
import { endBeforeWork, type UnheldEnd } from '../../digests/delivery/run-rules.ts';
import type { Claim, RunWork } from '../../digests/run-ports.ts';
import type { RunState } from '../../digests/runs.ts';
import { readNow } from '../clock.ts';
import type { Database, Schema } from '../schema.ts';
import { inTransaction } from '../transaction.ts';
import type { RunContext } from './digest-rows.ts';
import { RUN_COLUMNS, type RunRow, toRun } from './run-rows.ts';
import { KNOWN_ORIGINS, readOrigin } from './run-words.ts';

const OPEN_STATES = ['due', 'claimed', 'posting'] as const satisfies readonly RunState[];

/** Gives runs their holders. Rows that another replica locks at this moment are left to it. */
export function createClaiming<Poster>(context: RunContext<Poster>): Pick<RunWork<Poster>, 'claim' | 'nextClaim'> {
  return {
    async claim(limit, leaseMs) {
      const ended: UnheldEnd[] = [];
      const claimed = await inTransaction(context, async (inside) => {
        const now = await readNow(inside);
        const claims: Claim<Poster>[] = [];
        // Those that are ended on the way make room for others.
        while (claims.length < limit) {
          const candidates = await lockCandidates(inside, limit - claims.length, now);
          if (candidates.length === 0) break;
          const taken = await claimOrEnd(inside, candidates, now, leaseMs);
          ended.push(...taken.ended);
          claims.push(...taken.claims);
        }
        return claims;
      });
      if (ended.length > 0) {
        context.onUnheld?.(ended);
        await context.onChanged?.();
      }
      return claimed;
    },
    async nextClaim() {
      const { db, clock } = context;
      const earliest = (eb: ExpressionBuilder<Schema, never>, state: RunState, column: 'due_at' | 'lease_until') =>
        eb
          .selectFrom('digest_runs')
          .select(({ fn }) => fn.min<number | null>(column).as('at'))
          .where('state', '=', state)
          .where('origin', 'in', KNOWN_ORIGINS)
          .$if(context.poster.areInOrder, (query) => query.where(isFirstOpen));
      const { due, lapsing, now } = await db
        .selectNoFrom((eb) => [
          earliest(eb, 'due', 'due_at').as('due'),
          earliest(eb, 'claimed', 'lease_until').as('lapsing'),
          clock().as('now'),
        ])
        .executeTakeFirstOrThrow();
      const times = [due, lapsing].filter((at) => at !== null);
      return { at: times.length > 0 ? Math.min(...times) : undefined, now };
    },
  };
}

/** Whether no earlier run of the same digest is still to be posted. */
function isFirstOpen({ not, exists, selectFrom }: ExpressionBuilder<Schema, 'digest_runs'>) {
  const earlier = selectFrom('digest_runs as earlier')
    .select('earlier.id')
    .whereRef('earlier.digest_id', '=', 'digest_runs.digest_id')
    .whereRef('earlier.slot', '<', 'digest_runs.slot')
    .where('earlier.state', 'in', OPEN_STATES);
  return not(exists(earlier));
}

function lockCandidates(
  { db, engine, poster }: RunContext<unknown>,
  limit: number,
  now: number,
): Promise<readonly RunRow[]> {
  return db
    .selectFrom('digest_runs')
    .select(RUN_COLUMNS)
    .where('origin', 'in', KNOWN_ORIGINS)
    .$if(poster.areInOrder, (query) => query.where(isFirstOpen))
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'due'), eb('due_at', '<=', now)]),
        eb.and([eb('state', '=', 'claimed'), eb('lease_until', '<=', now)]),
      ]),
    )
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .$if(engine === 'postgres', (query) => query.forUpdate().skipLocked())
    .execute();
}

async function claimOrEnd<Poster>(
  { db, poster }: RunContext<Poster>,
  candidates: readonly RunRow[],
  now: number,
  leaseMs: number,
): Promise<{ readonly claims: readonly Claim<Poster>[]; readonly ended: readonly UnheldEnd[] }> {
  const ids = candidates.map(({ digest_id: id }) => id);
  const digests = new Map(
    (await db.selectFrom('digests').selectAll().where('id', 'in', ids).execute()).map((row) => [row.id, row]),
  );
  const claims: Claim<Poster>[] = [];
  const ended: UnheldEnd[] = [];
  for (const candidate of candidates) {
    const row = digests.get(candidate.digest_id);
    if (!row) throw new Error('a run has no digest');
    const digest = poster.read(row);
    const isPostAgain = candidate.again_at !== null;
    const end = endBeforeWork(
      { slot: candidate.slot, origin: readOrigin(candidate.origin), isPostAgain },
      { isDeleted: row.deleted_at !== null, isPaused: row.paused_at !== null, isReadable: digest !== undefined },
      now,
    );
    const token = candidate.token + 1;
    const change = end
      ? { ...end, lease_until: null }
      : {
          state: 'claimed' as const,
          reason: null,
          token,
          attempts: candidate.attempts + 1,
          first_tried_at: candidate.first_tried_at ?? now,
          lease_until: now + Math.ceil(leaseMs),
        };
    await db
      .updateTable('digest_runs')
      .set({ ...change, changed_at: now })
      .where('id', '=', candidate.id)
      .execute();
    if (end) ended.push({ ...end, id: candidate.id });
    if (end || !digest) continue;
    const run = toRun({ ...candidate, ...change, changed_at: now });
    claims.push({ run, isPostAgain, digest, token, missedBefore: await countMissedBefore(db, candidate) });
  }
  return { claims, ended };
}

/** Counts the missed slots between this one and the last that wasn't missed. */
async function countMissedBefore(db: Database, { digest_id: digestId, slot }: RunRow): Promise<number> {
  const { missed } = await db
    .selectFrom('digest_runs')
    .select(({ fn }) => fn.countAll<number>().as('missed'))
    .where('digest_id', '=', digestId)
    .where('slot', '<', slot)
    .where('state', '=', 'missed')
    .where('slot', '>', (eb) =>
      eb
        .selectFrom('digest_runs as other')
        .select(({ fn, val }) => fn.coalesce(fn.max('other.slot'), val(-1)).as('slot'))
        .where('other.digest_id', '=', digestId)
        .where('other.slot', '<', slot)
        .where('other.state', '!=', 'missed'),
    )
    .executeTakeFirstOrThrow();
  return missed;
}
