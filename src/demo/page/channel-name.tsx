import type { ComponentChild } from 'preact';
import { HOME, MESSAGES } from '../page-server/page-state.ts';
import type { Channel } from '../slack/types.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';

/** Whether it is the app's Home tab or a direct message with it: of direct messages there are no others here. */
export function isOfApp(channelId: string | null): boolean {
  return channelId === HOME || channelId === MESSAGES || channelId?.startsWith('D') === true;
}

/** A direct message is called by whom it is with. */
export function channelTitle({ id, name }: Channel): string {
  return isOfApp(id) ? 'followstats' : name;
}

/** `#` or a lock. */
export function ChannelMark({ channel }: { channel: Channel }): ComponentChild {
  if (isOfApp(channel.id)) return <Avatar person={undefined} />;
  return (
    <span class="channel-mark" aria-hidden="true">
      {channel.isPrivate ? <Icon name="lock" /> : '#'}
    </span>
  );
}
