import type { Context } from './clock.ts';
import type { Database } from './schema.ts';

/** Some work as one transaction. Read committed, so that what waited for a row sees what it was waiting for. */
export function inOne<Of extends Context, Result>(context: Of, work: (inside: Of) => Promise<Result>): Promise<Result> {
  return context.db
    .transaction()
    .setIsolationLevel('read committed')
    .execute((db: Database) => work({ ...context, db }));
}
