import type { CompiledQuery, Kysely, QueryExecutor } from 'kysely';

/** How our own SQL begins where it only reads: none of it writes in a `with`. A notice to the other replicas is none of that. */
const READS = /^\s*(?:select(?!\s+pg_notify)|with)\b/;

/**
 * From here on what is read outside a transaction goes by another way to the same database. Statements that write stay, and so do
 * transactions as a whole: what they read has to be of one connection.
 * @param reads closed by the caller
 */
export function readBy<Schema>(db: Kysely<Schema>, reads: Kysely<Schema>): void {
  divert(db.getExecutor(), reads.getExecutor());
}

/** A transaction has an executor of its own, and so keeps to its connection. */
function divert(executor: QueryExecutor, reads: QueryExecutor): QueryExecutor {
  const execute = executor.executeQuery.bind(executor);
  const withPlugin = executor.withPlugin.bind(executor);
  executor.executeQuery = (query, options) =>
    isRead(query) ? reads.executeQuery(query, options) : execute(query, options);
  // The same database with a plugin has a new executor, as watches have it in the place of digests.
  executor.withPlugin = (plugin) => divert(withPlugin(plugin), reads.withPlugin(plugin));
  return executor;
}

function isRead({ query, sql }: CompiledQuery): boolean {
  return query.kind === 'SelectQueryNode' || (query.kind === 'RawNode' && READS.test(sql));
}
