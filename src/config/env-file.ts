import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { ConfigError } from '../errors.ts';
import { readEnvText } from './env-lines.ts';

/** Far more than all variables together need; what is larger is some other file. */
const MAX_BYTES = 262_144;

/** By Node's error code: what to do about it. */
const WHY_UNREADABLE: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'this user may not read it (EACCES); change its owner or its mode'],
  ['EPERM', 'this user may not read it (EPERM); change its owner or its mode'],
  ['ENOENT', 'it is a link to a file that is not there; mend or remove it'],
  ['ELOOP', 'it is a link that leads back to itself; mend or remove it'],
]);

/**
 * Adds the variables of a `.env` file to an environment. Variables that are set already stay, also when they are empty.
 * Does nothing when there is no such file.
 * @param path where the file would be; faults call it `.env`
 * @throws {ConfigError} when the file can't be read, isn't text, or has lines that can't be understood: one line per
 *   fault, by line number and never with anything the file holds
 */
export function loadEnvFile(path: string, environment: Record<string, string | undefined>): void {
  const bytes = read(path);
  if (bytes === undefined) return;
  const { variables, faults } = readEnvText(decode(bytes));
  if (faults.length > 0) throw new ConfigError(faults.map((fault) => `.env ${fault}`));
  if (variables.has('NODE_EXTRA_CA_CERTS') && environment.NODE_EXTRA_CA_CERTS === undefined)
    throw fault('cannot set NODE_EXTRA_CA_CERTS, which Node reads before this file; set it in the environment');
  for (const [name, value] of variables) environment[name] ??= value;
}

/** @returns `undefined` when there is no such file */
function read(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
    // Not blocking: opening a pipe would otherwise wait for a writer.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(file);
    if (stats.isDirectory())
      throw fault('is a folder; it must be a text file with a line NAME=VALUE for each variable');
    if (stats.isFIFO() || stats.isSocket()) throw fault('is a pipe or a socket; it must be a text file');
    const bytes = Buffer.alloc(MAX_BYTES + 1);
    let length = 0;
    for (let count = -1; count !== 0 && length < bytes.length; length += count)
      count = readSync(file, bytes, length, bytes.length - length, null);
    if (length > MAX_BYTES) throw fault(`is larger than ${MAX_BYTES / 1024} KiB; is it another file?`);
    return bytes.subarray(0, length);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw fault(`cannot be read: ${WHY_UNREADABLE.get(code) ?? code}`);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Lines end in `\n` alone afterwards, and a byte order mark is gone. */
function decode(bytes: Buffer): string {
  if (isUtf16(bytes)) throw fault('is UTF-16 text; save it as UTF-8');
  if (bytes.includes(0)) throw fault('is a binary file; it must be text in UTF-8');
  if (!isUtf8(bytes)) throw fault(`is not UTF-8 text (line ${firstLineThatIsNotUtf8(bytes)}); save it as UTF-8`);
  return bytes
    .toString()
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
}

/** By its byte order mark; without one by the zeros that every second byte of ASCII is then. */
function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.toString('hex', 0, 2);
  if (mark === 'fffe' || mark === 'feff') return true;
  const isZero = [...bytes.subarray(0, 4)].map((byte) => byte === 0).join();
  return isZero === 'true,false,true,false' || isZero === 'false,true,false,true';
}

function firstLineThatIsNotUtf8(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf('\n', start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  return line;
}

function fault(what: string): ConfigError {
  return new ConfigError([`.env ${what}`]);
}
