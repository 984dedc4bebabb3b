/** Smaller ones are left to the garbage collector, which is quicker with them. */
const WORTH_FREEING_BYTES = 4096;

/**
 * Gives the memory of bytes that came from a socket back at once. Left to the garbage collector, which waits for about 64
 * MB of them, a flood of bodies would fill as much. Nothing may use the bytes afterwards.
 */
export function freeBytes({ buffer, byteLength }: Buffer): void {
  // A part of something larger isn't ours to free.
  if (byteLength < WORTH_FREEING_BYTES || byteLength !== buffer.byteLength) return;
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}
