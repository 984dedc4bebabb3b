import type { AccountId, Lookup } from '../followstats/types.ts';
import { toFailure } from './error-codes.ts';
import type { FollowInfo, FollowInfoAnswer } from './wire.ts';

/**
 * Joins an answer to what was asked, by UserID and exact case: order, doubles and items nobody asked for don't matter.
 * Of a doubled item the one that was read counts. An account without an item, or without its counts, has failed.
 * @param readAt Unix milliseconds
 */
export function joinAnswer(
  asked: readonly AccountId[],
  answer: FollowInfoAnswer,
  readAt: number,
): ReadonlyMap<AccountId, Lookup> {
  if (isInOrder(asked, answer.items)) {
    return new Map(asked.map((account, n) => [account, toLookup(answer.items[n] as FollowInfo, readAt)]));
  }
  const byAccount = new Map<string, Lookup>();
  for (const item of answer.items) {
    if (byAccount.get(item.account)?.kind !== 'found') byAccount.set(item.account, toLookup(item, readAt));
  }
  const missing: Lookup = {
    kind: 'failed',
    failure: answer.code === 0 ? { code: 'incomplete_answer' } : toFailure(answer.code, answer.info),
  };
  return new Map(asked.map((account) => [account, byAccount.get(account) ?? missing]));
}

/** As Chat's own sample shows it; no promise, but by far the most common and the cheapest to join. */
function isInOrder(asked: readonly AccountId[], items: readonly FollowInfo[]): boolean {
  return items.length === asked.length && asked.every((account, n) => account === items[n]?.account);
}

function toLookup(item: FollowInfo, readAt: number): Lookup {
  if (item.code === undefined) return { kind: 'failed', failure: { code: 'upstream_changed' } };
  if (item.code !== 0) return { kind: 'failed', failure: toFailure(item.code, item.info) };
  const { followers, following, mutual } = item;
  if (followers === undefined || following === undefined || mutual === undefined) {
    return { kind: 'failed', failure: { code: 'incomplete_answer' } };
  }
  return { kind: 'found', counts: { followers, following, mutual }, readAt };
}
