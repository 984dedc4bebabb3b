import pg from 'pg';
import { describe, inject, onTestFinished } from 'vitest';
import type { StoreOptions } from '../../src/store/open.ts';
import { type NewStore, newSqlite } from './new-store.ts';

const postgres = inject('postgres');
const adminUrl = 'url' in postgres ? postgres.url : '';

/** Runs the same tests over both engines. Without a Postgres its half is skipped, and the name says why. */
export function describeEngines(subject: string, tests: (newStore: NewStore) => void): void {
  describe(`${subject} on SQLite`, () => tests(newSqlite));
  describePostgres(subject, tests);
}

export function describePostgres(subject: string, tests: (newStore: NewStore) => void): void {
  if ('url' in postgres) describe(`${subject} on Postgres`, () => tests(newPostgres));
  else describe.skip(`${subject} on Postgres: ${postgres.reason}`, () => tests(newPostgres));
}

/** Dropping a database waits for the server's disk, which other tests keep busy. */
const HOOK_MS = 60_000;
let made = 0;

async function newPostgres(): Promise<StoreOptions> {
  const { options, drop } = await createPostgres();
  onTestFinished(drop, HOOK_MS);
  return options;
}

/** An empty database, until `drop`. */
export async function createPostgres(): Promise<{ readonly options: StoreOptions; drop(): Promise<void> }> {
  const name = `followstats_${process.pid}_${made++}`;
  await administer(`create database ${name}`);
  const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` });
  return {
    options: { kind: 'postgres', url: url.href },
    drop: () => administer(`drop database if exists ${name} with (force)`),
  };
}

/** One statement of the server's administrator. */
export async function administer(statement: string): Promise<void> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  await client.query(statement);
  await client.end();
}
