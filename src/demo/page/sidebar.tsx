import type { ComponentChild } from 'preact';
import { HOME, type PageState } from '../page-server/page-state.ts';
import type { Place } from './api.ts';
import { Avatar } from './avatar.tsx';
import { ChannelMark, channelTitle } from './channel-name.tsx';

interface Props {
  readonly state: PageState;
  readonly go: (place: Place) => void;
}

/** Whom the reader plays, and the channels that person sees. */
export function Sidebar({ state, go }: Props): ComponentChild {
  const { personId, channelId } = state;
  const [direct = [], rooms = []] = [true, false].map((isDirect) =>
    state.channels.filter(({ id }) => id.startsWith('D') === isDirect),
  );
  const goTo = (id: string): void => go({ personId, channelId: id });
  return (
    <nav class="sidebar" id="sidebar" aria-label="Workspace">
      <p class="workspace-name">
        <img src="/icon.svg" alt="" /> followstats demo
      </p>
      <h2>Channels</h2>
      <ul>
        {rooms.map((channel) => (
          <PlaceRow key={channel.id} id={channel.id} current={channelId} go={goTo} title={channelTitle(channel)}>
            <ChannelMark channel={channel} />
          </PlaceRow>
        ))}
      </ul>
      {(state.hasHomeTab || direct.length > 0) && (
        <>
          <h2>Apps</h2>
          <ul>
            {state.hasHomeTab && (
              <PlaceRow id={HOME} current={channelId} go={goTo} title="followstats Home">
                <Avatar person={undefined} />
              </PlaceRow>
            )}
            {direct.map((channel) => (
              <PlaceRow key={channel.id} id={channel.id} current={channelId} go={goTo} title={channelTitle(channel)}>
                <ChannelMark channel={channel} />
              </PlaceRow>
            ))}
          </ul>
        </>
      )}
      <h2>Act as</h2>
      <ul>
        {state.people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              class="place person"
              aria-pressed={person.id === personId}
              onClick={() => go({ personId: person.id, channelId: channelId ?? undefined })}
            >
              <Avatar person={person} />
              <span>
                {person.realName}
                <small>{person.note}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface RowProps {
  readonly id: string;
  readonly title: string;
  readonly current: string | null;
  readonly go: (id: string) => void;
  /** The mark in front. */
  readonly children: ComponentChild;
}

function PlaceRow({ id, title, current, go, children }: RowProps): ComponentChild {
  return (
    <li>
      <button type="button" class="place" aria-current={id === current ? 'page' : undefined} onClick={() => go(id)}>
        {children}
        <span>{title}</span>
      </button>
    </li>
  );
}
