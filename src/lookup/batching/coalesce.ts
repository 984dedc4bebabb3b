import { AppError, type Failure } from '../../errors.ts';
import type { AccountId, Lookup } from '../../followstats/types.ts';
import type { AskBatch } from '../ask-batch.ts';
import type { RateBudget, Slot, Urgency } from '../budget/rate-budget.ts';
import type { AskMany } from './ask-many.ts';
import { type Asked, answerAsked, type Batch, createAsked, failAsked, joinAsked, leaveAsked } from './asked.ts';
import { createFairQueue, type Priority } from './fair-queue.ts';
import { createKnownAsked } from './in-flight.ts';
import { createQuestion, type Question } from './pending-lookup.ts';

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

/** Questions this many lingers apart are unlikely to meet in one batch. */
const CROWD_LINGERS = 4;

/**
 * Puts everything that waits at one moment into shared batches, each account once whoever asks for it. What is in a
 * batch is decided when its slot comes, not before: then everybody who waits has had a turn.
 */
export function coalesce(next: AskBatch, { size, budget, concurrency, lingerMs, now }: Options): AskMany {
  const queue = createFairQueue<Asked>();
  const known = createKnownAsked();
  const isDraining: Record<Urgency, boolean> = { ahead: false, 'in-turn': false };
  let inFlight = 0;
  let isScheduled = false;
  let isHurrying = false;
  let lingering: NodeJS.Timeout | undefined;
  let lastArrival = Number.NEGATIVE_INFINITY;
  let isCrowded = false;

  function settle(entry: Asked, lookup: Lookup, error?: AppError): void {
    known.forget(entry);
    answerAsked(entry, lookup, error);
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
        known.forget(entry);
        failAsked(entry, error);
      }
    }
  }

  async function run(entries: readonly Asked[], slot: Slot): Promise<void> {
    const batch: Batch = { entries, wanted: entries.length, trouble: undefined };
    const accounts: AccountId[] = [];
    for (const entry of entries) {
      entry.batch = batch;
      accounts.push(entry.account);
    }
    inFlight += 1;
    try {
      const answers = await next(accounts, {
        slot,
        isWanted: () => batch.wanted > 0,
        onError: (failure) => {
          batch.trouble = failure;
        },
      });
      for (let place = 0; place < entries.length; place += 1) settle(entries[place] as Asked, answers[place] as Lookup);
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

  /** Whether questions come close together. Those of one burst of events are one arrival: they share batches anyway. */
  function noteArrival(): void {
    if (isScheduled) return;
    const at = now();
    if (at > lastArrival) isCrowded = at - lastArrival <= lingerMs * CROWD_LINGERS;
    lastArrival = at;
  }

  /** Nobody waits for others who aren't coming. */
  function isWorthLingering(): boolean {
    return queue.size < size && isCrowded;
  }

  /** After the present burst of events, so that what arrives together is asked together. */
  function schedule(): void {
    // Whoever drains goes on while there is something, and schedules anew where he stops.
    if (queue.size === 0 || isDraining['in-turn']) return;
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

  /** Once for all small questions of one burst of events; its batch holds some of each of them. */
  function hurry(): void {
    if (isHurrying) return;
    isHurrying = true;
    setImmediate(() => {
      isHurrying = false;
      // Unless the many have left meanwhile: then the small ones stand at the front anyway.
      if (queue.size >= size) void drain('ahead');
    });
  }

  function enqueue(question: Question, accounts: readonly AccountId[], caller: string, priority: Priority): void {
    const entries = new Array<Asked>(accounts.length);
    for (let place = 0; place < accounts.length; place += 1) {
      const account = accounts[place] as AccountId;
      let entry = known.get(account);
      if (entry) joinAsked(entry, question, place);
      else {
        entry = createAsked(account, question, place);
        known.add(entry);
      }
      entries[place] = entry;
    }
    queue.add(caller, priority, entries);
  }

  /**
   * Takes one caller's interest out of everything; what nobody else wants isn't asked.
   * @returns what stands in the way of those under way
   */
  function leave(question: Question): ReadonlyMap<AccountId, Failure> {
    const troubles = new Map<AccountId, Failure>();
    for (const account of question.accounts) {
      const entry = known.get(account);
      if (entry?.batch?.trouble) troubles.set(account, entry.batch.trouble);
      if (!entry || !leaveAsked(entry, question)) continue;
      if (!entry.batch) {
        queue.abandon(entry);
        known.forget(entry);
        // Its call may hang, and whoever asks from now on must not hang with it.
      } else if (entry.batch.wanted === 0) for (const one of entry.batch.entries) known.forget(one);
    }
    return troubles;
  }

  return (accounts, { signal, caller = '', priority = 'person' } = {}) => {
    if (signal?.aborted)
      return Promise.reject(new AppError('out_of_time', 'the deadline passed before anything was asked'));
    noteArrival();
    const question = createQuestion(accounts, signal, leave);
    const isSmallBehindMany = priority === 'person' && accounts.length <= size && queue.size > size;
    enqueue(question, accounts, caller, priority);
    if (isSmallBehindMany) hurry();
    schedule();
    return question.answered;
  };
}
