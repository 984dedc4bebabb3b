import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject, onTestFinished } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../src/store/open.ts';

/** A store that doesn't exist yet, for the running test; what is made of it goes with the test. */
export type NewStore = () => Promise<StoreOptions>;

const postgres = inject('postgres');

/** Runs the same tests over both engines. Without a Postgres its half is skipped, and the name says why. */
export function describeEngines(subject: string, tests: (newStore: NewStore) => void): void {
  describe(`${subject} on SQLite`, () => tests(newSqlite));
  describePostgres(subject, tests);
}

export function describePostgres(subject: string, tests: (newStore: NewStore) => void): void {
  if ('url' in postgres) describe(`${subject} on Postgres`, () => tests(newPostgres));
  else describe.skip(`${subject} on Postgres: ${postgres.reason}`, () => tests(newPostgres));
}

/** Opens a new store for the running test. */
export async function openNew(newStore: NewStore, now?: () => number): Promise<Store> {
  const store = await openStore({ ...(await newStore()), now });
  onTestFinished(() => store.close());
  return store;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function newSqlite(): Promise<StoreOptions> {
  return { kind: 'sqlite', folder: join(temporaryFolder(), 'data') };
}

let made = 0;

async function newPostgres(): Promise<StoreOptions> {
  const admin = 'url' in postgres ? postgres.url : '';
  const name = `followstats_${process.pid}_${made++}`;
  await administer(admin, `create database ${name}`);
  onTestFinished(() => administer(admin, `drop database ${name} with (force)`));
  const url = Object.assign(new URL(admin), { pathname: `/${name}` });
  return { kind: 'postgres', url: url.href };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}
