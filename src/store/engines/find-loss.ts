import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readWal, USER_VERSION_AT } from './read-wal.ts';
import { readState, STATE_FILE, type StoreState } from './state-file.ts';

/** The embedded store's file in its folder. */
export const SQLITE_FILE = 'followstats.db';
/** SQLite's write-ahead log beside it. */
export const WAL_FILE = `${SQLITE_FILE}-wal`;
const SHM_FILE = `${SQLITE_FILE}-shm`;

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
/** Where the header has the size of a page, and how many there are (sqlite.org/fileformat2.html, section 1.3). */
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;
/** And which version of the format reads it: 2 with a write-ahead log, 1 without one. */
const READ_VERSION_AT = 19;
/** 64 KiB doesn't fit the field, which then holds a 1. */
const LARGEST_PAGE = 65_536;

interface Loss {
  readonly what: string;
  /** What must go before the app starts with what is left; those of them that exist are named. */
  readonly inTheWay: readonly string[];
}

/**
 * Finds out whether the embedded store has lost what it held, as after its database or its write-ahead log was deleted, cut
 * short, damaged or replaced. Reads the files alone and changes nothing: opening them would fold the log into the
 * database and delete it. Must be called before SQLite opens the database, since closing a file that this process has open
 * elsewhere gives up its locks.
 * @returns one sentence that says what is missing and what to do; `undefined` when nothing is
 */
export function findLoss(folder: string): string | undefined {
  const state = readState(folder);
  const loss = state === undefined ? lossWithoutState(folder) : lossAgainst(folder, state);
  if (!loss) return undefined;
  const inTheWay = loss.inTheWay.filter((file) => existsSync(join(folder, file)));
  return (
    `DATA_DIR has lost data: ${loss.what}; put a backup there as ${SQLITE_FILE}, alone, ` +
    `or, to go on without what is lost, move ${inTheWay.join(', ')} away`
  );
}

/** Without a state to compare with there are two sure signs: a log whose database is gone, and one of another database. */
function lossWithoutState(folder: string): Loss | undefined {
  if (bytesOf(folder, WAL_FILE) === 0) return undefined;
  const inTheWay = [WAL_FILE, SHM_FILE];
  if (bytesOf(folder, SQLITE_FILE) > 0)
    return readDatabaseFile(folder)?.hasLog === false ? { what: FOREIGN_LOG, inTheWay } : undefined;
  return { what: `${WAL_FILE} holds writes, and ${SQLITE_FILE} is missing or empty`, inTheWay };
}

/** SQLite writes any log it finds into the database beside it, also into a backup, which is damaged by that. */
const FOREIGN_LOG = `${WAL_FILE} is the log of another ${SQLITE_FILE} than the one that was put there`;

function lossAgainst(folder: string, state: StoreState | 'damaged'): Loss | undefined {
  const rest = [STATE_FILE, WAL_FILE, SHM_FILE];
  const all = [SQLITE_FILE, ...rest];
  if (state === 'damaged') return { what: `${STATE_FILE} is damaged`, inTheWay: [STATE_FILE] };
  const database = readDatabaseFile(folder);
  if (!database) return { what: `${SQLITE_FILE} is missing`, inTheWay: all };
  if (database.bytes === 0) return { what: `${SQLITE_FILE} is empty`, inTheWay: all };
  // A vacuum makes the file smaller and says so in its header; a check-point that was killed makes the
  // header larger before the file.
  const least = Math.min(state.bytes, database.ownBytes);
  if (database.bytes < least)
    return {
      what: `${SQLITE_FILE} was cut short (it has ${database.bytes} bytes of at least ${least})`,
      inTheWay: all,
    };
  if (database.userVersion === undefined) return { what: `the head of ${SQLITE_FILE} is damaged`, inTheWay: all };
  if (database.userVersion < state.inFile) return { what: `${SQLITE_FILE} is an older copy`, inTheWay: rest };
  if (!database.hasLog && bytesOf(folder, WAL_FILE) > 0) return { what: FOREIGN_LOG, inTheWay: rest };
  const wal = readWalFile(folder);
  if (wal.isBroken)
    return { what: `${WAL_FILE} is damaged, and what was written last is lost`, inTheWay: [STATE_FILE] };
  if ((wal.userVersion ?? database.userVersion) < state.sequence)
    return {
      what: `what was written last is missing (${WAL_FILE} was removed or damaged, or ${SQLITE_FILE} is an older copy)`,
      inTheWay: [STATE_FILE],
    };
  return undefined;
}

interface DatabaseFile {
  readonly bytes: number;
  /** As many as its header says it has; any number of them when it isn't a database of SQLite. */
  readonly ownBytes: number;
  /** `undefined` when it isn't one. */
  readonly userVersion: number | undefined;
  /** Whether it is one that has a write-ahead log; a backup has none until it is opened. `undefined` when it isn't a database. */
  readonly hasLog: boolean | undefined;
}

function readDatabaseFile(folder: string): DatabaseFile | undefined {
  const file = join(folder, SQLITE_FILE);
  if (!existsSync(file)) return undefined;
  const descriptor = openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    const isWhole = readSync(descriptor, header, 0, HEADER_BYTES, 0) === HEADER_BYTES;
    const isDatabase = isWhole && header.toString('latin1', 0, MAGIC.length) === MAGIC;
    return {
      bytes: fstatSync(descriptor).size,
      ownBytes: isDatabase ? pageSizeOf(header) * header.readUInt32BE(PAGE_COUNT_AT) : Number.POSITIVE_INFINITY,
      userVersion: isDatabase ? header.readUInt32BE(USER_VERSION_AT) : undefined,
      hasLog: isDatabase ? header[READ_VERSION_AT] === 2 : undefined,
    };
  } finally {
    closeSync(descriptor);
  }
}

function pageSizeOf(header: Buffer): number {
  const size = header.readUInt16BE(PAGE_SIZE_AT);
  return size === 1 ? LARGEST_PAGE : size;
}

function readWalFile(folder: string): ReturnType<typeof readWal> {
  const file = join(folder, WAL_FILE);
  return readWal(existsSync(file) ? readFileSync(file) : Buffer.alloc(0));
}

function bytesOf(folder: string, name: string): number {
  return statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
}
