import type { Message } from '../../src/demo/slack/types.ts';
import type { Answer, Question } from '../../src/followstats/answer.ts';
import { createRender } from '../../src/slack/blocks/answer.ts';
import { createConversation } from '../../src/slack/conversation.ts';
import type { ActionId } from '../../src/slack/names.ts';
import { createQuestionKeeper } from '../../src/slack/question-keeper.ts';
import { register } from '../../src/slack/register.ts';
import { ANA, OPEN } from '../demo/slack/open-workspace.ts';
import { openConnection } from './open-connection.ts';

/** No form is opened here. */
const withoutForms = {} as Parameters<typeof register>[1];

/** Every listener of the app in a workspace, over answers that the test gives. */
export async function openListeners(answer: (question: Question) => Promise<Answer>) {
  const questions: Question[] = [];
  const opened = await openConnection({
    register: (app, parts) => {
      const keeper = createQuestionKeeper();
      const converse = createConversation({
        ...parts,
        keeper,
        answer: (question) => {
          questions.push(question);
          // As the real use case does, once the asker is let in.
          return question.command.kind === 'wrong' ? Promise.resolve(question.command) : answer(question);
        },
        render: createRender({ maxAccounts: 500, cacheSeconds: 60 }),
        directory: { locale: async () => 'en-US' },
        now: Date.now,
        progressAfterMs: 2000,
      });
      register(app, {
        ...withoutForms,
        ...parts,
        converse,
        answerUnknown: async () => ({ kind: 'gone' }),
        keeper,
        maxAccounts: 500,
      });
    },
  });
  const { workspace, connection } = opened;
  const seenBy = (personId: string) => workspace.messagesFor(personId, OPEN);

  return {
    ...opened,
    questions,
    seenBy,
    /** Types as Ana does, and resolves with the newest message she sees once the app is done. */
    async ask(text: string): Promise<Message> {
      await workspace.type({ personId: ANA.id, channelId: OPEN, text: `/followstats ${text}` });
      await connection.app.idle();
      return seenBy(ANA.id).at(-1) as Message;
    },
    /** Presses as Ana does, and resolves with what she sees once the app is done. */
    async press({ ts }: Message, actionId: ActionId): Promise<readonly Message[]> {
      await workspace.press({ personId: ANA.id, ts, actionId });
      await connection.app.idle();
      return seenBy(ANA.id);
    },
  };
}
