import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Arrival, PageState } from '../page-server/page-state.ts';
import { toArrivalLines } from './arrival-lines.ts';
import { useReader } from './blocks/reader.ts';
import { toMoment } from './moments.ts';
import type { ClockMoves, ClockOutcome } from './use-clock-moves.ts';

const HOUR_MS = 3_600_000;
const STEPS = [
  ['+1 hour', HOUR_MS],
  ['+1 day', 24 * HOUR_MS],
  ['+1 week', 7 * 24 * HOUR_MS],
] as const;
/** It shows minutes. */
const TICK_MS = 5000;

interface Props {
  readonly state: PageState;
  readonly moves: ClockMoves;
  readonly onOpen: (arrival: Arrival) => void;
}

/** The time by which Slack and the app go, as the person's wall shows it, and the ways to move it forward. */
export function ClockControl({ state, moves, onOpen }: Props): ComponentChild {
  const { locale, timeZone, aheadMs } = useReader();
  const [machine, setMachine] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setMachine(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const { nextSlotAt } = state;
  const reader = { locale, timeZone };

  return (
    <section class="clock" aria-labelledby="clock-title">
      <h3 id="clock-title">Clock</h3>
      <p>
        <time>{toMoment(Math.max(machine, Date.now()) + aheadMs, reader)}</time> <small>{timeZone}</small>
      </p>
      <button
        type="button"
        class="button primary next-digest"
        aria-busy={moves.isMoving}
        disabled={nextSlotAt === null}
        onClick={moves.toNextDigest}
      >
        {nextSlotAt === null
          ? 'No digest is running'
          : `▶ Next digest: ${toMoment(nextSlotAt, reader, Date.now() + aheadMs)}`}
      </button>
      {nextSlotAt === null && (
        <p class="hint">As Anders you can make one; the app’s Home says what stopped the others.</p>
      )}
      <div class="clock-steps">
        {STEPS.map(([label, byMs]) => (
          <button
            key={label}
            type="button"
            class="button"
            aria-busy={moves.isMoving}
            onClick={() => moves.forward(byMs)}
          >
            {label}
          </button>
        ))}
      </div>
      <div class="clock-outcome" role="status">
        {moves.isMoving && 'Moving from digest to digest…'}
        {moves.outcome && <Outcome outcome={moves.outcome} state={state} onOpen={onOpen} />}
      </div>
    </section>
  );
}

interface OutcomeProps {
  readonly outcome: ClockOutcome;
  readonly state: PageState;
  readonly onOpen: (arrival: Arrival) => void;
}

function Outcome({ outcome, state, onOpen }: OutcomeProps): ComponentChild {
  if (outcome.kind === 'failed') return <p>The clock could not be moved: {outcome.errorText}</p>;
  if (outcome.arrivals.length === 0) return <p>Nothing was posted.</p>;
  return (
    <ul>
      {toArrivalLines(outcome.arrivals, state).map(({ words, arrival }) => (
        <li key={`${arrival.channelId} ${arrival.isDigest}`}>
          <button type="button" class="link-button" onClick={() => onOpen(arrival)}>
            {words}
          </button>
        </li>
      ))}
    </ul>
  );
}
