import type { AccountId, Lookup } from '../followstats/types.ts';
import { toFailure } from './error-codes.ts';
import type { FollowInfo, FollowInfoAnswer } from './wire.ts';

/**
 * Joins an answer to what was asked, by UserID and exact case: order, doubles and items nobody asked for don't matter.
 * Of a doubled item the one that was read counts. An account without an item, or without its counts, has failed.
 * Gives one look-up for each account, in the order asked.
 * @param readAt Unix milliseconds
 */
export function joinAnswer(asked: readonly AccountId[], answer: FollowInfoAnswer, readAt: number): readonly Lookup[] {
  const inOrder = joinInOrder(asked, answer.items, readAt);
  if (inOrder) return inOrder;

  const byAccount = new Map<string, Lookup>();
  for (const item of answer.items) {
    if (byAccount.get(item.To_Account)?.kind !== 'found') byAccount.set(item.To_Account, toLookup(item, readAt));
  }
  const missing: Lookup = {
    kind: 'failed',
    failure: answer.code === 0 ? { code: 'incomplete_answer' } : toFailure(answer.code, answer.info),
  };
  return asked.map((account) => byAccount.get(account) ?? missing);
}

/** As Chat's own sample shows it; no promise, but by far the most common and the cheapest to join. */
function joinInOrder(
  asked: readonly AccountId[],
  items: readonly FollowInfo[],
  readAt: number,
): readonly Lookup[] | undefined {
  if (items.length !== asked.length) return undefined;
  const lookups = new Array<Lookup>(asked.length);
  for (let place = 0; place < asked.length; place += 1) {
    const item = items[place] as FollowInfo;
    if (item.To_Account !== asked[place]) return undefined;
    lookups[place] = toLookup(item, readAt);
  }
  return lookups;
}

function toLookup(item: FollowInfo, readAt: number): Lookup {
  const { ResultCode: code, FollowerCount: followers, FollowingCount: following, MutualFollowingCount: mutual } = item;
  if (code === undefined) return { kind: 'failed', failure: { code: 'upstream_changed' } };
  if (code !== 0) return { kind: 'failed', failure: toFailure(code, item.ResultInfo ?? '') };
  if (followers === undefined || following === undefined || mutual === undefined) {
    return { kind: 'failed', failure: { code: 'incomplete_answer' } };
  }
  return { kind: 'found', followers, following, mutual, readAt };
}
