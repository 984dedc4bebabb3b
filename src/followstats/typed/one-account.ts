import { namesList, type Reference, readAccount, type WhoFault, writeWho } from './who.ts';
import { type FaultWord, toFaultWord, type Word } from './words.ts';

/** What stands for one account: a UserID, or a person through their link. */
export type OneAccount = Extract<Reference, { kind: 'account' | 'person' }>;

/** A list or a user group, where one account is wanted. */
export interface NotOneAccount {
  readonly kind: 'not-one-account';
  /** As it was typed; untrusted text. */
  readonly word: FaultWord;
}

/** Reads a word as one account. */
export function readOneAccount(
  word: Word,
): { readonly one: OneAccount } | { readonly fault: WhoFault | NotOneAccount } {
  if (word.kind === 'person') return { one: { kind: 'person', personId: word.personId } };
  if (word.kind === 'group' || namesList(word)) return { fault: { kind: 'not-one-account', word: toFaultWord(word) } };
  const read = readAccount(word);
  return 'fault' in read ? read : { one: { kind: 'account', account: read.account } };
}

/** Writes it so that it is read back, in the form in which Slack delivers typed text. */
export function writeOneAccount(one: OneAccount): string {
  return writeWho([one]);
}
