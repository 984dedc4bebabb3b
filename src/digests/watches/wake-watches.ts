import type { Lists } from '../../followstats/lists/lists.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { Timers } from '../../timers.ts';
import type { Watches } from './ports.ts';
import { watchedAccounts } from './watched-accounts.ts';

/** Calls the listener with the accounts whose counts have changed; `all` when such a call may have been lost. @returns ends it */
export type OnCountsChanged = (listener: (accounts: ReadonlySet<AccountId> | 'all') => void) => () => void;

/** Brings looks near when an event is about a watch's accounts. */
export interface WatchWake {
  /** Safe to call once. */
  start(): void;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

interface Options {
  readonly watches: Pick<Watches, 'all' | 'bringForward'>;
  readonly lists: Pick<Lists, 'read'>;
  readonly onCountsChanged: OnCountsChanged;
  /** Called when the store fails: the watches are then looked at when they are due anyway. */
  readonly onError: (error: unknown) => void;
  readonly timers: Pick<Timers, 'sleep'>;
}

/** A look is due so long after the event that it is for, so that a burst of events is one look. */
const LOOK_IN_MS = 1000;
/** And so long after the last look at that watch, however many events there are. */
const LOOK_GAP_MS = 5000;
/** From one search for watches to the next: 500 events a second are not 500 searches. */
const SEARCH_GAP_MS = 500;

/** Makes a `WatchWake`. */
export function createWatchWake({ watches, lists, onCountsChanged, onError, timers }: Options): WatchWake {
  const halt = new AbortController();
  let waiting: Set<AccountId> | 'all' = new Set();
  let searching: Promise<void> | undefined;
  let unsubscribe = () => {};

  async function search(accounts: ReadonlySet<AccountId> | 'all'): Promise<void> {
    const { readable } = await watches.all();
    const active = readable.filter(({ state }) => state.kind === 'active');
    const watched = await watchedAccounts(lists, active);
    const concerned = active.filter(
      (watch) => accounts === 'all' || watched.get(watch)?.some((account) => accounts.has(account)),
    );
    await watches.bringForward(
      concerned.map(({ id }) => id),
      LOOK_IN_MS,
      LOOK_GAP_MS,
    );
  }

  const hasMore = () => waiting === 'all' || waiting.size > 0;

  async function searchAll(): Promise<void> {
    while (hasMore() && !halt.signal.aborted) {
      const accounts = waiting;
      waiting = new Set();
      await search(accounts).catch(onError);
      await timers.sleep(SEARCH_GAP_MS, halt.signal).catch(() => undefined);
    }
    searching = undefined;
  }

  return {
    start() {
      unsubscribe = onCountsChanged((accounts) => {
        if (accounts === 'all') waiting = 'all';
        else if (waiting !== 'all') for (const account of accounts) waiting.add(account);
        if (!halt.signal.aborted) searching ??= searchAll();
      });
    },
    async stop() {
      halt.abort();
      unsubscribe();
      await searching;
    },
  };
}
