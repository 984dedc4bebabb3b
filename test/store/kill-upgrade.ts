import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { openPostgres } from '../../src/store/engines/postgres.ts';
import { createDialect } from '../../src/store/engines/sqlite.ts';
import { migrate } from '../../src/store/migrate.ts';
import type { StoreOptions } from '../../src/store/open.ts';
import type { Schema } from '../../src/store/schema.ts';

/**
 * Upgrades a store in a process that is killed with -9 in the middle.
 * @param after how the statement begins after which it is killed
 * @returns the signal that ended it; `null` when it came to its end
 */
export async function killUpgrade(options: StoreOptions, after: string): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [import.meta.filename, JSON.stringify(options), after], { stdio: 'inherit' });
  const [, signal] = await once(child, 'exit');
  return signal;
}

if (import.meta.main) {
  const [, , written = '', after = ''] = process.argv;
  const options = JSON.parse(written) as StoreOptions;
  const dialect =
    options.kind === 'sqlite'
      ? createDialect(new DatabaseSync(join(options.folder, 'followstats.db')))
      : openPostgres(options.url).dialect;
  const db = new Kysely<Schema>({
    dialect,
    log: ({ query }) => {
      if (query.sql.startsWith(after)) process.kill(process.pid, 'SIGKILL');
    },
  });
  await migrate(db, options.kind);
  await db.destroy();
}
