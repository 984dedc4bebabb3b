import { chmod, open, rename, rm, stat } from 'node:fs/promises';
import { backup, DatabaseSync } from 'node:sqlite';
import { ConfigError } from '../errors.ts';
import { openFile } from './read-only.ts';

/** All at once: in steps, every write of the app between two of them would make SQLite begin anew. */
const ALL_PAGES = 0x7fffffff;

/**
 * Copies the embedded store to one file, as it is at one moment, while the app goes on writing. The file is whole or absent.
 * @returns its size in bytes
 * @throws {ConfigError} when there is no store, or the file exists
 */
export async function backUp(folder: string, file: string): Promise<number> {
  if (await stat(file).catch(() => undefined)) throw new ConfigError([`${file} exists; a backup replaces nothing`]);
  const part = `${file}.part`;
  await rm(part, { force: true });
  const source = openFile(folder);
  try {
    await backup(source, part, { rate: ALL_PAGES });
    checkWhole(part);
    await chmod(part, 0o600);
    await sync(part);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    source.close();
  }
  return (await stat(file)).size;
}

/** Also leaves WAL mode, so that the copy is one file. */
function checkWhole(file: string): void {
  const copy = new DatabaseSync(file);
  copy.exec('pragma journal_mode = delete');
  const { integrity_check: found } = copy.prepare('pragma integrity_check').get() ?? {};
  copy.close();
  if (found !== 'ok') throw new Error(`the backup is damaged: ${found}`);
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r');
  await handle.sync();
  await handle.close();
}
