import type { SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Authorize } from '../../followstats/access/authorize.ts';
import { isDirectMessages } from '../ids.ts';
import type { HomeTabs } from './home-tabs.ts';

type Args = Pick<SlackEventMiddlewareArgs<'app_home_opened'>, 'event'>;

interface Options {
  readonly authorize: Authorize;
  readonly homeTabs: Pick<HomeTabs, 'opened'>;
}

/**
 * A person opens the app's Home tab; Slack tells of the Messages tab, too. That it was opened is in the audit, and what stands there
 * is decided when it is made.
 */
export function createOnHomeOpened({ authorize, homeTabs }: Options) {
  return async ({ event: { user: personId, channel, tab } }: Args): Promise<void> => {
    if (tab !== 'home') return;
    const { denial, keep } = await authorize({ personId, channelId: undefined }, 'viewer', 'home');
    if (!denial) keep('done', {});
    await homeTabs.opened(personId, isDirectMessages(channel) ? channel : '');
  };
}
