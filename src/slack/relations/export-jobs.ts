import { z } from 'zod';
import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import { RELATION_KINDS } from '../../followstats/relations/read.ts';

/** One file that is being made, as the store has it. */
const Job = z.object({
  id: z.string(),
  personId: z.string(),
  /** Where it was asked for; '' for no conversation. */
  askedIn: z.string(),
  account: z.string(),
  kind: z.enum(RELATION_KINDS),
  /** The message that says how far it is; empty before that is posted. */
  channelId: z.string(),
  ts: z.string(),
  /** When its maker last said that it goes on, Unix milliseconds. */
  beatAt: z.number(),
  /** `sending`: Slack is being given the file. */
  phase: z.enum(['reading', 'sending']),
});
/** One of those. */
export type Job = Readonly<z.infer<typeof Job>>;

/** A job and the place it holds among those that go on at once. */
export interface HeldJob {
  readonly slot: number;
  readonly job: Job;
}

/** A job whose maker was killed. */
interface StaleJob extends HeldJob {
  /** Whether its person doesn't want it any more. */
  readonly isCancelled: boolean;
}

/** What all replicas know of the files that are being made. Each function rejects with `store_unavailable`. */
export interface ExportJobs {
  /** Takes a place for a job. @returns `yours` when its person has one already, `full` when there are too many */
  claim(job: Job): Promise<HeldJob | 'yours' | 'full'>;
  /** Says that a job goes on, or keeps what is different of it. @returns `false` when it is this replica's no more */
  beat(held: HeldJob): Promise<boolean>;
  /** Asks that a job of this person is cancelled, on whichever replica. @returns the job; `undefined` when it doesn't go on */
  cancel(personId: string, jobId: string): Promise<HeldJob | undefined>;
  isCancelled(jobId: string): Promise<boolean>;
  /** Decides who ends a job. @returns whether the caller does: its maker, or another for it */
  end(jobId: string): Promise<boolean>;
  /** Gives the job's place free. */
  free(held: HeldJob): Promise<void>;
  /** Takes over the jobs of which nothing was heard for a minute, or of cancelled ones for ten seconds: their makers were killed. */
  takeStale(): Promise<readonly StaleJob[]>;
}

interface Options {
  readonly values: ExpiringValues;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Files that are made at once, over all replicas: each takes up to some 100 MB of memory. */
const SLOTS = 3;
/** Nothing heard for so long, a maker is taken for dead, milliseconds; they say something every few seconds. */
export const STALE_MS = 60_000;
/** The same of a job that was cancelled: its person waits to read that, and loses nothing when its maker was only slow. */
export const CANCELLED_STALE_MS = 10_000;
/** Longer than any job goes on, milliseconds. */
const KEPT_MS = 24 * 60 * 60_000;

/**
 * Keeps jobs in a few slots of the store, so that any replica finds them: a job whose maker was killed is ended by another, once. Who
 * ends a job is decided by one key that can be taken once.
 */
export function createExportJobs({ values, now }: Options): ExportJobs {
  async function read(slot: number): Promise<HeldJob | undefined> {
    const text = await values.get(slotKey(slot));
    const job = text === undefined ? undefined : Job.safeParse(JSON.parse(text)).data;
    return job && { slot, job };
  }

  async function all(): Promise<readonly HeldJob[]> {
    const held = await Promise.all(Array.from({ length: SLOTS }, (_, slot) => read(slot)));
    return held.filter((one) => one !== undefined);
  }

  async function free({ slot, job }: HeldJob): Promise<void> {
    if ((await read(slot))?.job.id === job.id) await values.remove(slotKey(slot));
    if ((await values.get(personKey(job.personId))) === job.id) await values.remove(personKey(job.personId));
  }

  const isCancelled = async (jobId: string) => (await values.get(cancelKey(jobId))) !== undefined;

  return {
    free,
    isCancelled,
    async claim(job) {
      if (!(await values.add(personKey(job.personId), job.id, 2 * STALE_MS))) return 'yours';
      for (let slot = 0; slot < SLOTS; slot += 1) {
        if (await values.add(slotKey(slot), JSON.stringify(job), KEPT_MS)) return { slot, job };
      }
      await values.remove(personKey(job.personId));
      return 'full';
    },
    async beat({ slot, job }) {
      if ((await read(slot))?.job.id !== job.id) return false;
      await values.set(slotKey(slot), JSON.stringify(job), KEPT_MS);
      await values.set(personKey(job.personId), job.id, 2 * STALE_MS);
      return true;
    },
    async cancel(personId, jobId) {
      const held = (await all()).find(({ job }) => job.id === jobId && job.personId === personId);
      if (held) await values.set(cancelKey(jobId), '', KEPT_MS);
      return held;
    },
    end: (jobId) => values.add(endKey(jobId), '', KEPT_MS),
    async takeStale() {
      const taken: StaleJob[] = [];
      for (const held of await all()) {
        const { job } = held;
        const silentMs = now() - job.beatAt;
        if (silentMs < CANCELLED_STALE_MS) continue;
        const wasCancelled = await isCancelled(job.id);
        if (!wasCancelled && silentMs < STALE_MS) continue;
        if (await values.add(takeKey(job.id), '', KEPT_MS)) {
          // Its maker may be alive after all, and ends it no more. One killed while it ended it may have said nothing of that.
          await values.add(endKey(job.id), '', KEPT_MS);
          taken.push({ ...held, isCancelled: wasCancelled });
        } else if (silentMs > 5 * STALE_MS) await free(held);
      }
      return taken;
    },
  };
}

const slotKey = (slot: number): string => `export:slot:${slot}`;
const personKey = (personId: string): string => `export:person:${personId}`;
const cancelKey = (jobId: string): string => `export:cancel:${jobId}`;
const endKey = (jobId: string): string => `export:end:${jobId}`;
const takeKey = (jobId: string): string => `export:take:${jobId}`;
