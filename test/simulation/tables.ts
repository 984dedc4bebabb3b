import { createHash } from 'node:crypto';
import { TABLES } from '../../src/store/schema.ts';
import type { DatabaseEngine } from './parts/database-engine.ts';

/** @returns the first 16 hexadecimal digits of the SHA-256 of all rows of all tables, the same for both engines */
export async function hashTables({ committed }: DatabaseEngine): Promise<string> {
  const hash = createHash('sha256');
  for (const table of Object.keys(TABLES)) {
    const rows = await committed<Readonly<Record<string, unknown>>>(`select * from ${table}`);
    hash.update(`${table}\n${rows.map(toText).sort().join('\n')}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** In the order of the columns' names, which the order of the migrations may not be. */
function toText(row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(
    Object.keys(row)
      .sort()
      .map((column) => [column, row[column]]),
  );
}
