import { AppError, type Failure } from '../../errors.ts';
import type { AccountId, Lookup, LookupMany } from '../../followstats/types.ts';
import type { Permit, RateBudget } from '../budget/rate-budget.ts';
import type { Call } from '../call.ts';
import { createFairQueue } from './fair-queue.ts';
import { type Batch, createPendingLookup, hasWaiters, type InFlight, type PendingLookup } from './in-flight.ts';

interface Options {
  /** Accounts per call; Chat takes at most 20. */
  readonly size: number;
  readonly budget: RateBudget;
  /** Calls in flight at once. */
  readonly concurrency: number;
  /** How long an unfilled batch waits for more accounts while look-ups come close together, milliseconds. */
  readonly lingerMs: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/**
 * - `idle`: nothing waits, or every connection is busy. The next look-up, or the end of a call, schedules.
 * - `scheduled`: a batch is made after the present burst of events, so that what arrives together is asked together.
 * - `lingering`: an unfilled batch waits for others, because look-ups come close together. A full one never waits.
 * - `draining`: waits for permits and makes a batch for each as it comes, as long as anything waits.
 */
type Mode = 'idle' | 'scheduled' | 'lingering' | 'draining';

/** Look-ups this many lingers apart are unlikely to meet in one batch. */
const CROWD_LINGERS = 4;

/**
 * Puts what waits at one moment into shared batches, each account once however many look-ups want it. The accounts of a batch
 * are chosen when its permit comes, not before: then every caller that waits has had a turn.
 * @returns a look-up that rejects with `AppError` when nothing could be asked, or when every account failed with its call
 */
export function createBatcher(
  next: Call<readonly AccountId[], readonly Lookup[]>,
  { size, budget, concurrency, lingerMs, now }: Options,
): LookupMany {
  const queue = createFairQueue<InFlight>();
  const inFlight = new Map<AccountId, InFlight>();
  let mode: Mode = 'idle';
  let lingering: NodeJS.Timeout | undefined;
  let permitWait: AbortController | undefined;
  let callsUnderWay = 0;
  let lastArrival = Number.NEGATIVE_INFINITY;
  let isCrowded = false;

  /** Look-ups from now on ask for the account anew. */
  function forget(entry: InFlight): void {
    if (inFlight.get(entry.account) === entry) inFlight.delete(entry.account);
  }

  function settle(entry: InFlight, lookup: Lookup, error?: AppError): void {
    forget(entry);
    for (const waiter of entry.waiters) waiter.answer(entry.account, lookup, error);
  }

  function fail(batch: Batch, error: unknown): void {
    if (error instanceof AppError) {
      const lookup: Lookup = { kind: 'failed', failure: error.failure };
      for (const entry of batch.accounts) settle(entry, lookup, error);
      // Every other call would be rejected for the same reason, and Chat locks out callers that repeat a bad signature (70050).
      if (error.failure.code === 'needs_admin')
        for (const entry of queue.take(queue.size)) settle(entry, lookup, error);
    } else {
      for (const entry of batch.accounts) {
        forget(entry);
        for (const waiter of entry.waiters) waiter.fail(error);
      }
    }
  }

  async function send(entries: readonly InFlight[], permit: Permit): Promise<void> {
    const batch: Batch = { accounts: entries, lastFailure: undefined };
    for (const entry of entries) entry.batch = batch;
    callsUnderWay += 1;
    try {
      const answers = await next(
        entries.map(({ account }) => account),
        {
          permit,
          hasWaiters: () => hasWaiters(batch),
          onAttemptFailed: (failure) => {
            batch.lastFailure = failure;
          },
        },
      );
      for (const [place, entry] of entries.entries()) settle(entry, answers[place] as Lookup);
    } catch (error) {
      fail(batch, error);
    } finally {
      // Of a call that was never made; any other has released it.
      permit.release('unused');
      callsUnderWay -= 1;
      schedule();
    }
  }

  /** @returns `undefined` when every look-up that waited has left meanwhile */
  async function acquire(): Promise<Permit | undefined> {
    permitWait = new AbortController();
    const { signal } = permitWait;
    try {
      return await budget.acquire({ urgency: 'normal', callsWaiting: Math.ceil(queue.size / size), signal });
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }

  async function drain(): Promise<void> {
    mode = 'draining';
    while (queue.size > 0 && callsUnderWay < concurrency) {
      const permit = await acquire();
      const entries = queue.take(size);
      if (permit && entries.length > 0) void send(entries, permit);
      else permit?.release('unused');
      if (isWorthLingering()) break;
    }
    mode = 'idle';
    schedule();
  }

  /** Whether look-ups come close together. Those of one burst of events are one arrival: they share batches anyway. */
  function noteArrival(): void {
    if (mode === 'scheduled' || mode === 'lingering') return;
    const at = now();
    if (at > lastArrival) isCrowded = at - lastArrival <= lingerMs * CROWD_LINGERS;
    lastArrival = at;
  }

  function isWorthLingering(): boolean {
    return queue.size < size && isCrowded;
  }

  function schedule(): void {
    if (queue.size === 0 || callsUnderWay >= concurrency) return;
    const isFilled = mode === 'lingering' && queue.size >= size;
    if (mode !== 'idle' && !isFilled) return;
    clearTimeout(lingering);
    mode = 'scheduled';
    setImmediate(() => {
      if (isWorthLingering()) {
        mode = 'lingering';
        lingering = setTimeout(() => void drain(), lingerMs);
      } else void drain();
    });
  }

  function enqueue(pending: PendingLookup, caller: string, priority: 'person' | 'digest'): void {
    const entries = pending.accounts.map((account) => {
      let entry = inFlight.get(account);
      if (!entry) {
        entry = { account, state: 'new', waiters: [], batch: undefined };
        inFlight.set(account, entry);
      }
      entry.waiters.push(pending);
      return entry;
    });
    queue.add(caller, priority, entries);
    schedule();
  }

  /** Takes a look-up that ended early out of everything; what no other wants isn't asked. */
  function leave(pending: PendingLookup): void {
    for (const account of pending.accounts) {
      const entry = inFlight.get(account);
      if (!entry?.waiters.includes(pending)) continue;
      entry.waiters = entry.waiters.filter((waiter) => waiter !== pending);
      if (!entry.batch && entry.waiters.length === 0) {
        queue.abandon(entry);
        forget(entry);
      }
      // The call may hang, and look-ups from now on must not hang with it.
      if (entry.batch && !hasWaiters(entry.batch)) entry.batch.accounts.forEach(forget);
    }
    if (queue.size === 0) permitWait?.abort();
  }

  /** @returns why the last attempt failed, for accounts whose call is made again; others are left out */
  function lastFailuresOf(pending: PendingLookup): ReadonlyMap<AccountId, Failure> {
    const failures = new Map<AccountId, Failure>();
    for (const account of pending.accounts) {
      const failure = inFlight.get(account)?.batch?.lastFailure;
      if (failure) failures.set(account, failure);
    }
    return failures;
  }

  return async (accounts, { signal, caller = '', priority = 'person' } = {}) => {
    if (signal?.aborted) throw new AppError('out_of_time', 'the deadline passed before anything was asked');
    if (accounts.length === 0) return new Map();
    noteArrival();
    const onAbort = () => pending.runOut(lastFailuresOf(pending));
    const pending = createPendingLookup(accounts, () => {
      signal?.removeEventListener('abort', onAbort);
      leave(pending);
    });
    signal?.addEventListener('abort', onAbort);
    enqueue(pending, caller, priority);
    return pending.answers;
  };
}
