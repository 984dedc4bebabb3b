import type { Lists } from '../../followstats/lists/lists.ts';
import type { Timers } from '../../timers.ts';
import type { HeldWatch, LookEnd, ShowHead, WatchLooks } from './ports.ts';
import type { ReadAccounts } from './read-accounts.ts';
import { watchedAccounts } from './watched-accounts.ts';

/** What came of a look, in numbers: accounts looked at, and how many met the rule now. */
export interface WatchLook {
  readonly end: LookEnd;
  readonly accounts: number;
  readonly met: number;
}

interface Options {
  readonly watches: Pick<WatchLooks, 'finish'>;
  readonly lists: Pick<Lists, 'read'>;
  readonly readAccounts: ReadAccounts;
  readonly showHead: ShowHead;
  readonly timers: Pick<Timers, 'timeout'>;
}

/** The longest that Chat is asked: persons and digests come first, and the next look is due after a quarter of an hour. */
const LOOKUP_MS = 5 * 60_000;
/** While Chat can't be asked at all. */
const AGAIN_MS = 60_000;

/**
 * Looks at a watch that this replica holds: reads its accounts, keeps what is known of them together with the alert that comes of
 * it, and shows the present state where its last thread begins.
 * @returns rejects when the store fails: the watch is then left to its lease
 */
export function createLookAtWatch({ watches, lists, readAccounts, showHead, timers }: Options) {
  return async (held: HeldWatch, halt: AbortSignal): Promise<WatchLook> => {
    const { watch } = held;
    const accounts = (await watchedAccounts(lists, [watch])).get(watch) ?? [];
    const signal = AbortSignal.any([halt, timers.timeout(LOOKUP_MS)]);
    const options = { signal, caller: `watch ${watch.id}`, priority: 'watch' } as const;
    const { states, met, isUnread } = await readAccounts({ rule: watch.rule, accounts, states: held.states, options });
    const end = await watches.finish(held, {
      states,
      met,
      ...(isUnread && { againInMs: halt.aborted ? 0 : AGAIN_MS }),
    });
    if (end !== 'lost' && !halt.aborted) await showHead(watch.id);
    return { end, accounts: accounts.length, met: met.size };
  };
}
