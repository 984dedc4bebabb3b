import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { type Command, readCommand } from '../followstats/command.ts';
import type { QuestionKeeper } from './question-keeper.ts';
import type { Address } from './recipient.ts';

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
}

/** Who pressed a button, and where. */
export function readPresser({ body }: PressArgs): Address {
  const channelId = body.channel?.id ?? body.container?.channel_id ?? '';
  const threadTs = body.container?.thread_ts;
  return { responseUrl: body.response_url ?? '', channelId, personId: body.user.id, threadTs };
}

/**
 * Reads a press. The value is read by the same rules as a typed command: it decides what is asked, never who may ask. When
 * the question can't be recalled the command is `wrong`, so that this, too, is said only to those who may ask.
 */
export function createReadPress({ keeper, maxAccounts }: Options) {
  return async (args: PressArgs): Promise<Press> => {
    const { body, action } = args;
    const address = readPresser(args);
    const { channelId } = address;
    const text = keeper.recall(action.value ?? '');
    // Slack gives the blocks of each version of a message ids of their own.
    const answerId = [channelId, address.personId, body.container?.message_ts, action.block_id].join(' ');
    const command: Command =
      text === undefined ? { kind: 'wrong', fault: { kind: 'answer-too-old' } } : readCommand(text, maxAccounts);
    return { command, address, answerId };
  };
}

export type ReadPress = ReturnType<typeof createReadPress>;
