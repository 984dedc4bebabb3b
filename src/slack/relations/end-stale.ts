import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import { cancelledReply, stoppedReply, unconfirmedReply } from '../blocks/relations/export-replies.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import { CANCELLED_WATCHED_MS, type ExportJobs } from './export-jobs.ts';
import { type ExportMessages, exportedOf } from './export-messages.ts';

interface Options {
  readonly jobs: Pick<ExportJobs, 'takeStale' | 'lookAgainMs' | 'free'>;
  readonly messages: Pick<ExportMessages, 'say'>;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
  readonly timers: Pick<Timers, 'sleep'>;
  /** How often it is looked for them, milliseconds. */
  readonly watchMs?: number | undefined;
}

/** Ends the files whose makers were killed: their messages say what isn't so any more. */
export interface EndStale {
  /** Rejects with `store_unavailable`. */
  end(): Promise<void>;
  /** The same for one that was cancelled just now, as soon as its maker was silent for long enough. Rejects with `store_unavailable`. */
  endCancelled(): Promise<void>;
  /** Looks for them now, and then from time to time. Returns at once. */
  watch(): void;
  /** Resolves when none is being ended any more. Never rejects. */
  stop(): Promise<void>;
}

const WATCH_MS = 60_000;

type Stale = Awaited<ReturnType<ExportJobs['takeStale']>>[number];

/** Makes an `EndStale` for one of any number of replicas. */
export function createEndStale({ jobs, messages, directory, log, timers, watchMs = WATCH_MS }: Options): EndStale {
  const stopping = new AbortController();
  const looks = new Set<Promise<void>>();

  async function endOne(held: Stale): Promise<void> {
    const { job, isCancelled } = held;
    log.warn({ phase: job.phase }, 'ending a file of a list whose maker was killed');
    if (job.ts) {
      const reader = await directory.reader(job.personId);
      const unmade = isCancelled ? cancelledReply : stoppedReply;
      await messages.say(job, reader, (job.phase === 'sending' ? unconfirmedReply : unmade)(reader, exportedOf(job)));
    }
    await jobs.free(held);
  }

  async function end(): Promise<void> {
    const faults: unknown[] = [];
    // Each is this replica's alone to end, whatever becomes of those before it.
    for (const held of await jobs.takeStale()) await endOne(held).catch((error: unknown) => faults.push(error));
    if (faults.length > 0) throw faults[0];
  }

  async function tryToEnd(): Promise<void> {
    await end().catch((error: unknown) =>
      log.warn({ err: error }, 'files of lists that killed replicas left behind were not ended'),
    );
  }

  function follow(look: Promise<void>): void {
    looks.add(look);
    void look.finally(() => looks.delete(look));
  }

  async function keepWatch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await tryToEnd();
      await timers.sleep(Math.min(watchMs, jobs.lookAgainMs() ?? watchMs), stopping.signal).catch(() => {});
    }
  }

  return {
    end,
    async endCancelled() {
      await end();
      follow(timers.sleep(CANCELLED_WATCHED_MS, stopping.signal).then(tryToEnd, () => {}));
    },
    watch: () => follow(keepWatch()),
    async stop() {
      stopping.abort();
      await Promise.all(looks);
    },
  };
}
