import type { Planner } from '../digests/delivery/planner.ts';
import type { DigestWake } from '../digests/ports.ts';
import type { LookupMany } from '../followstats/types.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../ops/metrics/metrics.ts';
import { composeDigestDelivery } from '../slack/digests/compose-digest-delivery.ts';
import { composeWatchesInSlack } from '../slack/watches/compose-watches.ts';
import type { Store } from '../store/open.ts';
import type { Timers } from '../timers.ts';
import type { ComposeSeams } from './seams.ts';
import type { SlackClients } from './slack-clients.ts';

type DigestOptions = Parameters<typeof composeDigestDelivery>[0];
type WatchOptions = Parameters<typeof composeWatchesInSlack>[0];

interface Options extends Pick<DigestOptions, 'audienceOf' | 'draftReport'> {
  readonly store: Store;
  readonly lookup: LookupMany;
  readonly clients: SlackClients;
  readonly notifyWatchOwner: WatchOptions['notifyOwner'];
  /** Beside what the store signals. */
  readonly wakes: readonly DigestWake[];
  readonly seams: Pick<ComposeSeams, 'postSettlesMs' | 'idleWaitMs'>;
  /** Absent: nothing is counted. */
  readonly metrics: Metrics | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
  readonly timers: Timers;
  readonly log: Logger;
}

/** Makes what posts digests, and what looks at watches and delivers their alerts. @returns both not yet started */
export function composeDeliveries(options: Options): { readonly digests: Planner; readonly watches: Planner } {
  const { store, lookup, clients, seams, metrics, now, monotonic, timers, log } = options;
  const { posting, identity, directory } = clients;
  const common = {
    ...{ store, posting, identity, directory, log, now, monotonic, timers },
    wakes: [store.onDigestsChanged, ...options.wakes],
    settleMs: seams.postSettlesMs,
    idleWaitMs: seams.idleWaitMs,
  };
  return {
    digests: composeDigestDelivery({
      ...common,
      audienceOf: options.audienceOf,
      draftReport: options.draftReport,
      notes: metrics,
    }),
    watches: composeWatchesInSlack({
      ...common,
      lookup,
      notifyOwner: options.notifyWatchOwner,
      onAlertEnded: metrics?.alertEnded,
      onCountsChanged: store.onCountsChanged,
    }),
  };
}
