import { randomBytes } from 'node:crypto';
import type { QueryResult } from 'kysely';
import pg from 'pg';
import { getTypeParser } from '../../../src/store/engines/postgres.ts';
import { type OpenEngine, type Query, RUN_TABLES, type RunChange, type RunListener } from './database-engine.ts';

/** Commands whose count of rows the repositories ask for. */
const WRITES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE']);

/**
 * Opens engines over a real Postgres, each in a database of its own that goes when the engine is closed.
 * @param url whose user may create databases; what is there stays as it is
 */
export function postgresEngines(url: string): OpenEngine {
  return async (now) => {
    const name = `followstats_simulation_${process.pid}_${randomBytes(4).toString('hex')}`;
    await administer(url, `create database ${name}`);
    const address = Object.assign(new URL(url), { pathname: `/${name}` }).href;
    const [writer, reader] = await Promise.all([connect(address), connect(address)]);
    await writer.query(CLOCK);
    let listener: RunListener = () => {};
    let changed: Omit<RunChange, 'by'>[] = [];
    // Postgres tells a session of its own notices when they are committed, right before it answers the commit.
    writer.on('notification', ({ payload = '' }) => changed.push(toChange(JSON.parse(payload))));

    function tell(by: string): void {
      if (changed.length === 0) return;
      const committed = changed;
      changed = [];
      listener(committed.map((change) => ({ ...change, by })));
    }

    return {
      kind: 'postgres',
      async run<Row>({ sql, parameters, by }: Query) {
        // The trigger that guards the audit log asks for the time at each deletion.
        if (sql.startsWith('delete')) await writer.query("select set_config('simulation.now', $1, false)", [now()]);
        const result = await writer.query(sql, parameters as unknown[]);
        tell(by);
        return toResult<Row>(result);
      },
      async committed<Row>(sql: string, parameters: readonly (string | number)[] = []) {
        let count = 0;
        const numbered = sql.replaceAll('?', () => `$${++count}`);
        return (await reader.query(numbered, [...parameters])).rows as Row[];
      },
      async watchRuns(given) {
        listener = given;
        await writer.query(WATCH);
      },
      async close() {
        await Promise.all([writer.end(), reader.end()]);
        await administer(url, `drop database ${name}`);
      },
    };
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, types: { getTypeParser } });
  await client.connect();
  // The functions of this database come before those of Postgres itself.
  await client.query('set search_path = public, pg_catalog');
  return client;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = await connect(url);
  await client.query(statement).finally(() => client.end());
}

function toResult<Row>({ command, rowCount, rows }: pg.QueryResult): QueryResult<Row> {
  return WRITES.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
}

/** What `note_run_change` sends; the first is a number that makes it different from all others. */
type RunRow = readonly [number, Omit<RunChange, 'by'>];

const toChange = ([, change]: RunRow): Omit<RunChange, 'by'> => change;

const CLOCK = `
  create function public.clock_timestamp() returns timestamptz language sql as
    $$ select to_timestamp(current_setting('simulation.now')::float8 / 1000) $$`;

/** Numbered, since of two equal notices in a transaction only one comes. */
const WATCH = `
  create sequence run_changes;
  create function note_run_change() returns trigger language plpgsql as $$
    begin
      perform pg_notify('run_changed', json_build_array(nextval('run_changes'), json_build_object(
        'table', tg_table_name, 'id', new.id, 'digestId', new.digest_id, 'to', new.state, 'reason', new.reason, 'token', new.token,
        'changedAt', new.changed_at,
        'from', case when tg_op = 'UPDATE' then old.state else '' end,
        'tokenBefore', case when tg_op = 'UPDATE' then old.token else 0 end,
        'leaseBefore', case when tg_op = 'UPDATE' then old.lease_until end))::text);
      return null;
    end $$;
  ${RUN_TABLES.map(
    (table) => `create trigger run_changed after insert or update on ${table}
    for each row execute function note_run_change();`,
  ).join('\n')}
  listen run_changed`;
