import { composeDelivery, type DigestEvents } from '../../digests/compose.ts';
import type { Planner } from '../../digests/delivery/planner.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { Identity, PostingClient } from '../web-api/web-api.ts';
import { createDigestFinder, createFreshPostFinder } from './digest-finder.ts';
import { createDigestPoster } from './digest-poster.ts';
import { type DigestNotes, withNotes } from './note-runs.ts';
import { createOwnerNotices } from './owner-notices.ts';
import { unheldLines } from './unheld-lines.ts';
import type { AudienceOf } from './write-to-owner.ts';

type DeliveryOptions = Parameters<typeof composeDelivery>[0];

interface Options {
  readonly store: Pick<DeliveryOptions, 'digests' | 'runs' | 'onRunsEnded'>;
  readonly draftReport: DeliveryOptions['draftReport'];
  readonly wakes: DeliveryOptions['wakes'];
  readonly posting: PostingClient;
  readonly identity: Identity;
  readonly directory: SlackDirectory;
  readonly audienceOf: AudienceOf;
  readonly log: Logger;
  /** Absent: nothing is counted. */
  readonly notes?: DigestNotes | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** As `createDigestPoster` has it. */
  readonly settleMs?: number | undefined;
  readonly idleWaitMs: DeliveryOptions['idleWaitMs'];
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
  readonly timers: Timers;
}

/** Slack shows a post in the history within a second; this leaves room. */
const SETTLE_MS = 3000;

/** Composes what delivers digests to Slack. @returns not yet started */
export function composeDigestDelivery(options: Options): Planner {
  const { store, draftReport, wakes, posting, identity, directory, audienceOf, log, now, monotonic, timers } = options;
  const { settleMs = SETTLE_MS, idleWaitMs, notes } = options;
  const { digests, runs, onRunsEnded } = store;
  const findPost = createDigestFinder({
    web: posting,
    identity,
    onError: (reason, { id }) => log.warn({ run: id, reason }, NOT_LOOKED_FOR),
  });
  return composeDelivery({
    digests,
    runs,
    onRunsEnded,
    draftReport,
    wakes,
    prepareDigest: createDigestPoster({
      posting,
      directory,
      log,
      settleMs,
      timers,
      findPost,
      findFreshPost: createFreshPostFinder({
        web: posting,
        identity,
        onError: (reason, run) => log.warn({ run, reason }, NOT_LOOKED_FOR),
      }),
    }),
    findPost,
    notifyOwner: createOwnerNotices({
      posting,
      directory,
      audienceOf,
      log,
      now,
      onError: (reason, { id }) => log.warn({ run: id, reason }, 'the owner of a digest cannot be told'),
    }),
    events: notes ? withNotes(logDigests(log), notes, now) : logDigests(log),
    now: monotonic,
    timers,
    idleWaitMs,
  });
}

const NOT_LOOKED_FOR = 'the post of a digest cannot be looked for';

/** One line a run and one a notice, with numbers and never a name. */
function logDigests(log: Logger): DigestEvents {
  return {
    onRun: ({ run, digest }, { slackError, ...end }, ms) => {
      const isBad = end.state === 'failed' || end.state === 'unknown';
      const line = { run: run.id, channel: digest.channelId, attempt: run.attempts, ...end, refusal: slackError, ms };
      log[isBad ? 'warn' : 'info'](line, 'digest run');
    },
    onAbandoned: (runs) => log.warn({ runs: runs.map(({ id }) => id) }, 'digest posts of a holder that died'),
    onUnheld(ends) {
      for (const line of unheldLines(ends)) log[line.state === 'skipped' ? 'info' : 'warn'](line, 'digest runs ended');
    },
    onNotified: ({ id, state }, outcome) => log.info({ run: id, state, outcome }, 'digest owner'),
    onError: (error, run) => log.error({ err: error, run: run?.id }, 'digests were held up'),
  };
}
