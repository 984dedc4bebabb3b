import { createHash } from 'node:crypto';
import type { Schema } from '../../src/store/schema.ts';
import type { DatabaseEngine } from './parts/database-engine.ts';

/** All of the app's tables; one that is missing here doesn't compile. */
const TABLES: Readonly<Record<keyof Schema, true>> = {
  turns: true,
  grants: true,
  links: true,
  lists: true,
  list_accounts: true,
  audit: true,
  digests: true,
  digest_runs: true,
  watches: true,
  watch_states: true,
  watch_alerts: true,
  expiring_values: true,
  homes: true,
  snapshots: true,
  rate: true,
  learned_bursts: true,
  follow_events: true,
  hearing_spans: true,
  joining_curves: true,
};

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
