import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TourAct, TourState } from '../page-server/page-state.ts';
import { startTourOver } from './api.ts';
import { inOrder } from './blocks/shape.ts';
import { TourStepView } from './tour-step.tsx';

interface Props {
  readonly tour: TourState;
  /** Whether the last act is still under way. */
  readonly isBusy: boolean;
  readonly onAct: (act: TourAct) => void;
  /** What the step's button says instead of the act's own words. */
  readonly labelOf: (act: TourAct) => string;
}

/** Five things to do, one after the other; only the present one is open. */
export function Tour({ tour: { steps }, isBusy, onAct, labelOf }: Props): ComponentChild {
  const box = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  const done = steps.filter(({ isDone }) => isDone).length;
  const present = steps.findIndex(({ isDone }) => !isDone);

  // The button that had the focus goes with its step.
  useLayoutEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>('.tour-act, .tour-over')?.focus();
  }, [present, done]);

  return (
    <section
      ref={box}
      class="tour"
      aria-labelledby="tour-title"
      onFocusIn={() => {
        hadFocus.current = true;
      }}
      onFocusOut={({ relatedTarget }) => {
        // It moves on; otherwise what had it may have gone.
        if (relatedTarget !== null) hadFocus.current = false;
      }}
    >
      <header>
        <h3 id="tour-title">Guided tour</h3>
        <p class="tour-progress" role="status">
          {done} of {steps.length} done
        </p>
      </header>
      <ol>
        {inOrder(steps).map(({ place, item }) => (
          <TourStepView
            key={place}
            step={item}
            isPresent={place === present}
            isBusy={isBusy}
            onAct={onAct}
            labelOf={labelOf}
          />
        ))}
      </ol>
      {present === -1 && <p class="hint">That was all of it. The rest is yours to try.</p>}
      {done > 0 && (
        <button type="button" class="link-button tour-over" onClick={() => startTourOver()}>
          Take the tour again
        </button>
      )}
    </section>
  );
}
