import { reportAsShown, withReadings } from '../../followstats/reports/kept-readings.ts';
import type { Resolved } from '../../followstats/reports/resolve.ts';
import type { Logger } from '../../logger.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { reportReply } from '../blocks/reports/report.ts';
import type { ButtonClickArgs } from '../conversation/clicker.ts';
import type { Converse, ProgressWords } from '../conversation/conversation.ts';
import { type DeliverAnswer, hasCounts, hasOthers } from '../conversation/deliver-answer.ts';
import type { Recipient, RecipientOf } from '../sending/recipient.ts';
import type { Reader } from '../words/reader.ts';
import type { ButtonClick, ReadButtonClick } from './button-click.ts';

interface Options {
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly converse: Converse;
  readonly deliverAnswer: DeliverAnswer;
  readonly recipientOf: RecipientOf;
  readonly readButtonClick: ReadButtonClick;
  readonly log: Logger;
}

const IN_PLACE = { replace_original: true } as const;
/** What is true in the place of an answer alone. */
const ONLY_IN_PLACE = { ...IN_PLACE, isOnlyInPlace: true } as const;

/** What is said while it takes long. */
interface Waiting {
  readonly sayProgress?: ((progress: Reply) => Promise<void>) | undefined;
  readonly words: ProgressWords;
  /** Takes away from the answer what was only true meanwhile, where that stays. */
  readonly restore: (reader: Reader) => Promise<void>;
}

/**
 * *Refresh*: the same command past the cache. The new answer takes the old one's place where only its reader sees that; a
 * message that others see is never replaced. A failed one takes no numbers away: the earlier ones stay, and say from when they are.
 * What shows none at all, such as a denial, stands beside them.
 */
export function createOnRefresh({ now, converse, deliverAnswer, recipientOf, readButtonClick, log }: Options) {
  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const click = await readButtonClick(args, 'refresh');
    if (!click) return;
    const { asker, command, authorization, isEphemeral, readings } = click;
    const send = recipientOf(click);
    let who: Resolved | undefined;
    const onLookup = (resolved: Resolved) => {
      who = resolved;
    };
    const { sayProgress, words, restore } = waitingFor(click, send, () => who);
    const asked = { asker, command, authorization, entry: 'refresh', fresh: true, onLookup } as const;
    const answered = await converse(asked, sayProgress, words);
    const shown = {
      ...answered,
      answer: readings ? withReadings(answered.answer, readings, now()) : answered.answer,
      earlierValue: click.hasCounts ? undefined : click.buttonValue,
    };
    let isInPlace = false;
    await deliverAnswer(shown, send, ({ why }) => {
      isInPlace = isEphemeral && (!click.hasCounts || (why === undefined && hasCounts(shown.answer)));
      return isInPlace ? IN_PLACE : {};
    });
    if (!isInPlace) await restore(answered.reader);
  };

  /** In the place of counts they stay, below a line that says from when they are; a new message would stay, and be untrue. */
  function waitingFor(click: ButtonClick, send: Recipient, who: () => Resolved | undefined): Waiting {
    const { isEphemeral, readings, command, buttonValue } = click;
    const restore = async () => {};
    if (!isEphemeral) return { sayProgress: send, words: 'below', restore };
    if (!click.hasCounts) return { sayProgress: (line) => send(line, ONLY_IN_PLACE), words: 'here', restore };
    if (!readings) return { words: 'here', restore };
    const asShown = (reader: Reader, stillAskingAt?: number): Reply => {
      const report = reportAsShown(readings, { failure: { code: 'incomplete_answer' }, who: who() });
      const asked = command.kind === 'lookup' ? command.who : undefined;
      const view = { buttonValue, who: asked, mayShare: hasOthers(click.asker.channelId), stillAskingAt };
      return reportReply(reader, report, view);
    };
    let isSaid = false;
    return {
      sayProgress: (progress) => {
        isSaid = true;
        return send(progress, ONLY_IN_PLACE);
      },
      words: (reader) => asShown(reader, now()),
      restore: async (reader) => {
        if (!isSaid) return;
        await send(asShown(reader), ONLY_IN_PLACE).catch((error: unknown) =>
          log.warn({ err: error }, 'an answer could not be put back as it was'),
        );
      },
    };
  }
}
