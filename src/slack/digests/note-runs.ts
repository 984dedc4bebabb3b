import type { DigestEvents } from '../../digests/compose.ts';
import { isFinal } from '../../digests/runs.ts';

/** Takes note of how slots end. */
export interface DigestNotes {
  readonly digestRunsEnded: (state: string, runs: number) => void;
  /** @param latenessMs from when it was due until it was posted */
  readonly digestPosted: (latenessMs: number) => void;
}

/** The same events, each of which is taken note of, too. @param now Unix milliseconds */
export function withNotes(events: DigestEvents, notes: DigestNotes, now: () => number): DigestEvents {
  const { digestRunsEnded, digestPosted } = notes;
  return {
    ...events,
    onRun(claim, end, ms) {
      events.onRun(claim, end, ms);
      if (!isFinal(end.state)) return;
      digestRunsEnded(end.state, 1);
      // One that is posted again is as late as a person was to ask for it.
      const isBySchedule = claim.run.origin === 'schedule' && !claim.isPostAgain;
      if (end.state === 'posted' && isBySchedule) digestPosted(now() - claim.run.slot);
    },
    onAbandoned(runs) {
      events.onAbandoned(runs);
      digestRunsEnded('unknown', runs.length);
    },
    onUnheld(ends) {
      events.onUnheld(ends);
      for (const { state } of ends) digestRunsEnded(state, 1);
    },
  };
}
