import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { readCommand } from '../../followstats/commands/command.ts';
import type { Converse } from '../conversation/conversation.ts';
import type { OpenDigestForm } from '../digests/open-digest-form.ts';

type Args = Pick<SlackCommandMiddlewareArgs & AllMiddlewareArgs, 'ack' | 'command'>;

interface Options {
  readonly converse: Converse;
  readonly openDigestForm: OpenDigestForm;
  readonly maxAccounts: number;
}

/** `/followstats …` */
export function createOnCommand({ converse, openDigestForm, maxAccounts }: Options) {
  return async ({ ack, command }: Args): Promise<void> => {
    await ack(); // Slack waits 3 s: nothing slow may come before this line

    const { user_id: personId, channel_id: channelId, response_url: responseUrl } = command;
    const question = { asker: { personId, channelId }, command: readCommand(command.text ?? '', maxAccounts) };
    const address = { responseUrl, channelId, personId };
    const { kind } = question.command;
    if (kind === 'digest-new' || kind === 'digest-edit') await openDigestForm(question, address, command.trigger_id);
    else await converse(question, address);
  };
}
