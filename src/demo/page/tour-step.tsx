import type { ComponentChild } from 'preact';
import type { TourAct, TourStep } from '../page-server/page-state.ts';

interface Props {
  readonly step: TourStep;
  readonly isPresent: boolean;
  readonly isBusy: boolean;
  readonly onAct: (act: TourAct) => void;
  readonly labelOf: (act: TourAct) => string;
}

/** A step's name and its tick; of the present one also what it is about, and the button that does it. */
export function TourStepView({ step, isPresent, isBusy, onAct, labelOf }: Props): ComponentChild {
  const { title, why, parts, isDone, act } = step;
  return (
    <li class="tour-step" aria-current={isPresent ? 'step' : undefined} data-done={isDone}>
      <p class="tour-step-title">
        {title}
        <Tick isDone={isDone} />
      </p>
      {isPresent && (
        <>
          <p class="hint">{why}</p>
          {parts.length > 0 && (
            <ul class="tour-parts">
              {parts.map((part) => (
                <li key={part.words} data-done={part.isDone}>
                  {part.words}
                  <Tick isDone={part.isDone} />
                </li>
              ))}
            </ul>
          )}
          {act && (
            <button type="button" class="button primary tour-act" aria-busy={isBusy} onClick={() => onAct(act)}>
              {labelOf(act)}
            </button>
          )}
        </>
      )}
    </li>
  );
}

/** The mark itself is drawn in `tour.css`. */
function Tick({ isDone }: { isDone: boolean }): ComponentChild {
  return isDone && <span class="hidden">, done</span>;
}
