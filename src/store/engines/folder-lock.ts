import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConfigError } from '../../errors.ts';

/** SQLite's result code for a lock that another process holds. */
const SQLITE_BUSY = 5;

/** The file whose lock it is; beside the store, and empty. */
export const LOCK_FILE = 'lock.db';

/** Another process has the folder. */
export class FolderInUse extends ConfigError {
  constructor() {
    super([
      'DATA_DIR is in use by another process; stop that one, name another folder, or set DATABASE_URL for several replicas',
    ]);
  }
}

/**
 * Makes this process the only one of its folder until it closes or dies: an exclusive lock on a file of its own, so that
 * a backup can still read the store beside it. The kernel gives it back after kill -9, and it works where process ids
 * don't, as between two containers on one volume. Not safe on NFS.
 * @throws {FolderInUse} when another process has it
 */
export function lockFolder(folder: string): { release(): void } {
  const lock = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY)) throw error;
    throw new FolderInUse();
  }
  return { release: () => lock.close() };
}
