import type { Command } from './command.ts';
import type { FollowChange } from './follow-change.ts';
import { MAX_FOLLOWING } from './follow-graph.ts';
import type { FollowGraph } from './follow-graph-types.ts';
import { answeredItem, failedItem, readFrom, readTo } from './request-fields.ts';

// 1047/70345, 1047/70346
const MAX_ACCOUNTS = 20;

/**
 * One account follows up to 20 others (1047/70345). Each item has its own result: unknown 30003, oneself 30001, 32100 past 5,000
 * followed accounts; whether the real codes stand in the item or fail the call isn't documented. To follow again is a success
 * that changes nothing.
 */
export const followAdd: Command = (body, { graph }) => {
  const from = readFrom(body, graph);
  if (from.kind === 'rejected') return from;
  const named = Array.isArray(body.FollowItem) ? body.FollowItem.map((item: unknown) => accountIn(item)) : undefined;
  const to = readTo(named, MAX_ACCOUNTS);
  if (to.kind === 'rejected') return to;

  const changed: string[] = [];
  const items = to.value.map((id) => {
    const code = followFault(from.value, id, graph);
    if (code) return failedItem(id, code);
    if (graph.follow(from.value, id)) changed.push(id);
    return answeredItem(id);
  });
  return { kind: 'answered', list: 'ResultItem', items, ...toChange('follow', from.value, changed) };
};

/** One account follows up to 20 others no more (1047/70346). Not to have followed is a success that changes nothing. */
export const followDelete: Command = (body, { graph }) => {
  const from = readFrom(body, graph);
  if (from.kind === 'rejected') return from;
  const to = readTo(body.To_Account, MAX_ACCOUNTS);
  if (to.kind === 'rejected') return to;

  const changed: string[] = [];
  const items = to.value.map((id) => {
    if (!graph.has(id)) return failedItem(id, 30003);
    if (graph.unfollow(from.value, id)) changed.push(id);
    return answeredItem(id);
  });
  return { kind: 'answered', list: 'ResultItem', items, ...toChange('unfollow', from.value, changed) };
};

/** The account of an item of `FollowItem`, whatever it is; undefined when it has none. */
export function accountIn(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'To_Account' in item ? item.To_Account : undefined;
}

function followFault(from: string, to: string, graph: FollowGraph): 30001 | 30003 | 32100 | undefined {
  if (!graph.has(to)) return 30003;
  if (from === to) return 30001;
  const isFull = (graph.countsOf(from)?.following ?? 0) >= MAX_FOLLOWING;
  return isFull && graph.followedAt(from, to) === undefined ? 32100 : undefined;
}

function toChange(kind: FollowChange['kind'], follower: string, accounts: readonly string[]) {
  return accounts.length > 0 ? { change: { kind, follower, accounts } } : {};
}
