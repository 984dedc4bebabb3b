import type { ComponentChild, RefObject } from 'preact';
import type { PageState } from '../page-server/page-state.ts';
import type { Channel, Person } from '../slack/types.ts';
import { Avatar } from './avatar.tsx';
import { faultsOnText } from './break-it.tsx';
import { ChannelMark, channelTitle, isOfApp } from './channel-name.tsx';
import { Icon } from './icons.tsx';

/** A button of the header that opens something beside the conversation. */
export interface Opener {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

interface Props {
  readonly state: PageState;
  readonly channel: Channel | undefined;
  readonly person: Person | undefined;
  readonly menu: Opener;
  readonly panel: Opener;
  /** Something anywhere is unread, which the closed drawer doesn't show. */
  readonly hasUnread: boolean;
}

/** Where the reader is, as whom, and what is switched on. */
export function ChannelHeader({ state, channel, person, menu, panel, hasUnread }: Props): ComponentChild {
  const faultsOn = state.faults.filter(({ on }) => on).length;
  return (
    <header class="channel-header">
      <button
        ref={menu.button}
        type="button"
        class="icon-button menu-button"
        data-unread={hasUnread}
        aria-label={hasUnread ? 'Channels and people, some unread' : 'Channels and people'}
        aria-controls="sidebar"
        aria-expanded={menu.isOpen}
        onClick={menu.onToggle}
      >
        <Icon name="menu" />
      </button>
      <div class="channel-title">
        <Title state={state} channel={channel} />
        <p>
          as {person?.realName} <span class="note">{person?.note}</span>
        </p>
      </div>
      <p class="faults-on" role="status">
        {faultsOn > 0 && <span class="count">{faultsOnText(faultsOn)}</span>}
      </p>
      <button
        ref={panel.button}
        type="button"
        class="button"
        aria-expanded={panel.isOpen}
        aria-controls={panel.isOpen ? 'panel' : undefined}
        onClick={panel.onToggle}
      >
        <Icon name="sliders" />
        <span class="panel-button-text">Demo controls</span>
      </button>
    </header>
  );
}

function Title({ state, channel }: Pick<Props, 'state' | 'channel'>): ComponentChild {
  if (isOfApp(state.channelId)) {
    return (
      <h1>
        <Avatar person={undefined} /> followstats
      </h1>
    );
  }
  if (!channel) return <h1>No channel</h1>;
  return (
    <h1>
      <ChannelMark channel={channel} /> {channelTitle(channel)}
      {channel.isArchived && <span class="note">archived</span>}
    </h1>
  );
}
