import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { type Command, readWritten } from '../followstats/command.ts';
import { sentences } from './blocks/reply.ts';
import type { QuestionKeeper } from './question-keeper.ts';
import type { Address, Recipient } from './recipient.ts';

export type PressArgs = Pick<
  SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs,
  'ack' | 'body' | 'action'
>;

/** A button pressed below an answer: which question it belongs to, and who pressed it where. */
export interface Press {
  readonly command: Command;
  readonly address: Address;
  /** Of the answer the button is on; a refreshed answer is another one, though in the same message. */
  readonly answerId: string;
}

interface Options {
  readonly keeper: QuestionKeeper;
  readonly maxAccounts: number;
  readonly recipientOf: (address: Address) => Recipient;
}

/** Who pressed a button, and where. */
export function readPresser({ body }: PressArgs): Address {
  const channelId = body.channel?.id ?? body.container?.channel_id ?? '';
  const threadTs = body.container?.thread_ts;
  return { responseUrl: body.response_url ?? '', channelId, personId: body.user.id, threadTs };
}

/**
 * Reads a press. When the question can't be recalled the person is told, and `undefined` comes back. The value is read
 * by the same rules as a typed command: it decides what is asked, never who may ask.
 */
export function createReadPress({ keeper, maxAccounts, recipientOf }: Options) {
  return async (args: PressArgs): Promise<Press | undefined> => {
    const { body, action } = args;
    const address = readPresser(args);
    const { channelId } = address;
    const text = keeper.recall(action.value ?? '');
    if (text !== undefined) {
      // Slack gives the blocks of each version of a message ids of their own.
      const answerId = [channelId, address.personId, body.container?.message_ts, action.block_id].join(' ');
      return { command: readWritten(text, maxAccounts), address, answerId };
    }
    await recipientOf(address)(
      sentences(['This answer is too old for its buttons to work; please type the command again.']),
    );
    return undefined;
  };
}

export type ReadPress = ReturnType<typeof createReadPress>;
