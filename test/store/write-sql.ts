import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { StoreOptions } from '../../src/store/open.ts';

/** Writes into a store as another version of the app might, beside a running one, too. Both engines take the statements. */
export async function writeSql(options: StoreOptions, ...statements: readonly string[]): Promise<void> {
  if (options.kind === 'sqlite') {
    const db = new DatabaseSync(join(options.folder, 'followstats.db'), { timeout: 5000 });
    for (const statement of statements) db.exec(statement);
    db.close();
    return;
  }
  const client = new pg.Client(options.url);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Reads a store as it is, without the app. @returns rows by their columns' names */
export async function readSql(options: StoreOptions, query: string): Promise<readonly Record<string, unknown>[]> {
  if (options.kind === 'sqlite') {
    const db = new DatabaseSync(join(options.folder, 'followstats.db'), { timeout: 5000 });
    const rows = db.prepare(query).all();
    db.close();
    return rows;
  }
  const client = new pg.Client(options.url);
  await client.connect();
  const { rows } = await client.query(query);
  await client.end();
  return rows;
}
