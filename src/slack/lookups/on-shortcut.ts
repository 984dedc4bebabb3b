import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { Command } from '../../followstats/commands/command.ts';
import type { Converse } from '../conversation/conversation.ts';
import { readMentions } from './mentions.ts';

type Args = Pick<SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs, 'ack' | 'shortcut'>;

interface Options {
  readonly converse: Converse;
}

/** *Look up follow stats* in a message's menu. Slack sends the message along, so that no history has to be read. */
export function createOnShortcut({ converse }: Options) {
  return async ({ ack, shortcut }: Args): Promise<void> => {
    await ack();

    const { message, channel, user, response_url: responseUrl } = shortcut;
    const asker = { personId: user.id, channelId: channel.id };
    const who = readMentions(message);
    await converse(
      { asker, command: toCommand(who), entry: 'shortcut' },
      { ...asker, responseUrl, threadTs: threadOf(message) },
    );
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
