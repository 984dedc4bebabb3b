import { composeWatchDelivery, type WatchEvents } from '../../digests/compose-watches.ts';
import type { Planner } from '../../digests/delivery/planner.ts';
import type { NotifyOwner } from '../../digests/ports.ts';
import { isFinal, type RunId, type RunState } from '../../digests/runs.ts';
import type { Watch } from '../../digests/watches/types.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import { createDigestFinder, createFreshPostFinder } from '../digests/digest-finder.ts';
import { unheldLines } from '../digests/unheld-lines.ts';
import { ALERT_EVENT } from '../names.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { Identity, PostingClient } from '../web-api/web-api.ts';
import { createAlertPoster } from './alert-poster.ts';
import { createShowHead } from './show-head.ts';

type DeliveryOptions = Parameters<typeof composeWatchDelivery>[0];

interface Options extends Pick<DeliveryOptions, 'store' | 'lookup' | 'onCountsChanged' | 'wakes' | 'idleWaitMs'> {
  readonly posting: PostingClient;
  readonly identity: Identity;
  readonly directory: SlackDirectory;
  readonly notifyOwner: NotifyOwner<Watch>;
  readonly log: Logger;
  /** Takes what came of each alert; absent: nothing is counted. */
  readonly onAlertEnded?: ((outcome: RunState) => void) | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** As `createAlertPoster` has it. */
  readonly settleMs?: number | undefined;
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
  readonly timers: Timers;
}

/** Slack shows a post in the history within a second; this leaves room. */
const SETTLE_MS = 3000;
const NOT_LOOKED_FOR = 'the post of an alert cannot be looked for';

/** Composes what looks at watches and tells in Slack. @returns not yet started */
export function composeWatchesInSlack(options: Options): Planner {
  const { store, posting, identity, directory, log, timers, settleMs = SETTLE_MS, onAlertEnded, ...more } = options;
  const { watches, alerts } = store;
  const sought = { web: posting, identity, event: ALERT_EVENT, threadOf: alerts.threadOf };
  return composeWatchDelivery({
    ...more,
    ...{ store, timers },
    prepareAlert: createAlertPoster({
      ...{ posting, directory, log, settleMs, timers },
      findFreshPost: createFreshPostFinder({
        ...sought,
        onError: (reason, alert) => log.warn({ alert, reason }, NOT_LOOKED_FOR),
      }),
    }),
    showHead: createShowHead({ watches, alerts, posting, directory, log }),
    findPost: createDigestFinder({
      ...sought,
      onError: (reason, { id }) => log.warn({ alert: id, reason }, NOT_LOOKED_FOR),
    }),
    events: logWatches(log, onAlertEnded),
  });
}

/** One line a look that found something, one an alert and one a notice, with numbers and never a name. */
function logWatches(log: Logger, onAlertEnded: Options['onAlertEnded'] = () => {}): WatchEvents {
  return {
    onLook({ watch }, { end, ...look }, ms) {
      const line = { watch: watch.id, end, ...look, ms };
      // Every quarter of an hour each has one.
      log[end === 'quiet' ? 'debug' : 'info'](line, 'watch look');
    },
    onAlert({ run, digest }, { slackError, state, reason }, ms) {
      if (isFinal(state)) onAlertEnded(state);
      const line = {
        alert: run.id,
        channel: digest.channelId,
        attempt: run.attempts,
        state,
        reason,
        rejection: slackError,
        ms,
      };
      log[state === 'failed' || state === 'unknown' ? 'warn' : 'info'](line, 'watch alert');
    },
    onAbandoned(runs: readonly { readonly id: RunId }[]) {
      for (const _ of runs) onAlertEnded('unknown');
      log.warn({ alerts: runs.map(({ id }) => id) }, 'alerts of a holder that died');
    },
    onUnheld(ends) {
      for (const { state } of ends) onAlertEnded(state);
      for (const { runs: alerts, ...line } of unheldLines(ends))
        log[line.state === 'skipped' ? 'info' : 'warn']({ ...line, alerts }, 'watch alerts ended');
    },
    onNotified: ({ id, state }, outcome) => log.info({ alert: id, state, outcome }, 'watch owner'),
    onError: (error, about) => log.error({ err: error, ...about }, 'watches were held up'),
  };
}
