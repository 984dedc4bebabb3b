import { access, constants, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { ConfigError } from '../../errors.ts';
import { SQLITE_FILE } from '../engines/find-loss.ts';
import { damaged, toDamage } from '../engines/sqlite.ts';
import { readState, STATE_FILE } from '../engines/state-file.ts';
import { openFile } from './read-only.ts';

/** All at once: in steps, every write of the app between two of them would make SQLite begin anew. */
const ALL_PAGES = 0x7fffffff;

/**
 * Copies the embedded store to one file, as it is at one moment, while the app goes on writing. The file is whole or absent.
 * @returns its size in bytes
 * @throws {ConfigError} when there is no store, it is damaged or has lost data that it held, the file exists, or its folder can't
 *   be written
 */
export async function backUp(folder: string, file: string): Promise<number> {
  if (await stat(file).catch(() => undefined)) throw new ConfigError([`${file} exists; a backup replaces nothing`]);
  await checkFolder(dirname(resolve(file)));
  const part = `${file}.part`;
  await rm(part, { force: true });
  // Before the copy: the app may write meanwhile, and what is copied later holds at least what is vouched for now.
  const sequence = vouchedFor(folder);
  const source = openFile(folder);
  try {
    await makePrivate(part);
    await backup(source, part, { rate: ALL_PAGES });
    checkWhole(part, sequence);
    await sync(part);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw toDamage(error);
  } finally {
    source.close();
  }
  return (await stat(file)).size;
}

const WHY_NOT: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such folder; make it, or name another'],
  ['ENOTDIR', 'it is not a folder; name another'],
  ['EACCES', 'this user may not write there; name another, or run it as who may'],
  ['EROFS', 'its disk is read-only; name another'],
]);

/** SQLite would say only that it can't open a file. */
async function checkFolder(folder: string): Promise<void> {
  try {
    // Of a file, too, this says ENOTDIR.
    await access(`${folder}/.`, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error);
    throw new ConfigError([`no backup can be put into ${folder}: ${WHY_NOT.get(code) ?? code}`]);
  }
}

/** The least sequence number that the store must have; 0 when nothing says so, or this user may not read what does. */
function vouchedFor(folder: string): number {
  try {
    const state = readState(folder);
    return state === undefined || state === 'damaged' ? 0 : state.sequence;
  } catch {
    return 0;
  }
}

/**
 * Also leaves WAL mode, so that the copy is one file. A backup of what was lost must not look like one of what is there:
 * SQLite copies an emptied database as readily as any other.
 */
function checkWhole(file: string, sequence: number): void {
  const copy = new DatabaseSync(file);
  try {
    copy.exec('pragma journal_mode = delete');
    const { integrity_check: found } = copy.prepare('pragma integrity_check').get() ?? {};
    if (found !== 'ok') throw damaged(String(found).replace(/^\*\*\*[^\n]*\n/, ''));
    if (!copy.prepare("select 1 from sqlite_schema where name = 'audit'").get())
      throw new ConfigError([`${SQLITE_FILE} in DATA_DIR is empty, or no store of this app; no backup was made`]);
    const { user_version: held } = copy.prepare('pragma user_version').get() ?? {};
    if (Number(held) < sequence)
      throw new ConfigError([`DATA_DIR has lost data that ${STATE_FILE} vouches for; no backup was made`]);
  } finally {
    copy.close();
  }
}

/** An empty file, which SQLite fills: one of its own making would be readable by everyone while it is being filled. */
async function makePrivate(file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  await handle.close();
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r');
  await handle.sync();
  await handle.close();
}
