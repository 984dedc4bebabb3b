import type { Asker, Role } from './access/rules.ts';
import type { AuditDetails, AuditOutcome } from './audit/details.ts';
import type { Changes } from './changes/changes.ts';
import type { Check } from './checks/check.ts';
import type { History } from './history/history.ts';
import type { Report } from './reports/report.ts';
import type { Resolved } from './reports/resolve.ts';
import type { Word } from './typed/words.ts';

/** A member of a union whose members differ by `kind`. */
interface Kinded {
  readonly kind: string;
}

/** Those members of a union that can be of a kind. */
type OfKind<Union, Kind> = Union extends Kinded ? Extract<Union & { readonly kind: Kind }, Kinded> : never;

/** What limits a command. */
export interface Limits {
  /** The most accounts one command may name (FOLLOWSTATS_MAX_ACCOUNTS). */
  readonly maxAccounts: number;
}

/** Words that are no command. `meant`: the command they would have been; not set where anyone could have meant it. */
export interface Misread<Fault, Kind> {
  readonly fault: Fault;
  readonly meant?: Kind;
}

/** Under which circumstances a command is answered. */
export interface AnswerContext {
  readonly asker: Asker;
  /** The asker's; `undefined` for none. */
  readonly role: Role | undefined;
  /** Ask Chat again even for what is cached. */
  readonly fresh?: boolean | undefined;
  /** Of a look-up: what an earlier answer to it showed, which is to be the answer again; nothing is read then. */
  readonly shown?: Report | undefined;
  /** The same of a history. */
  readonly shownHistory?: History | undefined;
  /** The same of who came and left. */
  readonly shownChanges?: Changes | undefined;
  /** The same of a check. */
  readonly shownCheck?: Check | undefined;
  /** To be called with whom the answer is about, before that is read. */
  readonly onLookup?: ((who: Resolved) => void) | undefined;
  /** Aborts when the time for the answer is over. */
  readonly signal: AbortSignal;
}

/** What has to be known of one kind of command. */
export interface CommandRow<Command> {
  /** The least role that may give it; `undefined`: anyone may. */
  readonly role: Role | undefined;
  /** Whether this one is for anyone, a role or none. Left out: none is. */
  readonly isForAnyone?: (command: Command, asker: Asker) => boolean;
  /** What the audit calls it. */
  readonly action: string;
  /** What the audit keeps of it besides; never values. */
  readonly details: (command: Command) => AuditDetails;
  /**
   * Of a command that changes what the store keeps: the command, as it is typed, that shows whether it was done, for when the
   * store doesn't confirm it. `undefined`: this one changes nothing.
   */
  readonly lookAt: ((command: Command) => string) | undefined;
}

/** How a command ended, in the audit's words. */
export interface Ended {
  readonly outcome: AuditOutcome;
  readonly details: AuditDetails;
}

/** What has to be known of one kind of answer. */
export interface AnswerRow<Answer> {
  /** What the audit keeps of how it ended: one entry each. */
  readonly ended: (answer: Answer) => readonly Ended[];
  /** What the log says besides its kind: counts and reasons, never names or values. Left out: nothing. */
  readonly measure?: (answer: Answer) => Readonly<Record<string, unknown>>;
}

/** A line of the help. */
interface Usage {
  /** Who is shown it, at least; `undefined`: everyone. A line for viewers is for everyone, so that they know what to ask for. */
  readonly role: Role | undefined;
  /** What to type. */
  readonly example: string;
}

/** Everything that is known of the commands of one subject. */
interface Subcommand<
  Name extends string,
  Command extends Kinded,
  Fault extends Kinded,
  Answer extends Kinded,
  Needs,
  Rows,
  Further extends string,
  Line extends string,
> {
  /** Its first words: offered for what is nearly one of them. */
  readonly names: readonly Name[];
  /**
   * Whether the words behind a misspelled name fit it, where the misspelled may also be a person's (`lisa`). Left out: whatever
   * they are. Not asked when there are none.
   */
  readonly fits?: (name: Name, words: readonly [Word, ...Word[]]) => boolean;
  /** The words behind a name that are right and say what it is about: an example of the same begins with them. Left out: none. */
  readonly beginning?: (name: Name, words: readonly Word[]) => readonly Word[];
  /** Reads the words behind a name. */
  readonly read: (name: Name, words: readonly Word[], limits: Limits) => Command | Misread<Fault, Command['kind']>;
  /**
   * Makes what answers them; whether the asker may is decided before. Rejects with the `AppError` of what failed, or for a bug.
   */
  readonly answer: (needs: Needs) => (command: Command, context: AnswerContext) => Promise<Answer>;
  /** Whether `answer` ends at its time by itself, with what it has by then. Left out: it is given up then. */
  readonly endsByItself?: boolean;
  readonly commands: Rows & Readonly<Record<Exclude<keyof Rows, Command['kind']>, never>>;
  /** `fault` is the same for all subjects. */
  readonly answers: { readonly [Kind in Exclude<Answer['kind'], 'fault'>]: AnswerRow<OfKind<Answer, Kind>> };
  /** What its forms and buttons do, as the audit names it, where that is no command. */
  readonly furtherActions: readonly Further[];
  /** In the order in which the help has them. */
  readonly usage: Readonly<Record<Line, Usage>>;
}

type RowsOf<Command extends Kinded> = {
  readonly [Kind in Command['kind']]: CommandRow<OfKind<Command, Kind>>;
};

/** Makes the table of a subject. A kind of command or answer that misses one of its pieces doesn't compile. */
export function defineSubcommand<
  const Name extends string,
  Command extends Kinded,
  Answer extends Kinded,
  Needs,
  const Rows extends RowsOf<Command>,
  const Further extends string,
  Line extends string,
  Fault extends Kinded,
>(
  subcommand: Subcommand<Name, Command, Fault, Answer, Needs, Rows, Further, Line>,
): Subcommand<Name, Command, Fault, Answer, Needs, Rows, Further, Line> {
  return subcommand;
}

/** The details of a command of which the audit keeps nothing but that it was given. */
export const noDetails = (): AuditDetails => ({});

/** The end of an answer that is all that was wanted. */
export const done = (): readonly Ended[] => [{ outcome: 'done', details: {} }];

/** The end of a change: the store has written it with the change itself. */
export const writtenByStore = (): readonly Ended[] => [];
