import type { GroupId, PersonId } from '../ids.ts';
import type { AccountId } from '../types.ts';
import { readAccountId } from './account-id.ts';
import { type ListName, readListName } from './list-name.ts';
import { escapeTyped, type FaultWord, toFaultWord, type Word } from './words.ts';

/** One thing a look-up or list names. Only an account is known to Chat; the others stand for accounts (`resolve.ts`). */
export type Reference =
  | { readonly kind: 'account'; readonly account: AccountId }
  /** A mentioned Slack person (`U…`): the account of their link. */
  | { readonly kind: 'person'; readonly personId: PersonId }
  /** A mentioned user group (`S…`): the accounts of its linked members. */
  | { readonly kind: 'group'; readonly groupId: GroupId }
  | { readonly kind: 'list'; readonly name: ListName };

/** Whom a command is about, each once, in the order typed. */
export type Who = readonly Reference[];

/** What is wrong with the words that name accounts, people, groups or lists. `word`: as it was typed; untrusted text. */
export type WhoFault =
  | { readonly kind: 'too-long'; readonly word: string; readonly bytes: number }
  | { readonly kind: 'not-printable-ascii'; readonly word: string }
  | { readonly kind: 'empty-quotes' }
  | { readonly kind: 'not-an-account'; readonly word: FaultWord }
  | { readonly kind: 'bad-list-name'; readonly word: FaultWord }
  | { readonly kind: 'too-many'; readonly word: string; readonly count: number; readonly max: number };

const LIST_PREFIX = /^list:/i;

/**
 * Reads words as whom a command is about; no words make an empty `Who`.
 * @param maxAccounts the most accounts they may name; what mentions and lists stand for is counted when it is known
 */
export function readWho(
  words: readonly Word[],
  maxAccounts: number,
): { readonly who: Who } | { readonly fault: WhoFault } {
  const named = new Map<string, Reference>();
  for (const word of words) {
    const read = readReference(word);
    if ('fault' in read) return read;
    named.set(writeReference(read), read);
  }
  const who = [...named.values()];
  const accounts = who.flatMap((reference) => (reference.kind === 'account' ? [reference.account] : []));
  const firstTooMany = accounts[maxAccounts];
  if (firstTooMany === undefined) return { who };
  return { fault: { kind: 'too-many', word: firstTooMany, count: accounts.length, max: maxAccounts } };
}

function readReference(word: Word): Reference | { readonly fault: WhoFault } {
  if (word.kind === 'person') return { kind: 'person', personId: word.personId };
  if (word.kind === 'group') return { kind: 'group', groupId: word.groupId };
  if (namesList(word)) {
    const name = readListWord(word.text);
    return name === undefined ? { fault: { kind: 'bad-list-name', word: word.text } } : { kind: 'list', name };
  }
  const read = readAccount(word);
  return 'fault' in read ? read : { kind: 'account', account: read.account };
}

/** Whether a word stands for a list; in quotes it is a UserID that only looks so. */
export function namesList(word: Word): word is Extract<Word, { kind: 'text' }> {
  return word.kind === 'text' && !word.quoted && LIST_PREFIX.test(word.text);
}

/** Takes a word as a UserID; in quotes it may hold spaces, though none at its ends. */
export function readAccount(word: Word): { readonly account: AccountId } | { readonly fault: WhoFault } {
  if (word.kind !== 'text') return { fault: { kind: 'not-an-account', word: toFaultWord(word) } };
  const text = word.text.trim();
  if (text === '') return { fault: { kind: 'empty-quotes' } };
  const read = readAccountId(text);
  if ('id' in read) return { account: read.id };
  const fault: WhoFault =
    read.fault === 'too-long'
      ? { kind: 'too-long', word: text, bytes: text.length }
      : { kind: 'not-printable-ascii', word: text };
  return { fault };
}

/** Takes `NAME` or `list:NAME` as a list's name. */
export function readListWord(text: string): ListName | undefined {
  return readListName(text.replace(LIST_PREFIX, ''));
}

/** Writes accounts as a command holds them that a control gives: as they would be typed, in the form in which Slack delivers that. */
export function writeAccounts(accounts: readonly AccountId[]): string {
  return accounts.map((account) => escapeTyped(writeAccount(account))).join(' ');
}

/** Writes a UserID as it would have to be typed to be read back. */
export function writeAccount(id: string): string {
  const isPlain = /^[^\s,"<>&]+$/.test(id) && !id.endsWith(';') && !LIST_PREFIX.test(id);
  return isPlain ? id : `"${id.replace(/["\\]/g, '\\$&')}"`;
}

/** Writes one reference so that `readWho` reads it back, in the form in which Slack delivers typed text. */
function writeReference(reference: Reference): string {
  switch (reference.kind) {
    case 'account':
      return escapeTyped(writeAccount(reference.account));
    case 'person':
      return `<@${reference.personId}>`;
    case 'group':
      return `<!subteam^${reference.groupId}>`;
    case 'list':
      return `list:${reference.name}`;
  }
}

/** Writes whom a command is about so that `readWho` reads the same back. */
export function writeWho(who: Who): string {
  return [...new Set(who.map(writeReference))].join(' ');
}

/** The same with another list in the place of one. */
export function withOtherList(who: Who, name: ListName, other: ListName): Who {
  return who.map((one) => (one.kind === 'list' && one.name === name ? { kind: 'list', name: other } : one));
}

/** Writes a look-up so that `readCommand` reads the same one back: the form in which it is kept for buttons. */
export function writeLookup(who: Who): string {
  return `lookup ${writeWho(who)}`;
}
