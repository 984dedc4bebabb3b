import type { Asker } from '../../followstats/access/rules.ts';
import type { Command } from '../../followstats/commands/command.ts';
import type { Logger } from '../../logger.ts';
import { replyForView } from '../blocks/asks/ask-view.ts';
import { toRichText } from '../blocks/kit/inline.ts';
import { type ViewFrame, wordsView } from '../blocks/kit/words-view.ts';
import { subjectsOf } from '../controls/subjects-of.ts';
import { type Converse, conclude } from '../conversation/conversation.ts';
import type { PrepareReply } from '../conversation/deliver-answer.ts';
import { createOpenView } from '../sending/open-view.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';

interface Options {
  readonly converse: Converse;
  readonly prepareReply: PrepareReply;
  readonly recipientOf: RecipientOf;
  readonly web: WebClient;
  readonly directory: Pick<SlackDirectory, 'readerAtOnce' | 'reader'>;
  readonly log: Logger;
}

/** Answers a command that only shows something in a modal over the Home. Rejects when the answer can be shown nowhere. */
export type ShowAnswer = (asker: Asker, command: Command, triggerId: string) => Promise<void>;

/**
 * Makes a `ShowAnswer`. The modal opens at once, since Slack takes a trigger for three seconds only; nothing stands there before it is
 * decided whether the person may see it. It has no controls: there is no message that what they do could be answered by. Where Slack
 * opens none, the answer stands on top of the Home.
 */
export function createShowAnswer({ converse, prepareReply, recipientOf, web, directory, log }: Options): ShowAnswer {
  const openView = createOpenView(web);

  return async (asker, command, triggerId) => {
    const [opened, plainReader] = await Promise.all([
      openView(triggerId, directory.readerAtOnce(asker.personId).then(waitingView)),
      directory.reader(asker.personId),
    ]);
    if ('code' in opened) log.warn({ error: opened.code }, 'an answer could not be opened over a Home');
    const answered = await converse({ asker, command });
    const home = { kind: 'home', about: subjectsOf(answered) } as const;
    const replyTo =
      'code' in opened
        ? home
        : ({ kind: 'view', viewId: opened.viewId, frame: frameOf(plainReader), otherwise: home } as const);
    const reader = { ...answered.reader, isInForm: true };
    const { reply, why } = await prepareReply({ ...answered, reader });
    await conclude(answered, async () => {
      await recipientOf({ asker, replyTo })(replyForView(reader, reply));
      return why;
    });
  };
}

function frameOf({ words }: Reader): ViewFrame {
  return { title: words.home.answerTitle(), close: words.kit.views.close() };
}

function waitingView(reader: Reader) {
  return wordsView(frameOf(reader), [toRichText([reader.words.asks.working()])]);
}
