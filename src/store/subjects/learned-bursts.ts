import type { LearnedBursts } from '../../followstats/learned-bursts.ts';
import type { Database } from '../schema.ts';

/** As many calls a second as the configuration allows: no burst is larger. */
const MOST_CALLS = 10_000;

/** One row a command, which all replicas share: they call Chat as the same app. The last to write wins. */
export function createLearnedBursts(db: Database): LearnedBursts {
  return {
    async read(command) {
      const row = await db
        .selectFrom('learned_bursts')
        .select('calls')
        .where('command', '=', command)
        .executeTakeFirst();
      if (!row || !Number.isInteger(row.calls) || row.calls < 1 || row.calls > MOST_CALLS) return undefined;
      return row.calls;
    },
    async keep(command, calls) {
      await db
        .insertInto('learned_bursts')
        .values({ command, calls })
        .onConflict((conflict) => conflict.column('command').doUpdateSet({ calls }))
        .execute();
    },
  };
}
