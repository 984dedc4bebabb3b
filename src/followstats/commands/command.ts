import { readLookup } from '../reports/read.ts';
import type { Limits, Misread } from '../subcommand.ts';
import { nearest } from '../typed/nearest.ts';
import { readWordsTo, type Word, type WordFault } from '../typed/words.ts';
import { writeWords } from '../typed/write-words.ts';
import { SUBCOMMANDS, type SubjectCommand, type SubjectFault } from './subcommands.ts';

/** What a person asked for, or what is wrong with it. */
export type Command = SubjectCommand | FaultyCommand;

/** Is answered with one sentence; nothing is sent upstream for it. */
export interface FaultyCommand {
  readonly kind: 'fault';
  readonly fault: CommandFault;
  /** What it would have been: a person who may not do that doesn't learn what is wrong either. Not set where a look-up was meant. */
  readonly meant?: SubjectCommand['kind'] | undefined;
}

/** What is wrong with a command, and the command that was meant, where a subcommand or action in it is a typo of one. */
export type CommandFault = FaultOfCommand & {
  /** As it would be typed, in the form in which Slack delivers that; it may have a fault of its own. */
  readonly corrected?: string | undefined;
  /** The words that such a command begins with: its name, and whom or what it is about, as far as that was typed right. */
  readonly beginning?: readonly Word[] | undefined;
};

/** `word`: the word at fault, as it was typed; untrusted text. */
type FaultOfCommand =
  | WordFault
  | SubjectFault
  | { readonly kind: 'unknown-subcommand'; readonly word: string; readonly suggestion: string }
  | { readonly kind: 'command-too-long' };

/** The part of a subject's table that reads; both take a name of that subject only. */
interface Readers {
  fits?(name: string, words: readonly [Word, ...Word[]]): boolean;
  beginning?(name: string, words: readonly Word[]): readonly Word[];
  read(
    name: string,
    words: readonly Word[],
    limits: Limits,
  ): SubjectCommand | Misread<SubjectFault, SubjectCommand['kind']>;
  readonly commands: Readonly<Partial<Record<string, { readonly role: unknown; readonly isForAnyone?: unknown }>>>;
}

/** By name. */
const READERS: ReadonlyMap<string, Readers> = new Map(
  SUBCOMMANDS.flatMap((subject) => subject.names.map((name): [string, Readers] => [name, subject])),
);
const NAMES = [...READERS.keys()];

/** The longest command that is read, in UTF-16 units as Slack delivers it: as much as Slack lets one message hold. */
export const MOST_COMMAND_TEXT = 40_000;

/**
 * Reads the text behind `/followstats`. Takes time in proportion to its length, and rejects it unread when it is longer
 * than `MOST_COMMAND_TEXT`.
 * @param maxAccounts the most accounts one command may name (FOLLOWSTATS_MAX_ACCOUNTS)
 */
export function readCommand(text: string, maxAccounts: number): Command {
  if (text.length > MOST_COMMAND_TEXT) return { kind: 'fault', fault: { kind: 'command-too-long' } };
  return readWritten(text, maxAccounts);
}

/**
 * Reads what `writeLookup` wrote. It may be longer than a person may type: a UserID of quotes takes twice its length in
 * writing, and the three characters that Slack escapes take up to five times theirs.
 * @param maxAccounts as in `readCommand`
 */
export function readWritten(text: string, maxAccounts: number): Command {
  const { words, fault } = readWordsTo(text);
  const limits = { maxAccounts };
  if (fault) return cutShort(fault, words, limits);
  const [first, ...rest] = words;
  if (first === undefined) return { kind: 'help' };
  if (first.kind !== 'text' || first.quoted) return toCommand(readLookup(words, limits));

  // Phones capitalise the first word, so a subcommand's case doesn't count; a UserID's does.
  const name = first.text.toLowerCase();
  const subject = READERS.get(name);
  if (subject) {
    const command = withCorrection(toCommand(subject.read(name, rest, limits)), [first], rest.slice(1));
    return withBeginning(command, beginningOf(name, rest));
  }
  const suggestion = nearestSubcommand(name, rest);
  if (suggestion) {
    return withCorrection(
      { kind: 'fault', fault: { kind: 'unknown-subcommand', word: first.text, suggestion } },
      [],
      rest,
    );
  }
  return toCommand(readLookup(words, limits));
}

function toCommand(read: ReturnType<Readers['read']>): Command {
  return 'fault' in read ? { kind: 'fault', ...read } : read;
}

/** Text that can be split into words only so far; what they begin with says which command it is, and who may give it. */
function cutShort(fault: WordFault, [first, ...rest]: readonly Word[], limits: Limits): Command {
  const name = first?.kind === 'text' && !first.quoted ? first.text.toLowerCase() : '';
  const subject = READERS.get(name);
  if (!subject) return { kind: 'fault', fault };
  const command = toCommand(subject.read(name, rest, limits));
  const meant = command.kind === 'fault' ? command.meant : command.kind;
  const row = meant && subject.commands[meant];
  const isForSome = row?.role !== undefined && !row.isForAnyone;
  return withBeginning({ kind: 'fault', fault, ...(isForSome && { meant }) }, beginningOf(name, rest));
}

function beginningOf(name: string, words: readonly Word[]): readonly Word[] {
  return [{ kind: 'text', text: name, quoted: false }, ...(READERS.get(name)?.beginning?.(name, words) ?? [])];
}

function withBeginning(command: Command, beginning: readonly Word[]): Command {
  return command.kind === 'fault' ? { ...command, fault: { ...command.fault, beginning } } : command;
}

/** Adds to a fault with a suggestion the whole command that was meant: the suggestion between the words around it. */
function withCorrection(command: Command, before: readonly Word[], behind: readonly Word[]): Command {
  if (command.kind !== 'fault' || !('suggestion' in command.fault) || !command.fault.suggestion) return command;
  const meant: Word = { kind: 'text', text: command.fault.suggestion, quoted: false };
  const corrected = writeWords([...before, meant, ...behind]);
  return corrected === undefined ? command : { ...command, fault: { ...command.fault, corrected } };
}

/**
 * The subcommand whose name a first word is a typo of. `lisa` and `lina` are people's names, one letter away from `list` and
 * `link`, so for these what follows has to fit, too.
 */
function nearestSubcommand(word: string, [next, ...others]: readonly Word[]): string | undefined {
  const suggestion = nearest(word, NAMES, 1);
  if (suggestion === undefined || next === undefined) return suggestion;
  return READERS.get(suggestion)?.fits?.(suggestion, [next, ...others]) === false ? undefined : suggestion;
}
