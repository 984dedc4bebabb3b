import { readWho, type Who, type WhoFault } from '../typed/who.ts';
import type { Word } from '../typed/words.ts';

/** The accounts to look up. */
export interface LookupCommand {
  readonly kind: 'lookup';
  /** At least one. */
  readonly who: Who;
}

/** What is wrong with a look-up. */
export type LookupFault =
  | WhoFault
  | { readonly kind: 'nobody' }
  /** A message whose shortcut was chosen mentions no one, and no person wrote it. */
  | { readonly kind: 'nobody-mentioned' }
  /** A message whose shortcut was chosen holds more than is read of one. */
  | { readonly kind: 'message-too-large' };

/**
 * Reads words as a look-up, with `lookup` before them or without.
 * @param maxAccounts as in `readWho`
 */
export function readLookup(
  words: readonly Word[],
  { maxAccounts }: { readonly maxAccounts: number },
): LookupCommand | { readonly fault: LookupFault } {
  const read = readWho(words, maxAccounts);
  if ('fault' in read) return read;
  return read.who.length === 0 ? { fault: { kind: 'nobody' } } : { kind: 'lookup', ...read };
}
