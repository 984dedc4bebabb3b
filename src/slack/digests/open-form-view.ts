import type { Asker } from '../../followstats/access/rules.ts';
import { APP_FAULT } from '../../followstats/audit/audit-ending.ts';
import type { Logger } from '../../logger.ts';
import { sentences } from '../blocks/kit/reply.ts';
import type { ViewFrame, WordsView } from '../blocks/kit/words-view.ts';
import { apologize } from '../conversation/apologize.ts';
import { type Answered, type Converse, conclude } from '../conversation/conversation.ts';
import type { DeliverAnswer, Prepared } from '../conversation/deliver-answer.ts';
import type { OpenForm } from '../conversation/open-form.ts';
import type { OpenView } from '../sending/open-view.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import { createUpdateView } from './show-form.ts';

/** What opening a form needs. */
export interface OpenFormOptions {
  readonly converse: Converse;
  readonly deliverAnswer: DeliverAnswer;
  readonly web: WebClient;
  readonly directory: Pick<SlackDirectory, 'reader' | 'readerAtOnce'>;
  readonly recipientOf: RecipientOf;
  readonly log: Logger;
}

type View = ReturnType<WordsView>;
type AnswerKind = Answered['answer']['kind'];

interface OpenedForm<Kind extends AnswerKind> {
  /** The answer that is a form. */
  readonly kind: Kind;
  /** Opens it as the first view, or above the one in which it was asked for. */
  readonly openView: OpenView;
  readonly loadingView: (reader: Reader) => View;
  /** How words in its place are framed. */
  readonly frameOf: (reader: Reader) => ViewFrame;
  /** Made ready while it is found out what to show. */
  readonly onOpened?: (reader: Reader) => void;
  readonly viewOf: (
    reader: Reader,
    answer: Extract<Answered['answer'], { readonly kind: Kind }>,
    asker: Asker,
  ) => Promise<View>;
}

/**
 * Answers a command by a form. The form's place opens at once, since Slack takes a trigger for three seconds only; what stands there
 * is decided after that: the form, or the words that there is none.
 */
export function createOpenFormView<Kind extends AnswerKind>(
  { converse, deliverAnswer, web, directory, recipientOf, log }: OpenFormOptions,
  { kind, openView, loadingView, frameOf, onOpened, viewOf }: OpenedForm<Kind>,
): OpenForm {
  const update = createUpdateView({ web, log });

  /** @returns what to say in the form's place when it could not be shown there */
  async function fill(reader: Reader, viewId: string, making: () => Promise<View>): Promise<Prepared | undefined> {
    try {
      const isShown = await update(viewId, await making());
      return isShown ? undefined : { reply: sentences(reader, reader.words.digestForm.notShown()), why: undefined };
    } catch (error) {
      return { reply: apologize(reader, log, error, 'a form ended in a fault of the app'), why: APP_FAULT };
    }
  }

  return async (invocation, { asker, replyTo }, triggerId) => {
    const [opened, reader] = await Promise.all([
      openView(triggerId, directory.readerAtOnce(asker.personId).then(loadingView)),
      directory.reader(asker.personId),
    ]);
    if ('code' in opened) {
      log.warn({ error: opened.code }, 'a form could not be opened');
      await recipientOf({ asker, replyTo })(sentences(reader, reader.words.digestForm.notOpened()));
      return;
    }
    onOpened?.(reader);
    const { viewId } = opened;
    const send = recipientOf({
      asker,
      replyTo: { kind: 'view', viewId, frame: frameOf(reader), otherwise: replyTo },
    });
    const answered = await converse(invocation, send);
    const { answer } = answered;
    if (!isOf(answer, kind)) return deliverAnswer(answered, send);

    await conclude(answered, async () => {
      const unshown = await fill(reader, viewId, () => viewOf(reader, answer, asker));
      if (unshown) await send(unshown.reply);
      return unshown?.why;
    });
  };
}

function isOf<Kind extends AnswerKind>(
  answer: Answered['answer'],
  kind: Kind,
): answer is Extract<Answered['answer'], { readonly kind: Kind }> {
  return answer.kind === kind;
}
