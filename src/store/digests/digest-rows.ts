import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { CronLine } from '../../digests/schedule/cron-line.ts';
import type { Zone } from '../../digests/schedule/zone.ts';
import type { Digest, DigestId, DigestSpec, PauseReason } from '../../digests/types.ts';
import { LANGUAGES } from '../../followstats/languages.ts';
import type { ListName } from '../../followstats/typed/list-name.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { Context, JobContext } from '../clock.ts';
import { readPauseReason } from '../known-words.ts';
import type { Schema } from '../schema.ts';
import { writeAudit } from '../write-audit.ts';

const text = <Text extends string>() => z.custom<Text>((value) => typeof value === 'string');

const Spec = z.object({
  title: z.string(),
  channelId: z.string(),
  accounts: z.array(text<AccountId>()),
  lists: z.array(text<ListName>()),
  schedule: z.object({ line: text<CronLine>(), zone: text<Zone>() }),
  chart: z.boolean(),
  onlyIfChanged: z.boolean(),
  thresholds: z.object({ absolute: z.number().optional(), percent: z.number().optional() }),
  // One that only a newer version speaks gives way to the owner's.
  language: z.enum(LANGUAGES).optional().catch(undefined),
});

/** Writes the spec alone, also where it is part of a whole digest. */
export function writeSpec(spec: DigestSpec): string {
  return JSON.stringify(Spec.parse(spec));
}

function readSpec(text: string): DigestSpec {
  const { language, ...spec } = Spec.parse(JSON.parse(text));
  return { ...spec, language };
}

/** @throws when the spec can't be read, as one that another version or a person by hand wrote */
export function toDigest(row: Selectable<Schema['digests']>): Digest {
  return {
    ...readSpec(row.spec),
    id: String(row.id) as DigestId,
    ownerId: row.owner_id,
    state:
      row.paused_at === null
        ? { kind: 'active' }
        : { kind: 'paused', reason: readPauseReason(row.paused_reason ?? ''), since: row.paused_at },
    nextRunAt: row.next_run_at,
    createdAt: row.created_at,
    editedBy: row.edited_by,
    editedAt: row.edited_at,
  };
}

/** As `toDigest`, for work on many digests, which one that can't be read must not hold up: `undefined` then. */
export function tryDigest(row: Selectable<Schema['digests']>): Digest | undefined {
  try {
    return toDigest(row);
  } catch {
    return undefined;
  }
}

/**
 * Locks a digest until the transaction ends; rejects as the database does. Work on a digest and its runs locks the digest first, so that no two
 * transactions wait for each other.
 * @returns the digest as it stays meanwhile; `undefined` when it is gone, or can't be read
 */
export async function lockDigest({ db, engine }: JobContext, id: DigestId): Promise<Digest | undefined> {
  const row = await db
    .selectFrom('digests')
    .selectAll()
    .where('id', '=', Number(id))
    .where('deleted_at', 'is', null)
    .$if(engine === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
  return row && tryDigest(row);
}

/** @returns whether this call paused it; `false` when it was paused, or is gone */
export async function pauseDigest({ db, clock }: Context, id: DigestId, reason: PauseReason): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('digests')
    .set({ paused_reason: reason, paused_at: clock() })
    .where('id', '=', Number(id))
    .where('paused_at', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Pauses a digest that only a person can set right, as part of the caller's transaction, with an audit entry of the app's own. */
export async function pauseBySystem(context: Context, id: DigestId, reason: PauseReason): Promise<void> {
  if (!(await pauseDigest(context, id, reason))) return;
  await writeAudit(context, {
    action: 'digest-pause',
    actor: 'system',
    channelId: undefined,
    outcome: 'done',
    details: { digest: id, reason },
  });
}
