import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { CronLine } from '../../digests/schedule/cron-line.ts';
import type { Zone } from '../../digests/schedule/zone.ts';
import type { Digest, DigestId, DigestSpec } from '../../digests/types.ts';
import type { ListName } from '../../followstats/typed/list-name.ts';
import type { AccountId } from '../../followstats/types.ts';
import { readPauseReason } from '../known-words.ts';
import type { Schema } from '../schema.ts';

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
});

/** Takes nothing along but the spec, though it may be part of a whole digest. */
export function writeSpec(spec: DigestSpec): string {
  return JSON.stringify(Spec.parse(spec));
}

/** @throws when what is kept can't be read: another version wrote it, or somebody by hand */
export function toDigest(row: Selectable<Schema['digests']>): Digest {
  return {
    ...Spec.parse(JSON.parse(row.spec)),
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
