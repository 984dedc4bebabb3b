import type { FindMeant } from '../accounts/meant-accounts.ts';
import type { Resolved } from '../reports/resolve.ts';
import type { Snapshots } from '../reports/snapshots.ts';
import { type SpareReadOptions, spareRead } from '../reports/spare-read.ts';
import type { AccountId } from '../types.ts';
import type { AccountHistory, History, UnkeptAccount } from './history.ts';
import { findJoiningNeed } from './joining-need.ts';
import type { ReadJoining } from './read-joining.ts';
import { layOutSpan, type Span } from './spans.ts';

/**
 * Reads the history of some accounts up to now. Rejects with `store_unavailable`.
 * @param signal once it is aborted the store is read no further, and the promise rejects with its reason
 */
export type ReadHistory = (who: Resolved, span: Span, signal: AbortSignal) => Promise<History>;

interface Options extends SpareReadOptions {
  readonly snapshots: Pick<Snapshots, 'at' | 'before' | 'firstSince'>;
  readonly findMeant: FindMeant;
  readonly readJoining: ReadJoining;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Makes a `ReadHistory`; what was meant by accounts of which nothing is known may be missing, as `spareRead` says. */
export function createReadHistory({ snapshots, findMeant, readJoining, now, ...limits }: Options): ReadHistory {
  async function describeUnkept(accounts: readonly AccountId[], at: number): Promise<readonly UnkeptAccount[]> {
    if (accounts.length === 0) return [];
    const lasts = await snapshots.before(accounts, at);
    // Those that were read before the span were written right.
    const unknown = accounts.filter((account) => !lasts.has(account));
    const meant = unknown.length === 0 ? new Map() : await spareRead(findMeant(unknown), limits);
    return accounts.map((account) => ({ account, last: lasts.get(account), meant: meant.get(account) }));
  }

  return async (who, span, signal) => {
    const at = now();
    const { instants, stepMs } = layOutSpan(span, at);
    const found = await snapshots.at(who.accounts, instants, stepMs);
    signal.throwIfAborted();
    const [kept, others] = [
      who.accounts.filter((one) => found.has(one)),
      who.accounts.filter((one) => !found.has(one)),
    ];
    const [firsts, unkept] = await Promise.all([snapshots.firstSince(kept, 0), describeUnkept(others, at)]);
    const accounts = kept.flatMap((account): readonly AccountHistory[] => {
      const readings = found.get(account) ?? [];
      // Between the two reads the first one may have been thinned.
      const first = firsts.get(account) ?? readings.find((reading) => reading !== undefined);
      return first ? [{ account, readings, first }] : [];
    });
    const history = { who, span, at, instants, accounts, unkept };
    const need = findJoiningNeed(history);
    return need ? { ...history, joining: await readJoining(need) } : history;
  };
}
