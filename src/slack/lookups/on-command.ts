import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { type Command, readCommand } from '../../followstats/commands/command.ts';
import type { Converse } from '../conversation/conversation.ts';
import type { DeliverAnswer } from '../conversation/deliver-answer.ts';
import type { OpenForm } from '../conversation/open-form.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import { readOrigin } from '../sending/reply-to.ts';

type Args = Pick<SlackCommandMiddlewareArgs & AllMiddlewareArgs, 'ack' | 'command'>;

interface Options {
  readonly converse: Converse;
  readonly deliverAnswer: DeliverAnswer;
  readonly recipientOf: RecipientOf;
  /** The commands that are answered by a form. */
  readonly forms: Readonly<Partial<Record<Command['kind'], OpenForm>>>;
  readonly maxAccounts: number;
}

/** `/followstats …` */
export function createOnCommand({ converse, deliverAnswer, recipientOf, forms, maxAccounts }: Options) {
  return async ({ ack, command }: Args): Promise<void> => {
    await ack(); // Slack waits 3 s: nothing slow may come before this line

    const { user_id: personId, channel_id: channelId, response_url: responseUrl, trigger_id: triggerId } = command;
    const origin = readOrigin({ personId, channelId, responseUrl });
    const invocation = { asker: origin.asker, command: readCommand(command.text ?? '', maxAccounts) };
    const openForm = forms[invocation.command.kind];
    if (openForm) return openForm(invocation, origin, triggerId);
    const send = recipientOf(origin);
    await deliverAnswer(await converse(invocation, send), send);
  };
}
