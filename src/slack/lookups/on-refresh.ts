import type { ButtonClickArgs } from '../conversation/clicker.ts';
import type { Converse } from '../conversation/conversation.ts';
import { type DeliverAnswer, hasCounts } from '../conversation/deliver-answer.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { ReadButtonClick } from './button-click.ts';

interface Options {
  readonly converse: Converse;
  readonly deliverAnswer: DeliverAnswer;
  readonly recipientOf: RecipientOf;
  readonly readButtonClick: ReadButtonClick;
}

const IN_PLACE = { replace_original: true } as const;

/**
 * *Refresh*: the same command past the cache. The new answer takes the old one's place where only its reader sees that; a
 * message that others see is never replaced. Counts give way to counts alone: a failure or a denial stands beside them.
 */
export function createOnRefresh({ converse, deliverAnswer, recipientOf, readButtonClick }: Options) {
  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const click = await readButtonClick(args, 'refresh');
    if (!click) return;
    const { asker, command, authorization, isEphemeral } = click;
    const send = recipientOf(click);
    // Below a new answer a progress line would stay for ever, so it stands where that will. Nothing may take the place of
    // counts but counts, and what is read anew may fail: so there is none then.
    const sayProgress = isEphemeral && click.hasCounts ? undefined : sayIn(send, isEphemeral);
    const answered = await converse({ asker, command, authorization, entry: 'refresh', fresh: true }, sayProgress);
    await deliverAnswer(answered, send, ({ why }) => {
      const isInPlace = isEphemeral && (!click.hasCounts || (why === undefined && hasCounts(answered.answer)));
      return isInPlace ? IN_PLACE : {};
    });
  };
}

function sayIn(send: ReturnType<RecipientOf>, isInPlace: boolean): Parameters<Converse>[1] {
  return (line) => send(line, isInPlace ? IN_PLACE : {});
}
