import type { PlaceFault } from '../../../digests/ports.ts';
import type { Reader } from '../../words/reader.ts';
import { toPlain } from '../kit/inline.ts';

/** Why a person can't have a digest posted to a conversation, and what to do, a sentence each. */
export function describePlaceFault(
  { words }: Reader,
  fault: PlaceFault,
): { readonly what: string; readonly fix: string } {
  const { what, fix } = words.places[fault];
  return { what: toPlain(what()), fix: toPlain(fix()) };
}
