import type { Digest } from '../../../digests/types.ts';
import type { Reader } from '../../words/reader.ts';

/** The same reader on the clocks of a digest's zone; on their own where this machine doesn't know that zone. */
export function inZoneOf(reader: Reader, { schedule: { zone } }: Pick<Digest, 'schedule'>): Reader {
  return isKnown(zone) ? { ...reader, zone } : reader;
}

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
