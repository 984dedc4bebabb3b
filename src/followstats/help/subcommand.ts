import { type AnswerContext, defineSubcommand, done, type Misread, noDetails } from '../subcommand.ts';

interface HelpCommand {
  readonly kind: 'help';
}

/** What a person with this role can type. */
interface HelpAnswer {
  readonly kind: 'help';
  readonly role: AnswerContext['role'];
}

/** `help`, which is also what no words at all ask for. */
export const help = defineSubcommand({
  names: ['help'],
  read: (): HelpCommand | Misread<never, 'help'> => ({ kind: 'help' }),
  answer:
    () =>
    async (_: HelpCommand, { role }: AnswerContext): Promise<HelpAnswer> => ({ kind: 'help', role }),
  commands: { help: { role: undefined, action: 'help', details: noDetails, lookAt: undefined } },
  answers: { help: { ended: done } },
  furtherActions: [],
  usage: {},
});
