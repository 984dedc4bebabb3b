import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { HOME, type PageState } from '../page-server/page-state.ts';
import type { Place } from './api.ts';
import { ReaderContext } from './blocks/reader.ts';
import { ChannelHeader } from './channel-header.tsx';
import { Conversation } from './conversation.tsx';
import { DemoPanel } from './demo-panel.tsx';
import { Modal } from './modal.tsx';
import { Played } from './played.tsx';
import { Sidebar } from './sidebar.tsx';
import { SkipLink } from './skip-link.tsx';
import { useClockMoves } from './use-clock-moves.ts';
import { useDemoActs } from './use-demo-acts.ts';
import type { Target } from './use-following.ts';
import { DESKTOP, NARROW, PHONE, useMedia } from './use-media.ts';
import { useOverlay } from './use-overlay.ts';
import { useSlack } from './use-slack.ts';
import { useUnread } from './use-unread.ts';

interface Props {
  readonly state: PageState;
  readonly go: (place: Place) => void;
}

/** The three columns; on a narrow page the outer two lie over the middle one, one at a time. */
export function Workspace({ state, go }: Props): ComponentChild {
  const [isPhone, isNarrow] = [useMedia(PHONE), useMedia(NARROW)];
  const [open, setOpen] = useState<{ readonly menu: boolean; readonly panel: boolean }>({
    menu: false,
    panel: !isNarrow,
  });
  const [target, setTarget] = useState<Target>();
  const composer = useRef<HTMLTextAreaElement>(null);
  const [menuButton, panelButton] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  const [sidebar, panel] = [useRef<HTMLElement>(null), useRef<HTMLElement>(null)];
  const slack = useSlack(state);
  const unread = useUnread(state);
  const moves = useClockMoves();

  const person = state.people.find(({ id }) => id === state.personId);
  const { names } = state;
  const locale = person?.locale ?? 'en-US';
  const timeZone = person?.timeZone ?? 'UTC';
  const aheadMs = state.clockAheadMs ?? 0;
  const reader = useMemo(() => ({ names, locale, timeZone, aheadMs }), [names, locale, timeZone, aheadMs]);

  const menuOver = isPhone && open.menu;
  const panelOver = isNarrow && open.panel;
  /** What lies over the conversation has done its work. */
  const uncover = (): void => setOpen({ menu: false, panel: open.panel && !isNarrow });
  const visit = (place: Place, at?: Target): void => {
    uncover();
    setTarget(at);
    go(place);
  };
  useOverlay({ box: sidebar, opener: menuButton, isOver: menuOver, close: uncover });
  useOverlay({ box: panel, opener: panelButton, isOver: panelOver, close: uncover });
  const { played, onAct, onExample, onArrival } = useDemoActs({ state, slack, moves, visit, uncover });

  // A phone would bring up its keyboard.
  const focusComposer = (): void => {
    if (matchMedia(DESKTOP).matches) composer.current?.focus();
  };
  useEffect(focusComposer, []);

  return (
    <ReaderContext.Provider value={reader}>
      <SkipLink isHome={state.channelId === HOME} isInert={menuOver || panelOver} />
      <div class="workspace" data-menu={menuOver} data-panel={open.panel}>
        <Sidebar
          box={sidebar}
          state={state}
          unread={unread}
          isOver={menuOver}
          isInert={panelOver}
          go={(place) => {
            visit(place);
            if (place.personId === state.personId) focusComposer();
          }}
          onPanel={() => setOpen({ menu: false, panel: true })}
          onClose={uncover}
        />
        <main inert={menuOver || panelOver}>
          <ChannelHeader
            state={state}
            channel={state.channels.find(({ id }) => id === state.channelId)}
            person={person}
            hasUnread={Object.keys(unread.counts).some((id) => id !== state.channelId)}
            menu={{
              button: menuButton,
              isOpen: menuOver,
              onToggle: () => setOpen({ menu: true, panel: open.panel && !isNarrow }),
            }}
            panel={{
              button: panelButton,
              isOpen: open.panel,
              onToggle: () => setOpen({ menu: false, panel: !open.panel }),
            }}
          />
          <Played
            person={played?.personId === state.personId && played.channelId === state.channelId ? person : undefined}
          />
          <Conversation
            composer={composer}
            state={state}
            slack={slack}
            unread={unread}
            target={target}
            onOpen={(channelId) => visit({ personId: state.personId, channelId })}
          />
        </main>
        {open.panel && (
          <DemoPanel
            box={panel}
            state={state}
            moves={moves}
            isInert={menuOver}
            onAct={onAct}
            onExample={onExample}
            onOpen={onArrival}
            onClose={() => setOpen({ menu: false, panel: false })}
          />
        )}
        {(menuOver || panelOver) && <div class="scrim" aria-hidden="true" onClick={uncover} />}
      </div>
      {state.modal && <Modal key={state.personId} modal={state.modal} state={state} />}
    </ReaderContext.Provider>
  );
}
