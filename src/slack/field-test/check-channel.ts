import { createBoltLogger } from '../web-api/bolt-logger.ts';
import { createWebClient, isSlackError, platformError } from '../web-api/web-api.ts';
import type { SlackFieldTest } from './slack-field-test.ts';

/** By the code with which Slack would reject each post. */
const FAULTS = {
  channel_not_found:
    'Slack has no such channel as --channel names (channel_not_found): copy its id from the end of its details, in the workspace of SLACK_BOT_TOKEN; where it is a private one, invite the app there first, with /invite',
  not_in_channel: 'the app is not in the channel that --channel names (not_in_channel): invite it there, with /invite',
  is_archived: 'the channel that --channel names is archived (is_archived): name one in which people can write',
} as const;

type Options = Pick<SlackFieldTest, 'slack' | 'channelId' | 'fetch' | 'now' | 'log'>;

/**
 * Asks Slack whether the app can post to the channel, by a read.
 * @returns one sentence with Slack's code and what to do; `undefined` when it can, or when Slack doesn't say (without the optional
 *   scopes `channels:read` and `groups:read`, or without an answer): then the first trial does
 */
export async function faultOfChannel({ slack, channelId, fetch, now, log }: Options): Promise<string | undefined> {
  const web = createWebClient({ ...slack, logger: createBoltLogger(log), fetch, now });
  try {
    const { channel } = await web.conversations.info({ channel: channelId });
    if (channel?.is_archived) return FAULTS.is_archived;
    return channel?.is_member === false ? FAULTS.not_in_channel : undefined;
  } catch (error) {
    if (!isSlackError(error)) throw error;
    return platformError(error) === 'channel_not_found' ? FAULTS.channel_not_found : undefined;
  }
}
