import { withReadings } from '../../followstats/reports/kept-readings.ts';
import type { ButtonClickArgs } from '../conversation/clicker.ts';
import type { Converse } from '../conversation/conversation.ts';
import { type DeliverAnswer, hasCounts } from '../conversation/deliver-answer.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { ReadButtonClick } from './button-click.ts';

interface Options {
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly converse: Converse;
  readonly deliverAnswer: DeliverAnswer;
  readonly recipientOf: RecipientOf;
  readonly readButtonClick: ReadButtonClick;
}

const IN_PLACE = { replace_original: true } as const;

/**
 * *Refresh*: the same command past the cache. The new answer takes the old one's place where only its reader sees that; a
 * message that others see is never replaced. A failed one takes no numbers away: the earlier ones stay, and say from when they are.
 * What shows none at all, such as a denial, stands beside them.
 */
export function createOnRefresh({ now, converse, deliverAnswer, recipientOf, readButtonClick }: Options) {
  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const click = await readButtonClick(args, 'refresh');
    if (!click) return;
    const { asker, command, authorization, isEphemeral, readings } = click;
    const send = recipientOf(click);
    // In the place of counts no progress line may stand; a new message would stay, and say that the answer comes below.
    const sayProgress = isEphemeral && click.hasCounts ? undefined : sayIn(send, isEphemeral);
    const asked = { asker, command, authorization, entry: 'refresh', fresh: true } as const;
    const answered = await converse(asked, sayProgress, isEphemeral ? 'here' : 'below');
    const shown = readings ? { ...answered, answer: withReadings(answered.answer, readings, now()) } : answered;
    await deliverAnswer(shown, send, ({ why }) => {
      const isInPlace = isEphemeral && (!click.hasCounts || (why === undefined && hasCounts(shown.answer)));
      return isInPlace ? IN_PLACE : {};
    });
  };
}

function sayIn(send: ReturnType<RecipientOf>, isInPlace: boolean): Parameters<Converse>[1] {
  return (line) => send(line, isInPlace ? IN_PLACE : {});
}
