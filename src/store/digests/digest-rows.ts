import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { CronLine } from '../../digests/schedule/cron-line.ts';
import type { Zone } from '../../digests/schedule/zone.ts';
import type { Digest, DigestId, DigestSpec, PauseReason } from '../../digests/types.ts';
import type { AuditAction } from '../../followstats/audit-actions.ts';
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

/** A row of what has runs. */
type PosterRow = Selectable<Schema['digests']>;

/**
 * How rows of what has runs are read, and what the audit calls them: digests, or watches, on whose tables the same statements run
 * (`store/watches/watch-tables.ts`).
 */
interface PosterRows<Poster> {
  /** @returns `undefined` when this version can't read it */
  readonly read: (row: PosterRow) => Poster | undefined;
  /** The audit's action, and the name under which it keeps the number. */
  readonly paused: { readonly action: AuditAction; readonly detail: 'digest' | 'watch' };
  /** Whether a run waits until the earlier ones of the same are over. */
  readonly areInOrder: boolean;
}

/** What the statements about runs are made of. */
export interface RunContext<Poster> extends JobContext {
  readonly poster: PosterRows<Poster>;
}

/** As `toDigest`, for work on many digests, which one that can't be read must not hold up: `undefined` then. */
export function tryDigest(row: Selectable<Schema['digests']>): Digest | undefined {
  try {
    return toDigest(row);
  } catch {
    return undefined;
  }
}

/** Digests have runs. */
export const DIGEST_ROWS: PosterRows<Digest> = {
  read: tryDigest,
  paused: { action: 'digest-pause', detail: 'digest' },
  areInOrder: false,
};

/**
 * Locks a digest until the transaction ends; rejects as the database does. Work on a digest and its runs locks the digest first, so that no two
 * transactions wait for each other.
 * @returns the digest as it stays meanwhile; `undefined` when it is gone, or can't be read
 */
export function lockDigest(context: JobContext, id: DigestId): Promise<Digest | undefined> {
  return lockPoster({ ...context, poster: DIGEST_ROWS }, id);
}

/** The same of whatever has runs. */
export async function lockPoster<Poster>(
  { db, engine, poster }: RunContext<Poster>,
  id: string,
): Promise<Poster | undefined> {
  const row = await db
    .selectFrom('digests')
    .selectAll()
    .where('id', '=', Number(id))
    .where('deleted_at', 'is', null)
    .$if(engine === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
  return row && poster.read(row);
}

/** @returns whether this call paused it; `false` when it was paused, or is gone */
export async function pauseDigest({ db, clock }: Context, id: string, reason: PauseReason): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('digests')
    .set({ paused_reason: reason, paused_at: clock() })
    .where('id', '=', Number(id))
    .where('paused_at', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Pauses what only a person can set right, as part of the caller's transaction, with an audit entry of the app's own. */
export async function pauseBySystem(
  context: Pick<RunContext<unknown>, 'poster'> & Context,
  id: string,
  reason: PauseReason,
): Promise<void> {
  const { action, detail } = context.poster.paused;
  if (!(await pauseDigest(context, id, reason))) return;
  const details = { [detail]: id, reason };
  await writeAudit(context, [{ action, actor: 'system', channelId: undefined, outcome: 'done', details }]);
}
