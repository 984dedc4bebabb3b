import { z } from 'zod';
import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import { RELATION_KINDS } from '../../followstats/relations/read.ts';
import { createStandingStill, type Stood } from '../standing-still.ts';

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
  /** When its maker last said that it goes on, Unix milliseconds, by its own clock. Different each time that it says so. */
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
  /**
   * Takes over the jobs of which nothing was heard for a minute, or of cancelled ones for ten seconds: their makers were killed. Of what
   * it hasn't seen before the present call it takes none.
   */
  takeStale(): Promise<readonly StaleJob[]>;
  /** When to look again, milliseconds after the last look: a job has to stand still that long; `undefined` when none has to. */
  lookAgainMs(): number | undefined;
}

interface Options {
  readonly values: ExpiringValues;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
}

/** Files that are made at once, over all replicas: each takes up to some 100 MB of memory. */
const SLOTS = [0, 1, 2] as const;
/** Nothing heard for so long, a maker is taken for dead, milliseconds; they say something every few seconds. */
export const STALE_MS = 60_000;
/**
 * What looks stale was seen to stand still for so long, milliseconds: the clock of its maker may be another one. Meanwhile a maker
 * that lives says several times that it goes on, unless Slack takes long to show how far it is.
 */
export const WATCHED_MS = 20_000;
/** The same of a job that was cancelled: its person waits to read that, and loses nothing when its maker was only slow. */
export const CANCELLED_WATCHED_MS = 10_000;
/** One that took a job over and then said nothing for so long was killed, too. */
const ABANDONED_MS = 5 * STALE_MS;
/** Longer than any job goes on, milliseconds. */
const KEPT_MS = 24 * 60 * 60_000;

/**
 * Keeps jobs in a few slots of the store, so that any replica finds them: a job whose maker was killed is ended by another, once. Who
 * ends a job is decided by one key that can be taken once.
 */
export function createExportJobs({ values, now, monotonic }: Options): ExportJobs {
  const still = createStandingStill({ staleMs: STALE_MS, watchedMs: WATCHED_MS }, monotonic);

  const read = async (slot: number) => toHeld(slot, await values.get(slotKey(slot)));

  async function readTexts(): Promise<ReadonlyMap<string, string>> {
    const texts = await Promise.all(
      SLOTS.map(async (slot) => [slotKey(slot), await values.get(slotKey(slot))] as const),
    );
    return new Map(texts.flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])));
  }

  async function all(): Promise<readonly HeldJob[]> {
    const held = await Promise.all(SLOTS.map(read));
    return held.filter((one) => one !== undefined);
  }

  /** @returns whether the job is this caller's to end */
  async function take({ slot, job }: HeldJob, text: string): Promise<boolean> {
    // Those before it may have taken long: meanwhile its maker may have been heard of.
    if ((await values.get(slotKey(slot))) !== text) return false;
    if (!(await values.add(takeKey(job.id), '', KEPT_MS))) return false;
    // Its maker may be alive after all, and ends it no more. One killed while it ended it may have said nothing of that.
    await values.add(endKey(job.id), '', KEPT_MS);
    return true;
  }

  async function free({ slot, job }: HeldJob): Promise<void> {
    if ((await read(slot))?.job.id === job.id) await values.remove(slotKey(slot));
    if ((await values.get(personKey(job.personId))) === job.id) await values.remove(personKey(job.personId));
  }

  const isCancelled = async (jobId: string) => (await values.get(cancelKey(jobId))) !== undefined;

  async function takeIfStale(held: HeldJob, stood: Stood): Promise<StaleJob | undefined> {
    const wasCancelled = await isCancelled(held.job.id);
    const looksStale = now() - held.job.beatAt >= STALE_MS;
    const watchedMs = wasCancelled ? CANCELLED_WATCHED_MS : WATCHED_MS;
    if (!still.isAbandoned(stood, looksStale || wasCancelled, watchedMs)) return undefined;
    if (await take(held, stood.value)) return { ...held, isCancelled: wasCancelled };
    if (stood.stoodMs() > ABANDONED_MS) await free(held);
    return undefined;
  }

  return {
    free,
    isCancelled,
    async claim(job) {
      if (!(await values.add(personKey(job.personId), job.id, 2 * STALE_MS))) return 'yours';
      for (const slot of SLOTS) {
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
      const seen = await still.look(readTexts);
      const taken: StaleJob[] = [];
      try {
        for (const slot of SLOTS) {
          const stood = seen.get(slotKey(slot));
          const held = stood && toHeld(slot, stood.value);
          const stale = held && (await takeIfStale(held, stood));
          if (stale) taken.push(stale);
        }
      } catch (error) {
        // Those that were taken before are this caller's alone to end.
        if (taken.length === 0) throw error;
      }
      return taken;
    },
    lookAgainMs: still.lookAgainMs,
  };
}

/** Reads a job as the store has it. @returns `undefined` for none, and for what another version may have written */
function toHeld(slot: number, text: string | undefined): HeldJob | undefined {
  const job = text === undefined ? undefined : Job.safeParse(JSON.parse(text)).data;
  return job && { slot, job };
}

const slotKey = (slot: number): string => `export:slot:${slot}`;
const personKey = (personId: string): string => `export:person:${personId}`;
const cancelKey = (jobId: string): string => `export:cancel:${jobId}`;
const endKey = (jobId: string): string => `export:end:${jobId}`;
const takeKey = (jobId: string): string => `export:take:${jobId}`;
