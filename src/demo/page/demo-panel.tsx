import type { ComponentChild, RefObject } from 'preact';
import type { Arrival, Example, PageState, TourAct } from '../page-server/page-state.ts';
import { useReader } from './blocks/reader.ts';
import { BreakIt } from './break-it.tsx';
import { ChatActs } from './chat-acts.tsx';
import { ClockControl } from './clock-control.tsx';
import { Examples } from './examples.tsx';
import { Icon } from './icons.tsx';
import { toMoment } from './moments.ts';
import { Tour } from './tour.tsx';
import type { ClockMoves } from './use-clock-moves.ts';

interface Props {
  readonly box: RefObject<HTMLElement | null>;
  readonly state: PageState;
  readonly moves: ClockMoves;
  readonly isInert: boolean;
  readonly onAct: (act: TourAct) => void;
  readonly onExample: (example: Example) => void;
  readonly onOpen: (arrival: Arrival) => void;
  readonly onClose: () => void;
}

/** What Slack doesn't have: a tour, a clock to move, people of Chat who follow each other, lines to try, and switches that make things fail. */
export function DemoPanel(props: Props): ComponentChild {
  const { box, state, moves, isInert, onAct, onExample, onOpen, onClose } = props;
  const { locale, timeZone, aheadMs } = useReader();
  const channel = state.channels.find(({ id }) => id === state.channelId && !id.startsWith('D'));
  const labelOf = (act: TourAct): string =>
    act.kind === 'next-digest' && state.nextSlotAt !== null
      ? `▶ ${act.label}: ${toMoment(state.nextSlotAt, { locale, timeZone }, Date.now() + aheadMs)}`
      : act.label;
  return (
    <aside ref={box} class="panel" id="panel" aria-label="Demo controls" inert={isInert} tabIndex={-1}>
      <header>
        <h2>Demo controls</h2>
        <button type="button" class="icon-button" aria-label="Close the demo controls" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {state.tour && <Tour tour={state.tour} isBusy={moves.isMoving} onAct={onAct} labelOf={labelOf} />}
      {state.clockAheadMs !== null && <ClockControl state={state} moves={moves} onOpen={onOpen} />}
      {state.acts.length > 0 && <ChatActs acts={state.acts} />}
      <Examples examples={state.examples} onExample={onExample} />
      <BreakIt state={state} channel={channel} moves={moves} />
    </aside>
  );
}
