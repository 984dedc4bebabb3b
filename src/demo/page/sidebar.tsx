import type { ComponentChild, RefObject } from 'preact';
import { HOME, MESSAGES, type PageState } from '../page-server/page-state.ts';
import type { Place } from './api.ts';
import { Avatar } from './avatar.tsx';
import { ChannelMark, channelTitle, isOfApp } from './channel-name.tsx';
import { Icon } from './icons.tsx';
import { PlaceRow } from './place-row.tsx';
import { countOfApp, type Unread } from './use-unread.ts';

interface Props {
  readonly box: RefObject<HTMLElement | null>;
  readonly state: PageState;
  readonly unread: Unread;
  /** It lies over the rest of the page. */
  readonly isOver: boolean;
  readonly isInert: boolean;
  readonly go: (place: Place) => void;
  readonly onPanel: () => void;
  readonly onClose: () => void;
}

/** The channels that the person sees, the app, and whom the reader plays. On a phone it is a drawer. */
export function Sidebar({ box, state, unread, isOver, isInert, go, onPanel, onClose }: Props): ComponentChild {
  const { personId, channelId } = state;
  const rooms = state.channels.filter(({ id }) => !isOfApp(id));
  const goTo = (id: string): void => go({ personId, channelId: id });
  const ofApp = countOfApp(unread.counts);
  return (
    <nav ref={box} class="sidebar" id="sidebar" aria-label="Workspace" inert={isInert} tabIndex={-1}>
      <div class="workspace-name">
        <img src="/icon.svg" alt="" /> followstats demo
        {isOver && (
          <button type="button" class="icon-button" aria-label="Close the menu" onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </div>
      <h2>Channels</h2>
      <ul>
        {rooms.map((channel) => (
          <PlaceRow
            key={channel.id}
            title={channelTitle(channel)}
            name={`#${channel.name}`}
            isOpen={channel.id === channelId}
            unread={unread.counts[channel.id] ?? 0}
            isPersonal={false}
            onOpen={() => goTo(channel.id)}
          >
            <ChannelMark channel={channel} />
          </PlaceRow>
        ))}
      </ul>
      <h2>Apps</h2>
      <ul>
        <PlaceRow
          title="followstats"
          name="followstats"
          isOpen={isOfApp(channelId)}
          unread={ofApp}
          isPersonal
          // As Slack does: what is unread comes first.
          onOpen={() => goTo(ofApp > 0 || !state.hasHomeTab ? MESSAGES : HOME)}
        >
          <Avatar person={undefined} />
        </PlaceRow>
      </ul>
      <h2>Act as</h2>
      <ul>
        {state.people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              class="place person"
              aria-pressed={person.id === personId}
              onClick={() =>
                go({
                  personId: person.id,
                  channelId: isOfApp(channelId) ? appTab(channelId) : (channelId ?? undefined),
                })
              }
            >
              <Avatar person={person} />
              <span class="place-title">
                {person.realName}
                <small>{person.note}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {isOver && (
        <button type="button" class="place" onClick={onPanel}>
          <Icon name="sliders" />
          <span class="place-title">Demo controls</span>
        </button>
      )}
    </nav>
  );
}

/** The same tab for another person, who has another direct message with the app. */
function appTab(channelId: string | null): string {
  return channelId === HOME ? HOME : MESSAGES;
}
