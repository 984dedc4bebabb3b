import distance from 'damerau-levenshtein';
import { ACCESS_SUBCOMMANDS, type AccessCommand, type AccessFault, readAccessCommand } from './access-command.ts';
import { readAccountId } from './account-id.ts';
import type { AccountId } from './types.ts';
import { readWords, type Word, type WordFault } from './words.ts';

/** What a person asked for. `wrong` is answered with one sentence; nothing is sent upstream for it. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'lookup'; readonly who: Who }
  | AccessCommand
  | { readonly kind: 'wrong'; readonly fault: CommandFault };

/** Whom a question is about, each once, in the order asked. */
export interface Who {
  readonly accounts: readonly AccountId[];
  /** Mentioned Slack people (`U…`) and user groups (`S…`); only a link makes an account of them. */
  readonly people: readonly string[];
  readonly groups: readonly string[];
}

/** What is wrong with a command. `word`: the word at fault, as it was typed; untrusted text. */
export type CommandFault =
  | WordFault
  | AccessFault
  | { readonly kind: 'unknown-subcommand'; readonly word: string; readonly suggestion: string }
  | { readonly kind: 'unavailable-subcommand'; readonly word: string }
  | { readonly kind: 'unavailable-list'; readonly word: string }
  | { readonly kind: 'too-long'; readonly word: string; readonly bytes: number }
  | { readonly kind: 'not-printable-ascii'; readonly word: string }
  | { readonly kind: 'empty-quotes' }
  | { readonly kind: 'not-an-account'; readonly word: string }
  | { readonly kind: 'too-many'; readonly word: string; readonly count: number; readonly max: number }
  | { readonly kind: 'nobody' };

const SUBCOMMANDS = ['help', 'lookup', ...ACCESS_SUBCOMMANDS] as const;

/**
 * Words that product.md gives to subcommands which this version doesn't have. They are kept free now, so that a
 * command doesn't change its meaning with an update; `lookup WORD` asks for an account of that name.
 */
const RESERVED: ReadonlySet<string> = new Set(
  'history list digest link unlink links fans following mutual check'.split(' '),
);

/**
 * Reads the text behind `/followstats`.
 * @param maxAccounts the most accounts one command may name (FOLLOWSTATS_MAX_ACCOUNTS)
 */
export function readCommand(text: string, maxAccounts: number): Command {
  const words = readWords(text);
  if ('kind' in words) return { kind: 'wrong', fault: words };
  const [first, ...rest] = words;
  if (first === undefined) return { kind: 'help' };
  if (first.kind !== 'text' || first.quoted) return readLookup(words, maxAccounts);

  // Phones capitalise the first word, so a subcommand's case doesn't count; a UserID's does.
  const word = first.text.toLowerCase();
  if (word === 'help') return { kind: 'help' };
  if (word === 'lookup') return readLookup(rest, maxAccounts);
  const access = ACCESS_SUBCOMMANDS.find((name) => name === word);
  if (access) return readAccessCommand(access, rest);
  if (RESERVED.has(word)) return { kind: 'wrong', fault: { kind: 'unavailable-subcommand', word: first.text } };
  const suggestion = SUBCOMMANDS.find((name) => distance(word, name).steps === 1);
  if (suggestion) return { kind: 'wrong', fault: { kind: 'unknown-subcommand', word: first.text, suggestion } };
  return readLookup(words, maxAccounts);
}

function readLookup(words: readonly Word[], maxAccounts: number): Command {
  const accounts = new Set<AccountId>();
  const people = new Set<string>();
  const groups = new Set<string>();
  let firstTooMany: AccountId | undefined;
  for (const word of words) {
    if (word.kind === 'person') people.add(word.personId);
    else if (word.kind === 'group') groups.add(word.groupId);
    else {
      const read = readAccount(word);
      if ('kind' in read) return { kind: 'wrong', fault: read };
      accounts.add(read.id);
      if (accounts.size > maxAccounts) firstTooMany ??= read.id;
    }
  }
  if (firstTooMany !== undefined) {
    const fault = { kind: 'too-many', word: firstTooMany, count: accounts.size, max: maxAccounts } as const;
    return { kind: 'wrong', fault };
  }
  if (accounts.size + people.size + groups.size === 0) return { kind: 'wrong', fault: { kind: 'nobody' } };
  return { kind: 'lookup', who: { accounts: [...accounts], people: [...people], groups: [...groups] } };
}

function readAccount(word: Exclude<Word, { kind: 'person' | 'group' }>): { id: AccountId } | CommandFault {
  if (word.kind !== 'text') return { kind: 'not-an-account', word: word.text };
  if (!word.quoted && /^list:/i.test(word.text)) return { kind: 'unavailable-list', word: word.text };
  const text = word.text.trim();
  if (text === '') return { kind: 'empty-quotes' };
  const read = readAccountId(text);
  if ('id' in read) return read;
  return read.fault === 'too-long'
    ? { kind: 'too-long', word: text, bytes: text.length }
    : { kind: 'not-printable-ascii', word: text };
}

/** Writes a UserID as it would have to be typed to be read back. */
export function writeAccount(id: string): string {
  const isPlain = /^[^\s,"<>&]+$/.test(id) && !/^list:/i.test(id);
  return isPlain ? id : `"${id.replace(/["\\]/g, '\\$&')}"`;
}

/** Writes a look-up so that `readCommand` reads the same one back: the form in which buttons carry a question. */
export function writeLookup({ accounts, people, groups }: Who): string {
  const encode = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const words = [
    ...accounts.map((id) => encode(writeAccount(id))),
    ...people.map((id) => `<@${id}>`),
    ...groups.map((id) => `<!subteam^${id}>`),
  ];
  return `lookup ${words.join(' ')}`;
}
