import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Engine } from '../../../src/store/clock.ts';
import type { StoreOptions } from '../../../src/store/open.ts';
import { writeSql } from '../write-sql.ts';

/** The newest migration of each version that has a dump, oldest first. */
export const VERSIONS: readonly string[] = globSync('sqlite/*.sql', { cwd: import.meta.dirname })
  .map((file) => basename(file, '.sql'))
  .toSorted();

/** @returns the SQL that makes the store of a version, rows included */
export function readDump(engine: Engine, version: string): string {
  return readFileSync(join(import.meta.dirname, engine, `${version}.sql`), 'utf8');
}

/** Makes a store that doesn't exist yet what it was in a version. */
export async function loadDump(options: StoreOptions, version: string): Promise<void> {
  if (options.kind === 'sqlite') mkdirSync(options.folder, { recursive: true });
  await writeSql(options, readDump(options.kind, version));
}
