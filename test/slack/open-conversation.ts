import type { Answer, Question } from '../../src/followstats/answer.ts';
import { readCommand } from '../../src/followstats/command.ts';
import { createRender } from '../../src/slack/blocks/answer.ts';
import type { Reply } from '../../src/slack/blocks/reply.ts';
import { createConversation } from '../../src/slack/conversation.ts';
import { createQuestionKeeper } from '../../src/slack/question-keeper.ts';
import type { SendOptions } from '../../src/slack/response-url.ts';
import { failed } from '../followstats/sample-lookups.ts';
import { counts, reportOf } from './blocks/sample-reports.ts';
import { openLog } from './open-log.ts';

export const address = { responseUrl: 'https://hooks/the-secret-part', channelId: 'C1', personId: 'U1' };
export const asks = (text: string): Question => ({ asker: address, command: readCommand(text, 100) });
export const report: Answer = {
  kind: 'report',
  report: reportOf([
    ['secret_account', counts(1, 1, 1, 5000)],
    ['other_account', failed('throttled')],
  ]),
};

export type Sending = () => Promise<void>;

export interface Circumstances {
  readonly answer: () => Promise<Answer>;
  /** What sending takes; nothing unless told. */
  readonly sending?: Sending;
  /** Unix milliseconds. */
  readonly now?: () => number;
}

/** A conversation with one person, whose answer and whose way to be reached the test decides. */
export function openConversation({ answer, sending = async () => {}, now = Date.now }: Circumstances) {
  const sent: { readonly text: string; readonly reply: Reply; readonly options: SendOptions | undefined }[] = [];
  const { sink, log } = openLog();
  const converse = createConversation({
    // As the real use case does: a look-up says so once the asker is let in.
    answer: (question) => {
      if (question.command.kind === 'lookup') question.onLookup?.(question.command.who.length);
      return answer();
    },
    render: createRender({ maxAccounts: 100, cacheSeconds: 60 }),
    directory: { locale: async () => 'de-DE' },
    keeper: createQuestionKeeper(),
    recipientOf: () => async (reply, options) => {
      await sending();
      sent.push({ text: reply.text, reply, options });
    },
    log,
    now,
    progressAfterMs: 2000,
  });
  const texts = () => sent.map(({ text }) => text.replace(/ · .*/s, ''));
  return { converse, sent, texts, sink };
}

/** Resolves after so long on the test's clock. */
export const later = <T>(ms: number, value: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));
