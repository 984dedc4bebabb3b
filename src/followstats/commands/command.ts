import {
  ACCESS_SUBCOMMANDS,
  type AccessCommand,
  type AccessFault,
  readAccessCommand,
} from '../access/read.ts';
import { type DigestCommand, type DigestFault, readDigestCommand } from '../digests/read.ts';
import { type LinkCommand, type LinkFault, readLinkCommand } from '../links/read.ts';
import { type ListCommand, type ListFault, nearestListAction, readListCommand } from '../lists/read.ts';
import type { ResolveFault } from '../reports/resolve.ts';
import { nearest } from '../typed/nearest.ts';
import { readWho, type Who, type WhoFault } from '../typed/who.ts';
import { readWords, type Word, type WordFault } from '../typed/words.ts';

/** What a person asked for. `wrong` is answered with one sentence; nothing is sent upstream for it. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'lookup'; readonly who: Who }
  | ListCommand
  | LinkCommand
  | DigestCommand
  | AccessCommand
  | Wrong;

interface Wrong {
  readonly kind: 'wrong';
  readonly fault: CommandFault;
  /** What it would have been: who may not do that isn't told what is wrong either. Not set where a look-up was meant. */
  readonly meant?: Meant;
}

/** A command that a subcommand's name begins. */
export type Meant = (ListCommand | LinkCommand | DigestCommand | Exclude<AccessCommand, { kind: 'why' }>)['kind'];

/** What is wrong with a command. `word`: the word at fault, as it was typed; untrusted text. */
export type CommandFault =
  | WordFault
  | WhoFault
  | ListFault
  | LinkFault
  | DigestFault
  | ResolveFault
  | AccessFault
  | { readonly kind: 'unknown-subcommand'; readonly word: string; readonly suggestion: string }
  | { readonly kind: 'unavailable-subcommand'; readonly word: string }
  | { readonly kind: 'command-too-long' }
  | { readonly kind: 'nobody' }
  /** A message whose shortcut was chosen mentions no one, and no person wrote it. */
  | { readonly kind: 'nobody-mentioned' }
  /** A message whose shortcut was chosen holds more than is read of one. */
  | { readonly kind: 'message-too-large' };

const SUBCOMMANDS = ['help', 'lookup', 'list', 'link', 'unlink', 'links', 'digest', ...ACCESS_SUBCOMMANDS] as const;

/**
 * Words that product.md gives to subcommands which this version doesn't have. They are kept free now, so that a
 * command doesn't change its meaning with an update; `lookup WORD` asks for an account of that name.
 */
const RESERVED: ReadonlySet<string> = new Set('history fans following mutual check'.split(' '));

/** The longest command that is read, in UTF-16 units as Slack delivers it: as much as Slack lets one message hold. */
export const MOST_COMMAND_TEXT = 40_000;

/**
 * Reads the text behind `/followstats`. Takes time in proportion to its length, and refuses it unread when it is longer
 * than `MOST_COMMAND_TEXT`.
 * @param maxAccounts the most accounts one command may name (FOLLOWSTATS_MAX_ACCOUNTS)
 */
export function readCommand(text: string, maxAccounts: number): Command {
  if (text.length > MOST_COMMAND_TEXT) return { kind: 'wrong', fault: { kind: 'command-too-long' } };
  return readWritten(text, maxAccounts);
}

/**
 * Reads what `writeLookup` wrote. It may be longer than a person may type: a UserID of quotes takes twice its length in
 * writing, and the three characters that Slack escapes take up to five times theirs.
 * @param maxAccounts as in `readCommand`
 */
export function readWritten(text: string, maxAccounts: number): Command {
  const words = readWords(text);
  if ('kind' in words) return { kind: 'wrong', fault: words };
  const [first, ...rest] = words;
  if (first === undefined) return { kind: 'help' };
  if (first.kind !== 'text' || first.quoted) return readLookup(words, maxAccounts);

  // Phones capitalise the first word, so a subcommand's case doesn't count; a UserID's does.
  const word = first.text.toLowerCase();
  if (word === 'help') return { kind: 'help' };
  if (word === 'lookup') return readLookup(rest, maxAccounts);
  if (word === 'list') return orWrong(readListCommand(rest, maxAccounts), meantByList(rest));
  if (word === 'link' || word === 'unlink' || word === 'links') return orWrong(readLinkCommand(word, rest), word);
  if (word === 'digest') return orWrong(readDigestCommand(rest), 'digest-list');
  const access = ACCESS_SUBCOMMANDS.find((name) => name === word);
  // Whoever gets that one wrong may have meant themselves, which is for everyone.
  if (access === 'why') return readAccessCommand(access, rest);
  if (access) return orWrong(readAccessCommand(access, rest), access);
  if (RESERVED.has(word)) return { kind: 'wrong', fault: { kind: 'unavailable-subcommand', word: first.text } };
  const suggestion = nearestSubcommand(word, rest);
  if (suggestion) return { kind: 'wrong', fault: { kind: 'unknown-subcommand', word: first.text, suggestion } };
  return readLookup(words, maxAccounts);
}

function readLookup(words: readonly Word[], maxAccounts: number): Command {
  const read = readWho(words, maxAccounts);
  if ('fault' in read) return { kind: 'wrong', ...read };
  return read.who.length === 0 ? { kind: 'wrong', fault: { kind: 'nobody' } } : { kind: 'lookup', ...read };
}

/** Turns what a subcommand's reader says into a command. */
function orWrong(
  read: ListCommand | LinkCommand | DigestCommand | AccessCommand | { readonly fault: CommandFault },
  meant: Meant,
): Command {
  return 'fault' in read ? { kind: 'wrong', fault: read.fault, meant } : read;
}

function meantByList([first]: readonly Word[]): Meant {
  return `list-${(first && nearestListAction(first)) ?? 'show'}`;
}

/**
 * The subcommand that a first word is a typo of. `lisa` and `lina` are people's names, one letter away from `list` and
 * `link`, so for these what follows has to fit, too.
 */
function nearestSubcommand(word: string, [next, ...others]: readonly Word[]): string | undefined {
  const suggestion = nearest(word, SUBCOMMANDS, 1);
  if (next === undefined) return suggestion;
  if (suggestion === 'list') return nearestListAction(next) && suggestion;
  if (suggestion === 'links') return undefined;
  if (suggestion === 'link') return next.kind === 'person' && others.length === 1 ? suggestion : undefined;
  return suggestion;
}
