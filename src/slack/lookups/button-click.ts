import { randomUUID } from 'node:crypto';
import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { AppError } from '../../errors.ts';
import type { Authorization, Authorize } from '../../followstats/access/authorize.ts';
import { type Command, readWritten } from '../../followstats/commands/command.ts';
import type { ChannelId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { describeFailure } from '../blocks/kit/failure-text.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import type { ButtonValues } from '../conversation/button-values.ts';
import { apologyReply } from '../conversation/render.ts';
import type { Address, Recipient } from '../sending/recipient.ts';
import { PENDING_READER } from '../words/pending-reader.ts';

export type ButtonClickArgs = Pick<
  SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs,
  'ack' | 'body' | 'action'
>;

/** Buttons below an answer, as the audit names them. */
export type AnswerButton = 'refresh' | 'share' | 'csv';

/** A button pressed below an answer: which question it belongs to, and who pressed it where. */
export interface ButtonClick {
  readonly command: Command;
  readonly address: Address;
  /** Of the answer the button is on; a refreshed answer is another one, though in the same message. */
  readonly answerId: string;
  /** Whether that answer shows counts. */
  readonly hasCounts: boolean;
  /** Whether only its reader sees the message the button is on, as Slack says. */
  readonly isEphemeral: boolean;
  /** Keeps in the audit how it ended, where no question is asked for it that would. */
  readonly keep: Authorization['keep'];
}

interface Options {
  readonly buttonValues: ButtonValues;
  readonly authorize: Authorize;
  readonly maxAccounts: number;
  readonly recipientOf: (address: Address) => Recipient;
  readonly log: Logger;
}

/** Who pressed a button, and where: filled in by Slack, so that no client can forge it. */
export function readClicker({ body }: Pick<ButtonClickArgs, 'body'>): Address {
  const channelId = body.channel?.id ?? body.container?.channel_id ?? '';
  const threadTs = body.container?.thread_ts;
  return { responseUrl: body.response_url ?? '', channelId, personId: body.user.id, threadTs };
}

/** The message a button was pressed on: filled in by Slack, too. */
export function readClickedMessage(args: Pick<ButtonClickArgs, 'body'>): {
  readonly channelId: ChannelId;
  readonly ts: string;
} {
  return { channelId: readClicker(args).channelId, ts: args.body.container?.message_ts ?? '' };
}

/**
 * Reads a press, access first. When the person may not look accounts up, when the question can't be recalled, or when it
 * belongs to somebody else's answer, the person is told and `undefined` comes back. The value decides what is asked, never
 * who may ask.
 */
export function createReadButtonClick({ buttonValues, authorize, maxAccounts, recipientOf, log }: Options) {
  function apologise(error: unknown): Reply {
    if (error instanceof AppError) {
      log.warn({ err: error }, 'a button could not be looked up');
      return sentences(PENDING_READER, [
        `Nothing was done: ${describeFailure(PENDING_READER, error.failure).what}. Press again in a minute.`,
      ]);
    }
    const reference = randomUUID().slice(0, 8);
    log.error({ err: error, reference }, 'a press of a button ended in a fault of the app');
    return apologyReply(PENDING_READER, reference);
  }

  async function read(args: ButtonClickArgs, button: AnswerButton): Promise<ButtonClick | Reply> {
    const { body, action } = args;
    const address = readClicker(args);
    const { denial, keep } = await authorize(address, 'viewer', button);
    if (denial) return sentences(PENDING_READER, describeDenial(denial));
    const recalled = await buttonValues.recall(action.value ?? '', address);
    if (recalled.kind !== 'kept') {
      if (recalled.kind === 'foreign') keep('refused', { why: 'foreign-button' });
      else keep('failed', { why: 'expired' });
      return sentences(PENDING_READER, [
        'This answer is too old for its buttons to work; please type the command again.',
      ]);
    }
    const { id: answerId, answer } = recalled;
    return {
      command: readWritten(answer.question, maxAccounts),
      address,
      answerId,
      hasCounts: answer.hasCounts,
      isEphemeral: body.container?.is_ephemeral === true,
      keep,
    };
  }

  return async (args: ButtonClickArgs, button: AnswerButton): Promise<ButtonClick | undefined> => {
    const press = await read(args, button).catch(apologise);
    if ('command' in press) return press;
    await recipientOf(readClicker(args))(press);
    return undefined;
  };
}

export type ReadButtonClick = ReturnType<typeof createReadButtonClick>;
