import { AppError } from '../errors.ts';
import type { AccountId, Lookup, LookupMany } from '../followstats/types.ts';
import type { AskBatch } from './ask-batch.ts';
import { createFairQueue, type Entry, type Priority } from './fair-queue.ts';
import { createQuestion, type Question } from './question.ts';
import type { RateBudget, Slot, Urgency } from './rate-budget.ts';

interface Options {
  /** Accounts per call; Chat takes at most 20. */
  readonly size: number;
  readonly budget: RateBudget;
  /** Calls in flight at once. */
  readonly concurrency: number;
  /** How long an unfilled batch waits for others while questions keep coming, milliseconds. */
  readonly lingerMs: number;
  /** Monotonic milliseconds: a clock set back must not stop the calls. */
  readonly now: () => number;
}

interface Batch {
  readonly entries: readonly Asked[];
  /** How many of them somebody still waits for. */
  wanted: number;
  readonly controller: AbortController;
}

/** One account being asked, for everybody who asks for it meanwhile. */
interface Asked extends Entry {
  readonly account: AccountId;
  /** Who waits for it, and at which place of their question. */
  waiters: { readonly question: Question; readonly place: number }[];
  batch: Batch | undefined;
}

/** Questions this many lingers apart are unlikely to meet in one batch. */
const CROWD_LINGERS = 4;

/**
 * Puts everything that waits at one moment into shared batches, each account once whoever asks for it. What is in a
 * batch is decided when its slot comes, not before: then everybody who waits has had a turn.
 */
export function coalesce(next: AskBatch, { size, budget, concurrency, lingerMs, now }: Options): LookupMany {
  const queue = createFairQueue<Asked>();
  const known = new Map<AccountId, Asked>();
  const isDraining: Record<Urgency, boolean> = { ahead: false, 'in-turn': false };
  let inFlight = 0;
  let isScheduled = false;
  let lingering: NodeJS.Timeout | undefined;
  let lastArrival = Number.NEGATIVE_INFINITY;
  let isCrowded = false;

  function forget(entry: Asked): void {
    if (known.get(entry.account) === entry) known.delete(entry.account);
  }

  function settle(entry: Asked, lookup: Lookup, error?: AppError): void {
    forget(entry);
    for (const { question, place } of entry.waiters) question.answer(place, lookup, error);
  }

  function fail(entries: readonly Asked[], error: unknown): void {
    if (error instanceof AppError) {
      const lookup: Lookup = { kind: 'failed', failure: error.failure };
      for (const entry of entries) settle(entry, lookup, error);
      // Every other call would be refused for the same reason, and Chat locks out who repeats a bad signature (70050).
      if (error.failure.code === 'needs_admin')
        for (const entry of queue.take(queue.size)) settle(entry, lookup, error);
    } else {
      for (const entry of entries) {
        forget(entry);
        for (const { question } of entry.waiters) question.fail(error);
      }
    }
  }

  async function run(entries: readonly Asked[], slot: Slot): Promise<void> {
    const batch: Batch = { entries, wanted: entries.length, controller: new AbortController() };
    for (const entry of entries) entry.batch = batch;
    inFlight += 1;
    try {
      const accounts = entries.map(({ account }) => account);
      const answers = await next(accounts, { slot, signal: batch.controller.signal });
      for (const entry of entries) settle(entry, answers.get(entry.account) as Lookup);
    } catch (error) {
      fail(entries, error);
    } finally {
      inFlight -= 1;
      schedule();
    }
  }

  async function drain(urgency: Urgency): Promise<void> {
    if (isDraining[urgency]) return;
    isDraining[urgency] = true;
    try {
      while (queue.size > 0 && inFlight < concurrency) {
        const slot = await budget.acquire(urgency);
        const entries = queue.take(size);
        if (entries.length > 0) void run(entries, slot);
        else slot.done('unused');
        if (urgency === 'ahead' || isWorthLingering()) break;
      }
    } finally {
      isDraining[urgency] = false;
    }
    if (inFlight < concurrency) schedule();
  }

  /** Nobody waits for others who aren't coming. */
  function isWorthLingering(): boolean {
    return queue.size < size && isCrowded;
  }

  /** After the present burst of events, so that what arrives together is asked together. */
  function schedule(): void {
    if (queue.size === 0) return;
    // A full batch never waits.
    if (lingering && queue.size >= size) {
      clearTimeout(lingering);
      lingering = undefined;
      isScheduled = false;
    }
    if (isScheduled) return;
    isScheduled = true;
    const flush = () => {
      lingering = undefined;
      isScheduled = false;
      void drain('in-turn');
    };
    setImmediate(() => {
      if (isWorthLingering()) lingering = setTimeout(flush, lingerMs);
      else flush();
    });
  }

  function enqueue(question: Question, accounts: readonly AccountId[], caller: string, priority: Priority): void {
    for (let place = 0; place < accounts.length; place += 1) {
      const account = accounts[place] as AccountId;
      const entry = known.get(account);
      if (!entry) {
        const fresh: Asked = { account, state: 'waiting', waiters: [{ question, place }], batch: undefined };
        known.set(account, fresh);
        queue.add(caller, priority, fresh);
        continue;
      }
      if (entry.batch && entry.waiters.length === 0) entry.batch.wanted += 1;
      entry.waiters.push({ question, place });
      if (entry.state === 'waiting') queue.join(caller, priority, entry);
    }
  }

  /** Its call may still hang; whoever asks from now on must not hang with it. */
  function giveUp({ entries, controller }: Batch): void {
    controller.abort();
    for (const entry of entries) forget(entry);
  }

  /** Takes one caller's interest out of everything; what nobody else wants isn't asked, or is given up. */
  function leave(question: Question, accounts: readonly AccountId[]): void {
    for (const account of accounts) {
      const entry = known.get(account);
      if (!entry || entry.waiters.every((waiter) => waiter.question !== question)) continue;
      entry.waiters = entry.waiters.filter((waiter) => waiter.question !== question);
      if (entry.waiters.length > 0) continue;
      if (entry.batch) {
        entry.batch.wanted -= 1;
        if (entry.batch.wanted === 0) giveUp(entry.batch);
      } else {
        queue.abandon(entry);
        forget(entry);
      }
    }
  }

  return (accounts, { signal, caller = '', priority = 'person' } = {}) => {
    if (signal?.aborted)
      return Promise.reject(new AppError('out_of_time', 'the deadline passed before anything was asked'));
    const at = now();
    if (at > lastArrival) isCrowded = at - lastArrival <= lingerMs * CROWD_LINGERS;
    lastArrival = at;
    const question = createQuestion(accounts, signal, () => leave(question, accounts));
    const isSmallBehindMany = priority === 'person' && accounts.length <= size && queue.size > size;
    enqueue(question, accounts, caller, priority);
    if (isSmallBehindMany) {
      // Unless the many have left meanwhile: then it stands at the front anyway.
      setImmediate(() => {
        if (queue.size >= size) void drain('ahead');
      });
    }
    schedule();
    return question.answered;
  };
}
