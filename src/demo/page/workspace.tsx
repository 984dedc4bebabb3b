import type { ComponentChild } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { PageState } from '../page-server/page-state.ts';
import type { Place } from './api.ts';
import { ReaderContext } from './blocks/reader.ts';
import { ChannelHeader } from './channel-header.tsx';
import { channelTitle } from './channel-name.tsx';
import { Composer } from './composer.tsx';
import { DemoPanel } from './demo-panel.tsx';
import { MessageList } from './message-list.tsx';
import { Sidebar } from './sidebar.tsx';
import { useSlack } from './use-slack.ts';

interface Props {
  readonly state: PageState;
  readonly go: (place: Place) => void;
  readonly panelOpen: boolean;
  readonly setPanelOpen: (open: boolean) => void;
}

/** The three columns. What is typed but not sent lives here, as the panel's examples fill it too. */
export function Workspace({ state, go, panelOpen, setPanelOpen }: Props): ComponentChild {
  const [menuOpen, setMenuOpen] = useState(false);
  const [draft, setDraft] = useState('');
  const composer = useRef<HTMLTextAreaElement>(null);
  const slack = useSlack(state);

  const person = state.people.find(({ id }) => id === state.personId);
  const channel = state.channels.find(({ id }) => id === state.channelId);
  const { names } = state;
  const locale = person?.locale ?? 'en-US';
  const timeZone = person?.timeZone ?? 'UTC';
  const reader = useMemo(() => ({ names, locale, timeZone }), [names, locale, timeZone]);

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
            person={person}
            faults={state.faults}
            menuOpen={menuOpen}
            onMenu={() => setMenuOpen(!menuOpen)}
            panelOpen={panelOpen}
            onPanel={() => setPanelOpen(!panelOpen)}
          />
          <MessageList key={`${state.personId} ${state.channelId}`} state={state} slack={slack} />
          <Composer
            input={composer}
            draft={draft}
            setDraft={setDraft}
            state={state}
            placeholder={channel ? `Message ${names[channel.id] ?? channelTitle(channel)}` : 'No channel to write to'}
            sending={slack.sending}
            onSend={slack.send}
          />
        </main>
        {panelOpen && (
          <DemoPanel
            faults={state.faults}
            examples={state.examples}
            onClose={() => setPanelOpen(false)}
            onExample={(text) => {
              setDraft(text);
              composer.current?.focus();
              if (!matchMedia('(min-width: 1100px)').matches) setPanelOpen(false);
            }}
          />
        )}
      </div>
    </ReaderContext.Provider>
  );
}
