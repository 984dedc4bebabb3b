import type { ComponentChild } from 'preact';
import type { FaultState } from '../page-server/page-state.ts';
import type { Channel, Person } from '../slack/types.ts';
import { ChannelMark, channelTitle } from './channel-name.tsx';
import { Icon } from './icons.tsx';

interface Props {
  readonly channel: Channel | undefined;
  /** Shown where there is no channel. */
  readonly emptyTitle: string;
  readonly person: Person | undefined;
  readonly faults: readonly FaultState[];
  readonly menuOpen: boolean;
  readonly onMenu: () => void;
  readonly panelOpen: boolean;
  readonly onPanel: () => void;
}

export function ChannelHeader(props: Props): ComponentChild {
  const { channel, person } = props;
  const faultsOn = props.faults.filter(({ on }) => on).length;
  return (
    <header class="channel-header">
      <button
        type="button"
        class="icon-button menu-button"
        aria-label="Channels and people"
        aria-controls="sidebar"
        aria-expanded={props.menuOpen}
        onClick={props.onMenu}
      >
        <Icon name="menu" />
      </button>
      <div class="channel-title">
        <h1>
          {channel ? (
            <>
              <ChannelMark channel={channel} /> {channelTitle(channel)}
              {channel.isArchived && <span class="note">archived</span>}
            </>
          ) : (
            props.emptyTitle
          )}
        </h1>
        <p>
          as {person?.realName} <span class="note">{person?.note}</span>
        </p>
      </div>
      <button
        type="button"
        class="button"
        aria-expanded={props.panelOpen}
        aria-controls="panel"
        onClick={props.onPanel}
      >
        <Icon name="sliders" />
        <span class="panel-button-text">Try and break</span>
        {faultsOn > 0 && <span class="count">{faultsOn} on</span>}
      </button>
    </header>
  );
}
