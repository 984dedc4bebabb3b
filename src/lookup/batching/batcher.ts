import { AppError } from '../../errors.ts';
import type { DroppedCounts } from '../../followstats/events/dropped-counts.ts';
import type { AccountId, AskMany, FailedAccount } from '../../followstats/types.ts';
import type { Permit, RateBudget } from '../budget/rate-budget.ts';
import type { Call } from '../call.ts';
import { createCallTimes } from './call-times.ts';
import { createFairQueue, type Priority } from './fair-queue.ts';
import { type Batch, createPendingLookup, hasWaiters, type InFlight, type PendingLookup } from './in-flight.ts';

interface Options {
  /** Accounts per call: as many as the Chat command takes. */
  readonly size: number;
  readonly budget: RateBudget;
  /** Calls in flight at once. */
  readonly concurrency: number;
  /** The most that the budget gives. */
  readonly callsPerSecond: number;
  /** A person’s look-up that would begin later than this is rejected at once, milliseconds. */
  readonly mostWaitMs: number;
  /** How long an unfilled batch waits for more accounts while look-ups come close together, milliseconds. */
  readonly lingerMs: number;
  /** Whose counts have changed: calls that are under way by then may not have them. Absent: nothing says so. */
  readonly droppedCounts?: Pick<DroppedCounts, 'on'> | undefined;
  /** Called once, with what says how many accounts wait for a call at that moment. */
  readonly watchWaiting?: ((count: () => number) => void) | undefined;
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
 * are chosen when its permit comes, not before: then every caller that waits has had a turn. The permit for a person's small
 * look-up is urgent, so that it doesn't wait as long as the bulk before it.
 * @returns a look-up that rejects with `AppError` when nothing could be asked, or when every account failed with its call; with
 *   `busy` at once, where what waits already takes too long
 */
export function createBatcher<Found>(
  next: Call<readonly AccountId[], readonly (Found | FailedAccount)[]>,
  { size, budget, concurrency, callsPerSecond, mostWaitMs, lingerMs, droppedCounts, watchWaiting, now }: Options,
): AskMany<Found> {
  const queue = createFairQueue<InFlight<Found>>();
  const inFlight = new Map<AccountId, InFlight<Found>>();
  let mode: Mode = 'idle';
  let lingering: NodeJS.Timeout | undefined;
  let permitWait = new AbortController();
  let isUrgent = false;
  const callTimes = createCallTimes(now);
  let callsUnderWay = 0;
  let lastArrival = Number.NEGATIVE_INFINITY;
  let isCrowded = false;

  watchWaiting?.(() => queue.size);

  /** Look-ups from now on ask for the account anew. */
  function forget(entry: InFlight<Found>): void {
    if (inFlight.get(entry.account) === entry) inFlight.delete(entry.account);
  }

  function settle(entry: InFlight<Found>, lookup: Found | FailedAccount, error?: AppError): void {
    forget(entry);
    for (const waiter of entry.waiters) waiter.answer(entry.account, lookup, error);
  }

  function fail({ accounts }: Batch<Found>, error: unknown): void {
    if (!(error instanceof AppError)) {
      accounts.forEach(forget);
      for (const waiter of accounts.flatMap(({ waiters }) => waiters)) waiter.fail(error);
      return;
    }
    // Every other call would be rejected for the same reason, and Chat locks out callers that repeat a bad signature (70050).
    const others = error.failure.code === 'needs_admin' ? queue.take(queue.size) : [];
    for (const entry of [...accounts, ...others]) settle(entry, { kind: 'failed', failure: error.failure }, error);
  }

  async function send(entries: readonly InFlight<Found>[], permit: Permit): Promise<void> {
    const batch: Batch<Found> = { accounts: entries, lastFailures: new Map() };
    for (const entry of entries) entry.batch = batch;
    callsUnderWay += 1;
    const ended = callTimes.began();
    try {
      const accounts = entries.map(({ account }) => account);
      const answers = await next(accounts, {
        permit,
        hasWaiters: () => hasWaiters(batch),
        onAttemptFailed: (failures) => {
          batch.lastFailures = failures;
        },
      });
      for (const [place, entry] of entries.entries()) settle(entry, answers[place] as Found | FailedAccount);
    } catch (error) {
      fail(batch, error);
    } finally {
      // Of a call that was never made; any other has released it.
      permit.release('unused');
      callsUnderWay -= 1;
      ended();
      schedule();
    }
  }

  /** @returns `undefined` when the wait was given up: nothing waits any more, or something urgent does */
  async function acquire(): Promise<Permit | undefined> {
    permitWait = new AbortController();
    const { signal } = permitWait;
    const callsWaiting = Math.ceil(queue.size / size);
    try {
      return await budget.acquire(
        isUrgent ? { urgency: 'urgent', signal } : { urgency: 'normal', callsWaiting, signal },
      );
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }

  async function drain(): Promise<void> {
    mode = 'draining';
    while (queue.size > 0 && callsUnderWay < concurrency) {
      const permit = await acquire();
      if (!permit) continue;
      isUrgent = false;
      const entries = queue.take(size);
      if (entries.length > 0) void send(entries, permit);
      else permit.release('unused');
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

  // What still waits for its call will be read after the change; a call that has left answers those alone who wait for it already.
  droppedCounts?.on((accounts) => {
    const entries =
      accounts === 'all' ? [...inFlight.values()] : [...accounts].flatMap((one) => inFlight.get(one) ?? []);
    for (const entry of entries) if (entry.batch) forget(entry);
  });

  /** Says how long it takes until what waits before a person's look-up has been asked. */
  function throwIfBusy(accounts: readonly AccountId[], caller: string): void {
    if (queue.size === 0) return;
    const perSecond = Math.min(callsPerSecond, (concurrency * 1000) / callTimes.expectedMs());
    // Of a line the queue counts those, too, that no look-up waits for any more.
    const ahead = Math.min(queue.size, queue.ahead(caller, accounts.length));
    const waitMs = (ahead * 1000) / (size * perSecond);
    if (waitMs > mostWaitMs)
      throw new AppError('busy', `${queue.size} accounts wait to be asked about`, undefined, undefined, waitMs);
  }

  function enqueue(
    pending: PendingLookup<Found>,
    accounts: readonly AccountId[],
    caller: string,
    priority: Priority,
  ): readonly InFlight<Found>[] {
    const entries = accounts.map((account) => {
      const entry = inFlight.get(account) ?? { account, state: 'new', waiters: [], batch: undefined };
      inFlight.set(account, entry);
      entry.waiters.push(pending);
      return entry;
    });
    queue.add(caller, priority, entries);
    if (priority === 'person' && accounts.length <= size && !isUrgent) {
      isUrgent = true;
      permitWait.abort();
    }
    schedule();
    return entries;
  }

  /** Takes a look-up that ended early out of everything; what no other wants isn't asked. */
  function leave(pending: PendingLookup<Found>, entries: readonly InFlight<Found>[]): void {
    for (const entry of entries) {
      if (!entry.waiters.includes(pending)) continue;
      entry.waiters = entry.waiters.filter((waiter) => waiter !== pending);
      if (!entry.batch && entry.waiters.length === 0) {
        queue.abandon(entry);
        forget(entry);
      }
      // The call may hang, and look-ups from now on must not hang with it.
      if (entry.batch && !hasWaiters(entry.batch)) entry.batch.accounts.forEach(forget);
    }
    if (queue.size === 0) permitWait.abort();
  }

  return async (accounts, { signal, caller = '', priority = 'person' } = {}) => {
    if (signal?.aborted) throw new AppError('out_of_time', 'the deadline passed before anything was asked');
    if (accounts.length === 0) return new Map();
    if (priority === 'person') throwIfBusy(accounts, caller);
    noteArrival();
    let entries: readonly InFlight<Found>[] = [];
    const onAbort = () =>
      pending.runOut((account) => entries.find((one) => one.account === account)?.batch?.lastFailures.get(account));
    const pending = createPendingLookup<Found>(accounts, () => {
      signal?.removeEventListener('abort', onAbort);
      leave(pending, entries);
    });
    signal?.addEventListener('abort', onAbort);
    entries = enqueue(pending, accounts, caller, priority);
    return pending.answers;
  };
}
