import { randomUUID } from 'node:crypto';
import { isPermanentError } from '../../digests/delivery/permanent-errors.ts';
import type { PostOutcome } from '../../digests/ports.ts';
import { AppError } from '../../errors.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import type { ReadRelations, RelationKind } from '../../followstats/relations/ports.ts';
import { COUNT_OF } from '../../followstats/relations/relation-page.ts';
import type { AccountId, LookupMany } from '../../followstats/types.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import { progressReplyOf, stoppedReply } from '../blocks/relations/export-replies.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import { outcomeReason } from '../sending/post-outcome.ts';
import { sendDirect } from '../sending/private-message.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient, WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import { createEndStale } from './end-stale.ts';
import { createExportJobs, type HeldJob, type Job } from './export-jobs.ts';
import { createExportMessages, exportedOf } from './export-messages.ts';
import { MOST_ROWS } from './make-export.ts';
import { createRunExport, type Halt } from './run-export.ts';

/** What came of asking for a file. `not-taken`: Slack takes no messages of the app's to the person. */
export type Started =
  | { readonly kind: 'begun' | 'yours' | 'full' | 'not-sent' }
  | { readonly kind: 'not-taken'; readonly code: string };

/** Files of whole lists, made beside everything else. */
export interface Exports {
  /**
   * Begins to make a file; the person reads in their direct messages how far it is. Rejects with `store_unavailable`.
   * @param asker where they asked: whether they may is decided there once more before they get the file
   */
  start(asker: Asker, exported: { readonly account: AccountId; readonly kind: RelationKind }): Promise<Started>;
  /** @param jobId as a client sent it. @returns whether there was something to cancel. Rejects with `store_unavailable` */
  cancel(asker: Asker, jobId: string): Promise<boolean>;
  /** Ends what killed replicas left behind, now and every minute. Returns at once. */
  watch(): void;
  /** Ends all that goes on here, and says so to its people; resolves when that is done. Never rejects. */
  stop(): Promise<void>;
}

/** What making files needs. */
export interface ExportsOptions {
  readonly values: ExpiringValues;
  readonly readRelations: ReadRelations;
  readonly lookup: LookupMany;
  readonly authorizeInForm: AuthorizeInForm;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly web: WebClient;
  readonly posting: PostingClient;
  readonly log: Logger;
  readonly timers: Timers;
  /** How often it is looked for what killed replicas left behind, milliseconds. */
  readonly watchMs?: number | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
}

/** How long the counts are waited for, milliseconds: they only say how far it is. */
const COUNT_MS = 2000;

/**
 * Makes files in the background of the replica that was asked, and keeps in the store that it does: any replica can cancel one, and
 * ends it for one that was killed. Of a file that is under way while its replica stops its person reads that, and can begin again.
 */
export function createExports(options: ExportsOptions): Exports {
  const { lookup, directory, web, posting, log, timers, now, watchMs } = options;
  const jobs = createExportJobs(options);
  const messages = createExportMessages({ web, log });
  const { say } = messages;
  const run = createRunExport({ ...options, jobs, messages });
  const stale = createEndStale({ jobs, messages, directory, log, timers, watchMs });
  let isStopped = false;
  const running = new Map<string, { readonly halt: AbortController; readonly end: Promise<void> }>();

  async function countOf(account: AccountId, kind: RelationKind, caller: string): Promise<number | undefined> {
    try {
      const found = (await lookup([account], { signal: timers.timeout(COUNT_MS), caller })).get(account);
      return found?.kind === 'found' ? Math.min(found[COUNT_OF[kind]], MOST_ROWS) : undefined;
    } catch (error) {
      if (error instanceof AppError) return undefined;
      throw error;
    }
  }

  function begin(held: HeldJob, reader: Reader, all: number | undefined): void {
    const { id } = held.job;
    const halt = new AbortController();
    const end = run(held, reader, all, halt)
      .catch((error: unknown) => log.error({ err: error }, 'a file of a list was not ended'))
      .finally(() => running.delete(id));
    running.set(id, { halt, end });
    if (isStopped) halt.abort('stopped' satisfies Halt);
  }

  /** Begins a job whose message is there, once the store has that, too; else the message says at once that nothing comes of it. */
  async function beginKept(held: HeldJob, reader: Reader, all: number | undefined): Promise<void> {
    const exported = exportedOf(held.job);
    try {
      if (await jobs.beat(held)) return begin(held, reader, all);
      // Slack took so long for the message that another replica took this one for dead.
      await say(held.job, reader, stoppedReply(reader, exported));
    } catch (error) {
      await messages.sayError(held.job, reader, error);
    }
  }

  return {
    async start(asker, { account, kind }) {
      await stale.end();
      const { personId, channelId } = asker;
      const id = randomUUID();
      const about = { id, personId, askedIn: channelId ?? '', account, kind };
      const claimed = await jobs.claim({ ...about, channelId: '', ts: '', beatAt: now(), phase: 'reading' });
      if (typeof claimed === 'string') return { kind: claimed };
      const [reader, all] = await Promise.all([directory.reader(personId), countOf(account, kind, personId)]);
      const reply = progressReplyOf(reader, { account, kind }, { jobId: id, done: 0, all });
      const outcome = await sendDirect({ web, posting, readerOf: directory.reader, log }, personId, reply);
      if (outcome.kind !== 'posted') {
        await jobs.free(claimed);
        return notPosted(outcome);
      }
      const job: Job = { ...claimed.job, channelId: outcome.channelId, ts: outcome.ts, beatAt: now() };
      await beginKept({ ...claimed, job }, reader, all);
      return { kind: 'begun' };
    },
    async cancel({ personId }, jobId) {
      if (!(await jobs.cancel(personId, jobId))) return false;
      const own = running.get(jobId);
      if (own) own.halt.abort('cancelled' satisfies Halt);
      else await stale.endCancelled();
      return true;
    },
    watch: stale.watch,
    async stop() {
      isStopped = true;
      for (const { halt } of running.values()) halt.abort('stopped' satisfies Halt);
      await Promise.all([stale.stop(), ...[...running.values()].map(({ end }) => end)]);
    },
  };

  function notPosted(outcome: Exclude<PostOutcome, { kind: 'posted' }>): Started {
    log.warn({ reason: outcomeReason(outcome) }, 'a person takes no messages, so no file was made');
    const isPermanent = outcome.kind === 'rejected' && isPermanentError(outcome.code);
    return isPermanent ? { kind: 'not-taken', code: outcome.code } : { kind: 'not-sent' };
  }
}
