import type { DroppedCounts } from '../followstats/events/dropped-counts.ts';
import { createEventIntake, type EventIntake } from '../followstats/events/intake.ts';
import type { Logger } from '../logger.ts';
import type { Store } from '../store/open.ts';
import type { Timers } from '../timers.ts';

interface Options {
  readonly store: Store;
  readonly droppedCounts: DroppedCounts;
  /** Whether the configuration lets webhooks come. */
  readonly areTaken: boolean;
  /** As `createEventIntake` has it. */
  readonly everyMs: number | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly timers: Timers;
  readonly log: Logger;
  /** Takes what has to end before the store is closed. */
  readonly parts: AsyncDisposableStack;
}

/** Makes what the events of webhooks go to, here, and forgets counts that those of other replicas have changed. */
export function composeWebhooks(options: Options): EventIntake {
  const { store, droppedCounts, areTaken, everyMs, now, timers, log, parts } = options;
  const intake = createEventIntake({
    ...{ events: store.events, hearing: store.hearing, dropCounts: droppedCounts.drop, now, timers, everyMs },
    onError: (error, waiting) => log.error({ err: error, waiting }, 'follow events could not be kept yet'),
    onLost: ({ since, until, events }) => log.error({ since, until, events }, 'follow events were lost'),
  });
  parts.defer(intake.stop);
  // Without webhooks there are no events, here or on other replicas, and no connection is needed to hear of them.
  if (areTaken) {
    const end = store.onCountsChanged((accounts, from) => {
      if (from === 'elsewhere') droppedCounts.drop(accounts);
    });
    parts.defer(async () => end());
  }
  return intake;
}
