import type { Command } from './command.ts';
import { answeredItem, failedItem, readFrom, readTo } from './request-fields.ts';

const MAX_ACCOUNTS = 20; // 1047/70350

/**
 * Followers, following and mutual of up to 20 accounts (1047/70350): one item per named account, in the order named, a repeated
 * one answered each time. An unknown account fails alone, with 30003 and no counts; the documents leave that open and its
 * sibling calls do it so. An unknown `From_Account` fails the call.
 */
export const followGetInfo: Command = (body, { graph }) => {
  const from = readFrom(body, graph);
  if (from.kind === 'rejected') return from;
  const to = readTo(body.To_Account, MAX_ACCOUNTS);
  if (to.kind === 'rejected') return to;

  const items = to.value.map((id) => {
    const counts = graph.countsOf(id);
    if (!counts) return failedItem(id, 30003);
    return answeredItem(id, {
      FollowerCount: counts.followers,
      FollowingCount: counts.following,
      MutualFollowingCount: counts.mutual,
    });
  });
  return { kind: 'answered', list: 'FollowInfo', items };
};
