import type { ExpressionBuilder } from 'kysely';
import { LATEST_DELIVERY_MS } from '../../digests/delivery/plan-slots.ts';
import type { Claim, Runs } from '../../digests/ports.ts';
import type { RunReason, RunState } from '../../digests/types.ts';
import { type JobContext, readNow } from '../clock.ts';
import { inOne } from '../in-one.ts';
import { KNOWN_ORIGINS } from '../known-words.ts';
import type { Database, Schema } from '../schema.ts';
import { tryDigest } from './digest-rows.ts';
import { RUN_COLUMNS, type RunRow, toRun } from './run-rows.ts';

type Candidate = Omit<RunRow, 'marks'>;

/** How runs get their holders. Rows that another replica locks at this moment are left to it. */
export function createClaiming(context: JobContext): Pick<Runs, 'claim' | 'nextClaim'> {
  return {
    claim: (limit, leaseMs) =>
      inOne(context, async (inside) => {
        const now = await readNow(inside);
        const claims: Claim[] = [];
        // Those that are ended on the way make room for others.
        while (claims.length < limit) {
          const candidates = await lockCandidates(inside, limit - claims.length, now);
          if (candidates.length === 0) break;
          claims.push(...(await claimOrEnd(inside.db, candidates, now, leaseMs)));
        }
        return claims;
      }),
    async nextClaim() {
      const { db, clock } = context;
      const earliest = (eb: ExpressionBuilder<Schema, never>, state: RunState, column: 'due_at' | 'lease_until') =>
        eb
          .selectFrom('digest_runs')
          .select(({ fn }) => fn.min<number | null>(column).as('at'))
          .where('state', '=', state)
          .where('origin', 'in', KNOWN_ORIGINS);
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

function lockCandidates({ db, engine }: JobContext, limit: number, now: number): Promise<readonly Candidate[]> {
  return db
    .selectFrom('digest_runs')
    .select(RUN_COLUMNS)
    .where('origin', 'in', KNOWN_ORIGINS)
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

async function claimOrEnd(
  db: Database,
  candidates: readonly Candidate[],
  now: number,
  leaseMs: number,
): Promise<readonly Claim[]> {
  const ids = candidates.map(({ digest_id: id }) => id);
  const digests = new Map(
    (await db.selectFrom('digests').selectAll().where('id', 'in', ids).execute()).map((row) => [row.id, row]),
  );
  const claims: Claim[] = [];
  for (const candidate of candidates) {
    const row = digests.get(candidate.digest_id) as NonNullable<ReturnType<typeof digests.get>>;
    const digest = tryDigest(row);
    const end =
      endOf(candidate, row, now) ?? (digest ? undefined : { state: 'failed' as const, reason: 'unreadable' as const });
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
    if (end || !digest) continue;
    const run = toRun({ ...candidate, ...change, changed_at: now });
    claims.push({ run, digest, token, missedBefore: await countMissedBefore(db, candidate) });
  }
  return claims;
}

/** Why a run isn't worth anybody's work any more. */
function endOf(
  { origin, slot, again_at: againAt }: Candidate,
  digest: Pick<Schema['digests'], 'paused_at' | 'deleted_at'>,
  now: number,
): { readonly state: RunState; readonly reason: RunReason } | undefined {
  const isScheduled = origin === 'schedule';
  const isStopped = digest.deleted_at !== null || (isScheduled && digest.paused_at !== null);
  if (isStopped) return { state: 'skipped', reason: 'digest-stopped' };
  const isTooOld = isScheduled && againAt === null && now - slot >= LATEST_DELIVERY_MS;
  return isTooOld ? { state: 'missed', reason: 'down' } : undefined;
}

/** Missed slots since the last one that wasn't. */
async function countMissedBefore(db: Database, { digest_id: digestId, slot }: Candidate): Promise<number> {
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
