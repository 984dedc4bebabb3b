/** As many bytes as a whole second takes until the year 2106. */
const BYTES = 4;

/** Writes moments as base64, four bytes each, to the second, which is all that Chat gives. @param times Unix milliseconds */
export function writeTimes(times: readonly number[]): string {
  const bytes = Buffer.alloc(times.length * BYTES);
  for (const [n, at] of times.entries()) bytes.writeUInt32LE(Math.max(0, Math.floor(at / 1000)), n * BYTES);
  return bytes.toString('base64');
}

/** Reads what `writeTimes` wrote; of what another version may have written as much as makes whole moments. */
export function readTimes(text: string): readonly number[] {
  const bytes = Buffer.from(text, 'base64');
  return Array.from({ length: Math.floor(bytes.length / BYTES) }, (_, n) => bytes.readUInt32LE(n * BYTES) * 1000);
}
