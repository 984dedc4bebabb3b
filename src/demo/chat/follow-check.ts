import type { Command } from './command.ts';
import type { FollowGraph } from './follow-graph-types.ts';
import { answeredItem, failedItem, readFrom, readTo } from './request-fields.ts';

const MAX_ACCOUNTS = 100; // 1047/70349

/**
 * Who follows whom, between one account and up to 100 others (1047/70349): 0 neither, 1 only the other follows it, 2 only it
 * follows the other, 3 both. Unknown accounts and `From_Account` as in follow_get_info; no account follows itself.
 */
export const followCheck: Command = (body, { graph }) => {
  const from = readFrom(body, graph);
  if (from.kind === 'rejected') return from;
  const to = readTo(body.To_Account, MAX_ACCOUNTS);
  if (to.kind === 'rejected') return to;

  const items = to.value.map((id) =>
    graph.has(id) ? answeredItem(id, { FollowType: followTypeOf(from.value, id, graph) }) : failedItem(id, 30003),
  );
  return { kind: 'answered', list: 'ResultItem', items };
};

function followTypeOf(from: string, to: string, graph: FollowGraph): number {
  const isFollowed = graph.followedAt(to, from) !== undefined;
  const follows = graph.followedAt(from, to) !== undefined;
  return (isFollowed ? 1 : 0) + (follows ? 2 : 0);
}
