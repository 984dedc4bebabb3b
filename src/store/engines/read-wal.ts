/** Layout and checksums: sqlite.org/fileformat2.html, section 4. All numbers are big-endian. */
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
/** The lowest bit says in which byte order the checksums read their words. */
const MAGIC = 0x377f0682;
/** Where `user_version` stands in the first page. */
export const USER_VERSION_AT = 60;

/** What SQLite would take from a write-ahead log. */
export interface WalContent {
  /** `user_version` as the last commit has it; `undefined` when no commit changed it. */
  readonly userVersion: number | undefined;
  /**
   * Whether commits that had been synced stand behind a damaged frame, where SQLite silently leaves them out. A last commit
   * that is damaged itself doesn't count: one that was never acknowledged looks the same after a power cut.
   */
  readonly isBroken: boolean;
}

interface Sums {
  readonly first: number;
  readonly second: number;
}

const NOTHING: WalContent = { userVersion: undefined, isBroken: false };

/** Reads a whole `-wal` file as SQLite does when it opens a database that wasn't closed. Never throws. */
export function readWal(wal: Buffer): WalContent {
  if (wal.length < HEADER_BYTES) return NOTHING;
  const magic = wal.readUInt32BE(0);
  const isLittleEndian = (magic & 1) === 0;
  let sums = addUp(wal.subarray(0, HEADER_BYTES - 8), { first: 0, second: 0 }, isLittleEndian);
  if ((magic & ~1) !== MAGIC || !hasSums(wal, HEADER_BYTES - 8, sums)) return NOTHING;
  const frameBytes = FRAME_HEADER_BYTES + wal.readUInt32BE(8);
  const frames = framesOf(wal, frameBytes);
  let written: number | undefined;
  let userVersion: number | undefined;
  for (const [n, frame] of frames.entries()) {
    sums = addUp(frame.subarray(0, 8), sums, isLittleEndian);
    sums = addUp(frame.subarray(FRAME_HEADER_BYTES), sums, isLittleEndian);
    if (!isOfSameLog(wal, frame) || !hasSums(frame, FRAME_HEADER_BYTES - 8, sums))
      return { userVersion, isBroken: hasMoreBehindCommit(wal, frames.slice(n)) };
    if (frame.readUInt32BE(0) === 1) written = frame.readUInt32BE(FRAME_HEADER_BYTES + USER_VERSION_AT);
    if (isCommit(frame)) userVersion = written;
  }
  return { userVersion, isBroken: false };
}

function framesOf(wal: Buffer, frameBytes: number): readonly Buffer[] {
  const count = Math.floor((wal.length - HEADER_BYTES) / frameBytes);
  return Array.from({ length: count }, (_, n) => {
    const at = HEADER_BYTES + n * frameBytes;
    return wal.subarray(at, at + frameBytes);
  });
}

/** The log is written over from its beginning; what stands behind from an earlier turn has other salts. */
const isOfSameLog = (wal: Buffer, frame: Buffer): boolean => frame.subarray(8, 16).equals(wal.subarray(16, 24));

/** The last frame of a commit holds the size of the database. */
const isCommit = (frame: Buffer): boolean => frame.readUInt32BE(4) !== 0;

/** A commit is synced before the next begins, so what stands behind one proves that it was whole once. */
function hasMoreBehindCommit(wal: Buffer, frames: readonly Buffer[]): boolean {
  const ours = frames.filter((frame) => isOfSameLog(wal, frame));
  const commit = ours.findIndex(isCommit);
  return commit >= 0 && commit < ours.length - 1;
}

const hasSums = (bytes: Buffer, at: number, { first, second }: Sums): boolean =>
  bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second;

/** @param bytes a multiple of eight */
function addUp(bytes: Buffer, { first, second }: Sums, isLittleEndian: boolean): Sums {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.byteLength; at += 8) {
    first = (first + words.getUint32(at, isLittleEndian) + second) >>> 0;
    second = (second + words.getUint32(at + 4, isLittleEndian) + first) >>> 0;
  }
  return { first, second };
}
