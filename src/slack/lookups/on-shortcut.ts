import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { Command } from '../../followstats/commands/command.ts';
import type { Converse } from '../conversation/conversation.ts';
import type { DeliverAnswer } from '../conversation/deliver-answer.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import { readOrigin } from '../sending/reply-to.ts';
import { readMentions } from './mentions.ts';

type Args = Pick<SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs, 'ack' | 'shortcut'>;

interface Options {
  readonly converse: Converse;
  readonly deliverAnswer: DeliverAnswer;
  readonly recipientOf: RecipientOf;
}

/** *Look up follow stats* in a message's menu. Slack sends the message along, so that no history has to be read. */
export function createOnShortcut({ converse, deliverAnswer, recipientOf }: Options) {
  return async ({ ack, shortcut }: Args): Promise<void> => {
    await ack();

    const { message, channel, user, response_url: responseUrl } = shortcut;
    const origin = readOrigin({ personId: user.id, channelId: channel.id, responseUrl, threadTs: threadOf(message) });
    const send = recipientOf(origin);
    const invocation = { asker: origin.asker, command: toCommand(readMentions(message)), entry: 'shortcut' } as const;
    await deliverAnswer(await converse(invocation, send), send);
  };
}

function toCommand(who: ReturnType<typeof readMentions>): Command {
  if (who === 'too-large') return { kind: 'fault', fault: { kind: 'message-too-large' } };
  return who.length > 0 ? { kind: 'lookup', who } : { kind: 'fault', fault: { kind: 'nobody-mentioned' } };
}

/**
 * The thread that a reply stands in. The message a thread began with is read in the channel, where an answer in its
 * thread would not be seen.
 */
function threadOf({ thread_ts: threadTs, ts }: MessageShortcut['message']): string | undefined {
  return typeof threadTs === 'string' && threadTs !== ts ? threadTs : undefined;
}
