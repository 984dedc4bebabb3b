import type { Digest } from '../../../digests/types.ts';
import type { Reader } from '../../words/reader.ts';

/** One reader has one on each zone's clocks: how dates are written is found out once for each, and takes long. */
const made = new WeakMap<Reader, Map<string, Reader>>();

/** The same reader on the clocks of a digest's zone; on their own where this machine doesn't know that zone. */
export function inZoneOf(reader: Reader, { schedule: { zone } }: Pick<Digest, 'schedule'>): Reader {
  const known = made.get(reader) ?? new Map<string, Reader>();
  made.set(reader, known);
  const there = known.get(zone) ?? (isKnown(zone) ? { ...reader, zone } : reader);
  known.set(zone, there);
  return there;
}

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
