import { type AnswerContext, defineSubcommand, done, type Misread, noDetails } from '../subcommand.ts';

interface HelpCommand {
  readonly kind: 'help';
  /** Whether every command is wanted, rather than where to begin. */
  readonly all?: true;
}

/** What a person with this role can type. */
interface HelpAnswer {
  readonly kind: 'help';
  readonly role: AnswerContext['role'];
  readonly all?: true;
}

/** `help`, which is also what no words at all ask for, and `help all`. Whatever else stands behind it is passed over. */
export const help = defineSubcommand({
  names: ['help'],
  read: (_, [word]): HelpCommand | Misread<never, 'help'> =>
    word?.kind === 'text' && word.text.toLowerCase() === 'all' ? { kind: 'help', all: true } : { kind: 'help' },
  answer:
    () =>
    async ({ all }: HelpCommand, { role }: AnswerContext): Promise<HelpAnswer> => ({
      kind: 'help',
      role,
      ...(all && { all }),
    }),
  commands: { help: { role: undefined, action: 'help', details: noDetails, lookAt: undefined } },
  answers: { help: { ended: done } },
  // Opening the Home tab is a first look at what there is, too.
  furtherActions: ['home'],
  usage: {},
});
