import type { ComponentChild } from 'preact';
import type { Channel } from '../slack/types.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';

/** A direct message is called by whom it is with, and here that is always the app. */
export function channelTitle({ id, name }: Channel): string {
  return id.startsWith('D') ? 'followstats' : name;
}

/** `#`, a lock, or the app's own icon for a direct message with it. */
export function ChannelMark({ channel }: { channel: Channel }): ComponentChild {
  if (channel.id.startsWith('D')) return <Avatar person={undefined} />;
  return (
    <span class="channel-mark" aria-hidden="true">
      {channel.isPrivate ? <Icon name="lock" /> : '#'}
    </span>
  );
}
