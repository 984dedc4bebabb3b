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
  return (
    <nav class="sidebar" id="sidebar" aria-label="Workspace">
      <p class="workspace-name">
        <img src="/icon.svg" alt="" /> followstats demo
      </p>
      <h2>Channels</h2>
      <ul>
        {state.channels.map((channel) => (
          <li key={channel.id}>
            <button
              type="button"
              class="place"
              aria-current={channel.id === channelId ? 'page' : undefined}
              onClick={() => go({ personId, channelId: channel.id })}
            >
              <ChannelMark channel={channel} />
              <span>{channelTitle(channel)}</span>
            </button>
          </li>
        ))}
      </ul>
      {state.hasHomeTab && (
        <>
          <h2>Apps</h2>
          <ul>
            <li>
              <button
                type="button"
                class="place"
                aria-current={channelId === HOME ? 'page' : undefined}
                onClick={() => go({ personId, channelId: HOME })}
              >
                <Avatar person={undefined} />
                <span>followstats Home</span>
              </button>
            </li>
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
