import type { DatabaseConnection, Dialect, Driver } from 'kysely';

type ToError = (error: unknown) => unknown;

/** The same dialect, whose every failure goes through `toError`, so that no repository has to translate any. */
export function withErrors(dialect: Dialect, toError: ToError): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => guardDriver(dialect.createDriver(), toError),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** A driver takes its own connections only, so each guarded one is mapped back to the one that the driver made. */
function guardDriver(driver: Driver, toError: ToError): Driver {
  const made = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const guard = <Result>(work: Promise<Result>) => work.catch(rethrow(toError));
  const behind = (connection: DatabaseConnection) => made.get(connection) ?? connection;
  return {
    init: (options) => driver.init(options),
    async acquireConnection(options) {
      const connection = await guard(driver.acquireConnection(options));
      const guarded = guardConnection(connection, toError);
      made.set(guarded, connection);
      return guarded;
    },
    beginTransaction: (connection, settings) => guard(driver.beginTransaction(behind(connection), settings)),
    commitTransaction: (connection) => guard(driver.commitTransaction(behind(connection))),
    // The error that is reported is the one that made it roll back. SQLite rolls back by itself when the disk is full, and then
    // there is nothing left to do; a connection of Postgres that can't is thrown away by its driver.
    rollbackTransaction: (connection) => driver.rollbackTransaction(behind(connection)).catch(() => {}),
    releaseConnection: (connection, options) => driver.releaseConnection(behind(connection), options),
    destroy: (options) => driver.destroy(options),
  };
}

function guardConnection(connection: DatabaseConnection, toError: ToError): DatabaseConnection {
  return {
    executeQuery: (query, options) => connection.executeQuery<never>(query, options).catch(rethrow(toError)),
    async *streamQuery<Row>(...query: Parameters<DatabaseConnection['streamQuery']>) {
      try {
        yield* connection.streamQuery<Row>(...query);
      } catch (error) {
        throw toError(error);
      }
    },
  };
}

const rethrow =
  (toError: ToError) =>
  (error: unknown): never => {
    throw toError(error);
  };
