import { sql } from 'kysely';
import type { Hearing, HearingSpan } from '../../followstats/events/ports.ts';
import type { Context } from '../clock.ts';

/** Keeps the times in which events could be heard, a row for each process and each loss. */
export function createHearing({ db, clock }: Context): Hearing {
  return {
    async keep(id, { kind, since, until, events }) {
      const set = { kind, began_at: since, ended_at: until, events };
      await db
        .insertInto('hearing_spans')
        .values({ id, ...set })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(set))
        .execute();
    },
    async spans(since, until) {
      const rows = await db
        .selectFrom('hearing_spans')
        .selectAll()
        .where('ended_at', '>=', since)
        .where('began_at', '<=', until)
        .orderBy('began_at')
        .orderBy('id')
        .execute();
      return rows.flatMap(({ kind, began_at: began, ended_at: ended, events }): HearingSpan[] =>
        kind === 'hearing' || kind === 'lost' ? [{ kind, since: began, until: ended, events }] : [],
      );
    },
    async prune(retentionMs) {
      const { numDeletedRows } = await db
        .deleteFrom('hearing_spans')
        .where('ended_at', '<', sql<number>`${clock()} - ${sql.lit(retentionMs)}`)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
