import type { PlaceFault } from '../../../digests/ports.ts';
import type { Reader } from '../../words/reader.ts';
import { toPlain } from '../kit/inline.ts';

/** Why a person can't have a digest posted to a conversation, and what this reader can do, a sentence each. */
export function describePlaceFault(
  { words, role }: Reader,
  fault: PlaceFault,
): { readonly what: string; readonly fix: string } {
  const { what, fix } = words.places[fault];
  const isForAdmin = fault === 'missing-scope' && role === 'admin';
  return { what: toPlain(what()), fix: toPlain(isForAdmin ? words.places[fault].fixForAdmins() : fix()) };
}
