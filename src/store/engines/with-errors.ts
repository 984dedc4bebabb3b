import type { CompiledQuery, DatabaseConnection, Dialect, Driver } from 'kysely';
import type { OnStoreOperation, StoreOperation } from './store-operation.ts';

type ToError = (error: unknown) => unknown;

/** Runs one operation of the driver's. */
type Guard = <Result>(operation: StoreOperation, work: () => Promise<Result>) => Promise<Result>;

/**
 * The same dialect, whose every failure goes through `toError`, so that no repository has to translate any.
 * @param onOperation takes note of how long each operation takes; absent: nothing is timed
 */
export function withErrors(dialect: Dialect, toError: ToError, onOperation?: OnStoreOperation): Dialect {
  const guard: Guard = (operation, work) => {
    const onEnd = onOperation?.(operation);
    const guarded = work().catch(rethrow(toError));
    return onEnd ? guarded.finally(onEnd) : guarded;
  };
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => guardDriver(dialect.createDriver(), guard, toError),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** A driver takes its own connections only, so each guarded one is mapped back to the one that the driver made. */
function guardDriver(driver: Driver, guard: Guard, toError: ToError): Driver {
  const made = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const behind = (connection: DatabaseConnection) => made.get(connection) ?? connection;
  return {
    init: (options) => driver.init(options),
    async acquireConnection(options) {
      const connection = await guard('acquire', () => driver.acquireConnection(options));
      const guarded = guardConnection(connection, guard, toError);
      made.set(guarded, connection);
      return guarded;
    },
    beginTransaction: (connection, settings) =>
      guard('begin', () => driver.beginTransaction(behind(connection), settings)),
    commitTransaction: (connection) => guard('commit', () => driver.commitTransaction(behind(connection))),
    // The error that is reported is the one that made it roll back. SQLite rolls back by itself when the disk is full, and then
    // there is nothing left to do; a connection of Postgres that can't is thrown away by its driver.
    rollbackTransaction: (connection) =>
      guard('rollback', () => driver.rollbackTransaction(behind(connection))).catch(() => {}),
    releaseConnection: (connection, options) => driver.releaseConnection(behind(connection), options),
    destroy: (options) => driver.destroy(options),
  };
}

function guardConnection(connection: DatabaseConnection, guard: Guard, toError: ToError): DatabaseConnection {
  return {
    executeQuery: (query, options) => guard(operationOf(query), () => connection.executeQuery<never>(query, options)),
    async *streamQuery<Row>(...query: Parameters<DatabaseConnection['streamQuery']>) {
      try {
        yield* connection.streamQuery<Row>(...query);
      } catch (error) {
        throw toError(error);
      }
    },
  };
}

/** What statements do, by Kysely's name of their root. */
const STATEMENTS: Readonly<Partial<Record<CompiledQuery['query']['kind'], StoreOperation>>> = {
  SelectQueryNode: 'select',
  InsertQueryNode: 'insert',
  UpdateQueryNode: 'update',
  DeleteQueryNode: 'delete',
};

const operationOf = ({ query }: CompiledQuery): StoreOperation => STATEMENTS[query.kind] ?? 'other';

const rethrow =
  (toError: ToError) =>
  (error: unknown): never => {
    throw toError(error);
  };
