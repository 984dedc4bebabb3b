import { correctList } from '../reports/answer.ts';
import type { Resolve, ResolveFault } from '../reports/resolve.ts';
import type { AnswerContext } from '../subcommand.ts';
import type { History } from './history.ts';
import { type HistoryCommand, writeHistory } from './read.ts';
import type { ReadHistory } from './read-history.ts';

/** What comes of a history. */
export type HistoryAnswer =
  | { readonly kind: 'history'; readonly history: History }
  | { readonly kind: 'fault'; readonly fault: ResolveFault };

interface Needs {
  readonly resolve: Resolve;
  readonly readHistory: ReadHistory;
  /** The most accounts one history may come to. */
  readonly maxAccounts: number;
}

/**
 * Reads what the store keeps of some accounts; of a single one that was first read later than the span begins Chat is asked once since
 * when its followers follow it. Rejects with `store_unavailable` when the store can't be read.
 */
export function createHistoryAnswer({ resolve, readHistory, maxAccounts }: Needs) {
  return async (
    { who, span }: HistoryCommand,
    { shownHistory, onLookup, signal }: AnswerContext,
  ): Promise<HistoryAnswer> => {
    if (shownHistory) return { kind: 'history', history: shownHistory };
    const read = await resolve(who, maxAccounts);
    if ('fault' in read) {
      return { kind: 'fault', fault: correctList(who, read.fault, (right) => writeHistory({ who: right, span })) };
    }
    onLookup?.(read.resolved);
    return { kind: 'history', history: await readHistory(read.resolved, span, signal) };
  };
}
