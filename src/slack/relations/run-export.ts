import { AppError } from '../../errors.ts';
import { APP_FAULT } from '../../followstats/audit/audit-ending.ts';
import type { ReadRelations } from '../../followstats/relations/ports.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { named } from '../blocks/kit/named-account.ts';
import {
  cancelledReply,
  doneReply,
  notMadeReply,
  progressReplyOf,
  stoppedReply,
} from '../blocks/relations/export-replies.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import { sendCsv } from '../sending/send-csv.ts';
import type { WebClient } from '../web-api/web-api.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import type { ExportJobs, HeldJob } from './export-jobs.ts';
import { type ExportMessages, exportedOf } from './export-messages.ts';
import { type ExportFile, MOST_ROWS, makeExport } from './make-export.ts';

/** How often a maker says that it goes on, and how far it is, milliseconds: within what Slack takes of changed messages. */
const BEAT_MS = 3000;

/** Why a file isn't made to its end; `lost`: another replica has ended it. */
export type Halt = 'cancelled' | 'stopped' | 'lost';

/**
 * Makes the file of a job that this replica has, and sends it; its person reads how far it is and what came of it. Ends early once
 * `halt` aborts, with a `Halt` as its reason. Rejects with `store_unavailable`, or for a bug
 * @param all how many accounts there are about; `undefined` where that isn't known
 */
export type RunExport = (
  held: HeldJob,
  reader: Reader,
  all: number | undefined,
  halt: AbortController,
) => Promise<void>;

interface Options {
  readonly jobs: ExportJobs;
  readonly messages: ExportMessages;
  readonly readRelations: ReadRelations;
  readonly authorizeInForm: AuthorizeInForm;
  readonly web: WebClient;
  readonly log: Logger;
  readonly timers: Pick<Timers, 'sleep'>;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Makes a `RunExport`. */
export function createRunExport(options: Options): RunExport {
  const { jobs, messages, readRelations, authorizeInForm, web, log, timers, now } = options;
  const { say, sayError } = messages;

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
      await sayError(job, own, error);
    } else {
      const why = await send(held, own, made);
      keep(why === undefined ? 'done' : 'failed', { accounts: 1, ...(why !== undefined && { why }) });
    }
    await jobs.free(held);
  }

  /** @returns why it isn't there, in one word; `undefined` when it is */
  async function send({ slot, job }: HeldJob, reader: Reader, file: ExportFile): Promise<string | undefined> {
    const exported = exportedOf(job);
    const sending: HeldJob = { slot, job: { ...job, phase: 'sending', beatAt: now() } };
    await jobs.beat(sending);
    const title = reader.words.relations.file.titles[job.kind]({ account: named(reader, exported.account) });
    const beating = new AbortController();
    // It can't be halted any more: Slack has a part of it.
    const beats = beat(sending, new AbortController(), { signal: beating.signal, onBeat: async () => {} });
    const { why, sentence } = await sendCsv(reader, { web, log }, job.personId, {
      ...{ at: now(), accounts: file.rows, content: file.content, title, name: `followstats-${job.kind}` },
    }).finally(() => beating.abort());
    await beats;
    const most = file.isCut ? MOST_ROWS : undefined;
    const reply =
      why === undefined
        ? doneReply(reader, exported, { rows: file.rows, unreadable: file.unreadable, most })
        : notMadeReply(reader, exported, [sentence]);
    await say(job, reader, reply);
    return why;
  }

  return async (held, reader, all, halt) => {
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
  };
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
