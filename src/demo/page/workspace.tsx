import type { ComponentChild } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { HOME, type PageMessage, type PageState } from '../page-server/page-state.ts';
import type { Channel } from '../slack/types.ts';
import type { Place } from './api.ts';
import { ReaderContext } from './blocks/reader.ts';
import { ChannelHeader } from './channel-header.tsx';
import { channelTitle } from './channel-name.tsx';
import { Composer } from './composer.tsx';
import { DemoPanel } from './demo-panel.tsx';
import { Home } from './home.tsx';
import { MessageList } from './message-list.tsx';
import { Modal } from './modal.tsx';
import { Sidebar } from './sidebar.tsx';
import { useSlack } from './use-slack.ts';

interface Props {
  readonly state: PageState;
  readonly go: (place: Place) => void;
  readonly panelOpen: boolean;
  readonly setPanelOpen: (open: boolean) => void;
}

/** The three columns. */
export function Workspace({ state, go, panelOpen, setPanelOpen }: Props): ComponentChild {
  const [menuOpen, setMenuOpen] = useState(false);
  const [draft, setDraft] = useState('');
  const composer = useRef<HTMLTextAreaElement>(null);
  const slack = useSlack(state);
  const [thread, setThread] = useState<PageMessage>();
  // A thread is left with its channel.
  const replyTo = thread?.channelId === state.channelId ? thread : undefined;
  const isHome = state.channelId === HOME;
  // Whom an example has made of the reader, said while that holds.
  const [played, setPlayed] = useState<string>();

  const person = state.people.find(({ id }) => id === state.personId);
  const channel = state.channels.find(({ id }) => id === state.channelId);
  const { names } = state;
  const locale = person?.locale ?? 'en-US';
  const timeZone = person?.timeZone ?? 'UTC';
  const aheadMs = state.clockAheadMs ?? 0;
  const reader = useMemo(() => ({ names, locale, timeZone, aheadMs }), [names, locale, timeZone, aheadMs]);

  return (
    <ReaderContext.Provider value={reader}>
      <div class="workspace" data-menu={menuOpen} data-panel={panelOpen}>
        <Sidebar
          state={state}
          go={(place) => {
            setMenuOpen(false);
            go(place);
          }}
        />
        <main>
          <ChannelHeader
            channel={channel}
            emptyTitle={isHome ? 'followstats Home' : 'No channel'}
            person={person}
            faults={state.faults}
            menuOpen={menuOpen}
            onMenu={() => setMenuOpen(!menuOpen)}
            panelOpen={panelOpen}
            onPanel={() => setPanelOpen(!panelOpen)}
          />
          <p class="played" role="status">
            {played === state.personId && person && `You’re ${person.realName} (${person.note}) now.`}
          </p>
          {isHome ? (
            <Home key={state.personId} state={state} />
          ) : (
            <>
              <MessageList
                key={`${state.personId} ${state.channelId}`}
                state={state}
                slack={slack}
                onReply={(message) => {
                  setThread(message);
                  composer.current?.focus();
                }}
              />
              <Composer
                input={composer}
                draft={draft}
                setDraft={setDraft}
                state={state}
                placeholder={placeholderOf(channel, names)}
                sending={slack.sending}
                replyTo={replyTo && authorOf(replyTo, state)}
                onLeaveThread={() => setThread(undefined)}
                onSend={(text) => slack.send(text, replyTo && (replyTo.threadTs ?? replyTo.ts))}
              />
            </>
          )}
        </main>
        {panelOpen && (
          <DemoPanel
            channel={channel?.id.startsWith('D') ? undefined : channel}
            botUserId={state.botUserId}
            faults={state.faults}
            hasClock={state.clockAheadMs !== null}
            examples={state.examples}
            onClose={() => setPanelOpen(false)}
            onExample={({ text, personId = state.personId }) => {
              const place = { personId, channelId: channelFor(personId, state) };
              go(place);
              setPlayed(personId === state.personId ? undefined : personId);
              void slack.sendFor(place, text);
              if (!matchMedia('(min-width: 1100px)').matches) setPanelOpen(false);
            }}
          />
        )}
      </div>
      {state.modal && <Modal key={state.personId} modal={state.modal} state={state} />}
    </ReaderContext.Provider>
  );
}

/** Where a person can type: where the reader is, or else the first channel that both see. */
function channelFor(personId: string, { channelId, channels }: PageState): string {
  const theirs = channels.filter(({ id, memberIds }) => !id.startsWith('D') && memberIds.includes(personId));
  return (theirs.find(({ id }) => id === channelId) ?? theirs[0])?.id ?? '';
}

function authorOf({ authorId, username = 'followstats' }: PageMessage, { people }: PageState): string {
  return people.find(({ id }) => id === authorId)?.realName ?? username;
}

function placeholderOf(channel: Channel | undefined, names: PageState['names']): string {
  if (!channel) return 'No channel to write to';
  return channel.isArchived ? 'This channel is archived' : `Message ${names[channel.id] ?? channelTitle(channel)}`;
}
