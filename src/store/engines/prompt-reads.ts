import type { CompiledQuery, Kysely } from 'kysely';

/** How our own SQL begins where it only reads: none of it writes in a `with`. */
const READS = /^\s*(?:select|with)\b/;

/**
 * From here on what is read outside a transaction goes by another way to the same database. Statements that write stay, and so do
 * transactions as a whole: what they read has to be of one connection.
 * @param reads closed by the caller
 */
export function readBy<Schema>(db: Kysely<Schema>, reads: Kysely<Schema>): void {
  // A transaction has an executor of its own, and so keeps to its connection.
  const executor = db.getExecutor();
  const execute = executor.executeQuery.bind(executor);
  const other = reads.getExecutor();
  executor.executeQuery = (query, options) =>
    isRead(query) ? other.executeQuery(query, options) : execute(query, options);
}

function isRead({ query, sql }: CompiledQuery): boolean {
  return query.kind === 'SelectQueryNode' || (query.kind === 'RawNode' && READS.test(sql));
}
