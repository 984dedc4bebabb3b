import { withDeadline } from '../../deadline.ts';
import type { AnswerContext } from '../subcommand.ts';
import type { Command } from './command.ts';
import { SUBCOMMANDS, type SubjectAnswer, type SubjectCommand, type SubjectNeeds } from './subcommands.ts';

/** Does what a command says; whether the asker may is decided before. Rejects with the `AppError` of what failed, or for a bug. */
export type AnswerCommand = (
  command: Command,
  context: AnswerContext,
) => Promise<SubjectAnswer | Extract<Command, { kind: 'fault' }>>;

/** The part of a subject's table that answers: it takes its own commands only. */
interface Answerer {
  answer(needs: SubjectNeeds): (command: never, context: AnswerContext) => Promise<SubjectAnswer>;
}

/** Makes what answers the commands of all subjects. */
export function createAnswerCommand(needs: SubjectNeeds): AnswerCommand {
  const answerers = new Map(
    SUBCOMMANDS.flatMap((subject) => {
      const { commands, endsByItself = false } = subject;
      const answer = (subject as Answerer).answer(needs) as (
        command: SubjectCommand,
        context: AnswerContext,
      ) => Promise<SubjectAnswer>;
      return Object.keys(commands).map((kind) => [kind, { answer, endsByItself }] as const);
    }),
  );

  return async (command, context) => {
    if (command.kind === 'fault') return command;
    const answerer = answerers.get(command.kind);
    if (!answerer) throw new Error(`no subcommand answers ${command.kind}`);
    const answer = answerer.answer(command, context);
    return answerer.endsByItself ? answer : withDeadline(answer, context);
  };
}
