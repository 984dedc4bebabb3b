import { type Expression, type ExpressionBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { Audit, AuditRecord } from '../../followstats/audit/audit.ts';
import type { Context } from '../clock.ts';
import type { Schema } from '../schema.ts';
import { writeAudit } from '../write-audit.ts';

/** Records read at a time: the log may be long. */
const PAGE = 500;

const Details = z.record(z.string(), z.union([z.string(), z.number()]));

/** Reads an entry's details; those of another shape, as a newer version may write them, come back as one text. */
function readDetails(text: string): AuditRecord['details'] {
  try {
    return Details.parse(JSON.parse(text));
  } catch {
    return { details: text };
  }
}

/** Triggers of both engines reject a change of an entry, and the deletion of one of the last day. */
export function createAudit(context: Context): Audit {
  const { db, clock } = context;

  async function readPage(since: number, last: AuditRecord | undefined): Promise<readonly AuditRecord[]> {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('at', '>=', last?.at ?? since)
      .$if(last !== undefined, (query) => query.where((eb) => isAfter(eb, last as AuditRecord)))
      .orderBy('at')
      .orderBy('id')
      .limit(PAGE)
      .execute();
    return rows.map(toRecord);
  }

  return {
    append: (entries) => writeAudit(context, entries),
    async latest(count, without = []) {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .$if(without.length > 0, (rows) => rows.where('action', 'not in', without))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(count)
        .execute();
      return rows.map(toRecord);
    },
    async *read(since) {
      for (let page = await readPage(since, undefined); page.length > 0; page = await readPage(since, page.at(-1))) {
        yield* page;
      }
    },
    async prune(retentionMs) {
      const { numDeletedRows } = await db
        .deleteFrom('audit')
        .where('at', '<', sql<number>`${clock()} - ${sql.lit(retentionMs)}`)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function toRecord({ channel_id: channelId, details, ...row }: Selectable<Schema['audit']>): AuditRecord {
  return { ...row, channelId, details: readDetails(details) };
}

function isAfter(eb: ExpressionBuilder<Schema, 'audit'>, { at, id }: AuditRecord): Expression<SqlBool> {
  return eb.or([eb('at', '>', at), eb('id', '>', id)]);
}
