import { randomUUID } from 'node:crypto';
import { isPermanentError } from '../../digests/delivery/permanent-errors.ts';
import type { PostOutcome } from '../../digests/ports.ts';
import { AppError } from '../../errors.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { APP_FAULT } from '../../followstats/audit/audit-ending.ts';
import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import type { ReadRelations, RelationKind } from '../../followstats/relations/ports.ts';
import { COUNT_OF } from '../../followstats/relations/relation-page.ts';
import type { AccountId, LookupMany } from '../../followstats/types.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import {
  cancelledReply,
  doneReply,
  failedReply,
  notMadeReply,
  progressReplyOf,
  stoppedReply,
  unconfirmedReply,
} from '../blocks/relations/export-replies.ts';
import { apology, logBug } from '../conversation/apologize.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import { outcomeReason } from '../sending/post-outcome.ts';
import { sendDirect } from '../sending/private-message.ts';
import { sendCsv } from '../sending/send-csv.ts';
import { updateMessage } from '../sending/update-message.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient, WebClient } from '../web-api/web-api.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import { createExportJobs, type HeldJob, type Job } from './export-jobs.ts';
import { type ExportFile, MOST_ROWS, makeExport } from './make-export.ts';

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
  /** Ends what killed replicas left behind, now and every few minutes. Returns at once. */
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
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** How often a maker says that it goes on, and how far it is, milliseconds: within what Slack takes of changed messages. */
const BEAT_MS = 3000;
/** How often it is looked for what killed replicas left behind, milliseconds. */
const WATCH_MS = 5 * 60_000;
/** How long the counts are waited for, milliseconds: they only say how far it is. */
const COUNT_MS = 2000;

/** Why a file isn't made to its end; `lost`: another replica has ended it. */
type Halt = 'cancelled' | 'stopped' | 'lost';

/**
 * Makes files in the background of the replica that was asked, and keeps in the store that it does: any replica can cancel one, and
 * ends it for one that was killed. Of a file that is under way while its replica stops its person reads that, and can begin again.
 */
export function createExports(options: ExportsOptions): Exports {
  const { readRelations, lookup, authorizeInForm, directory, web, posting, log, timers, now } = options;
  const jobs = createExportJobs(options);
  const running = new Map<string, { readonly halt: AbortController; readonly end: Promise<void> }>();
  const watching = new AbortController();
  let watch: Promise<void> = Promise.resolve();

  const exportedOf = ({ account, kind }: Job) => ({ account: account as AccountId, kind });

  async function say(job: Job, reader: Reader, reply: Reply): Promise<void> {
    await updateMessage({ web, log }, job, reader, reply);
  }

  async function countOf(account: AccountId, kind: RelationKind, caller: string): Promise<number | undefined> {
    try {
      const found = (await lookup([account], { signal: timers.timeout(COUNT_MS), caller })).get(account);
      return found?.kind === 'found' ? found[COUNT_OF[kind]] : undefined;
    } catch (error) {
      if (error instanceof AppError) return undefined;
      throw error;
    }
  }

  /** Says that a job goes on until the signal aborts, and aborts the job when it was cancelled, or isn't this replica's any more. */
  async function beat(held: HeldJob, halt: AbortController, { signal, onBeat }: Beating): Promise<void> {
    while (!signal.aborted) {
      await timers.sleep(BEAT_MS, signal).catch(() => {});
      if (signal.aborted) return;
      try {
        if (!(await jobs.beat({ ...held, job: { ...held.job, beatAt: now() } }))) halt.abort('lost' satisfies Halt);
        else if (await jobs.isCancelled(held.job.id)) halt.abort('cancelled' satisfies Halt);
        if (!halt.signal.aborted) await onBeat();
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        log.warn({ err: error }, 'that a file of a list is being made could not be kept');
      }
    }
  }

  async function run(held: HeldJob, reader: Reader, all: number | undefined, halt: AbortController): Promise<void> {
    const { job } = held;
    const exported = exportedOf(job);
    let done = 0;
    let shown = 0;
    const beating = new AbortController();
    const beats = beat(held, halt, {
      signal: beating.signal,
      async onBeat() {
        if (done === shown) return;
        shown = done;
        await say(job, reader, progressReplyOf(reader, exported, { jobId: job.id, done, all }));
      },
    });
    const made = await settle(
      makeExport(reader, { readRelations, timers, ...exported, signal: halt.signal, onRows: (rows) => (done = rows) }),
      halt.signal,
    );
    beating.abort();
    await beats;
    await finish(held, reader, made);
  }

  /** Ends a job once for all replicas; what its person reads last is said by the one who ends it. */
  async function finish(held: HeldJob, reader: Reader, made: Made): Promise<void> {
    const { job } = held;
    const exported = exportedOf(job);
    if (made === 'lost' || !(await jobs.end(job.id))) return;
    const asker = { personId: job.personId, channelId: job.askedIn || undefined };
    const { authorization } = await authorizeInForm(asker, 'viewer', 'relations-csv');
    const { decision, admins, denial, keep } = authorization;
    const own = withAudience(reader, { role: decision.role, admins });
    if (denial) await say(job, own, notMadeReply(own, exported, [describeDenial(own, denial)], false));
    else if (made === 'cancelled' || made === 'stopped') {
      keep('failed', { accounts: 1, why: made });
      await say(job, own, (made === 'cancelled' ? cancelledReply : stoppedReply)(own, exported));
    } else if ('error' in made) {
      const { error } = made;
      keep('failed', { accounts: 1, why: error instanceof AppError ? error.failure.code : APP_FAULT });
      await say(job, own, describeError(own, job, error));
    } else {
      const why = await send(held, own, made);
      keep(why === undefined ? 'done' : 'failed', { accounts: 1, ...(why !== undefined && { why }) });
    }
    await jobs.free(held);
  }

  function describeError(reader: Reader, job: Job, error: unknown): Reply {
    if (error instanceof AppError) {
      log.warn({ err: error }, 'a file of a list could not be made');
      return failedReply(reader, exportedOf(job), error.failure);
    }
    const reference = logBug(log, error, 'a file of a list ended in a fault of the app');
    return notMadeReply(reader, exportedOf(job), [apology(reader, reference)]);
  }

  /** @returns why it isn't there, in one word; `undefined` when it is */
  async function send({ slot, job }: HeldJob, reader: Reader, file: ExportFile): Promise<string | undefined> {
    const exported = exportedOf(job);
    await jobs.beat({ slot, job: { ...job, phase: 'sending', beatAt: now() } });
    const title = reader.words.relations.file.titles[job.kind]({ account: { bold: job.account } });
    const { why, sentence } = await sendCsv(reader, { web, log }, job.personId, {
      ...{ at: now(), accounts: file.rows, content: file.content, title, name: `followstats-${job.kind}` },
    });
    const most = file.isCut ? MOST_ROWS : undefined;
    const reply =
      why === undefined
        ? doneReply(reader, exported, { rows: file.rows, unreadable: file.unreadable, most })
        : notMadeReply(reader, exported, [sentence]);
    await say(job, reader, reply);
    return why;
  }

  /** Ends the jobs of replicas that were killed. */
  async function endStale(): Promise<void> {
    for (const held of await jobs.takeStale()) {
      const { job } = held;
      log.warn({ phase: job.phase }, 'ending a file of a list whose maker was killed');
      if (job.ts) {
        const reader = await directory.reader(job.personId);
        const reply = job.phase === 'sending' ? unconfirmedReply : stoppedReply;
        await say(job, reader, reply(reader, exportedOf(job)));
      }
      await jobs.free(held);
    }
  }

  async function keepWatch(): Promise<void> {
    while (!watching.signal.aborted) {
      await endStale().catch((error: unknown) =>
        log.warn({ err: error }, 'files of lists that killed replicas left behind were not ended'),
      );
      await timers.sleep(WATCH_MS, watching.signal).catch(() => {});
    }
  }

  function begin(held: HeldJob, reader: Reader, all: number | undefined): void {
    const { id } = held.job;
    const halt = new AbortController();
    const end = run(held, reader, all, halt)
      .catch((error: unknown) => log.error({ err: error }, 'a file of a list was not ended'))
      .finally(() => running.delete(id));
    running.set(id, { halt, end });
    if (watching.signal.aborted) halt.abort('stopped' satisfies Halt);
  }

  return {
    async start(asker, { account, kind }) {
      await endStale();
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
      const held = { ...claimed, job };
      await jobs.beat(held);
      begin(held, reader, all);
      return { kind: 'begun' };
    },
    async cancel({ personId }, jobId) {
      await endStale();
      const held = await jobs.cancel(personId, jobId);
      if (!held) return false;
      running.get(jobId)?.halt.abort('cancelled' satisfies Halt);
      return true;
    },
    watch() {
      watch = keepWatch();
    },
    async stop() {
      watching.abort();
      for (const { halt } of running.values()) halt.abort('stopped' satisfies Halt);
      await Promise.all([watch, ...[...running.values()].map(({ end }) => end)]);
    },
  };

  function notPosted(outcome: Exclude<PostOutcome, { kind: 'posted' }>): Started {
    log.warn({ reason: outcomeReason(outcome) }, 'a person takes no messages, so no file was made');
    const isPermanent = outcome.kind === 'rejected' && isPermanentError(outcome.code);
    return isPermanent ? { kind: 'not-taken', code: outcome.code } : { kind: 'not-sent' };
  }
}

interface Beating {
  readonly signal: AbortSignal;
  readonly onBeat: () => Promise<void>;
}

/** What became of making a file. */
type Made = ExportFile | Halt | { readonly error: unknown };

/** The file, or why there is none; a call under way isn't waited for once the signal aborts. */
async function settle(making: Promise<ExportFile>, signal: AbortSignal): Promise<Made> {
  const halted = new Promise<Halt>((resolve) => {
    if (signal.aborted) resolve(signal.reason as Halt);
    signal.addEventListener('abort', () => resolve(signal.reason as Halt), { once: true });
  });
  const made = making.catch((error: unknown): Made => (signal.aborted ? (signal.reason as Halt) : { error }));
  return Promise.race([made, halted]);
}
