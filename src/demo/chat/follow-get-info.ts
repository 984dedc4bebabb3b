import { meaningOf } from './codes.ts';
import type { Command, CommandResult, Item } from './command.ts';
import type { FollowGraph } from './follow-graph.ts';

const MAX_ACCOUNTS = 20; // 1047/70350

/**
 * Followers, following and mutual of up to 20 accounts (1047/70350): one item per named account, in the order named, a repeated
 * one answered each time. An unknown account fails alone, with 30003 and no counts; the documents leave that open and its
 * sibling calls do it so. An unknown `From_Account` fails the call.
 */
export const followGetInfo: Command = ({ From_Account: from, To_Account: to }, graph) => {
  if (from === undefined || from === '') return reject('From_Account is missing');
  if (typeof from !== 'string') return { kind: 'rejected', code: 60015, info: 'From_Account is not a string' };
  if (!Array.isArray(to)) return reject('To_Account is not an array');
  if (to.length === 0) return reject('To_Account is empty');
  if (to.length > MAX_ACCOUNTS) return reject(`To_Account has ${to.length} accounts, the limit is ${MAX_ACCOUNTS}`);
  if (!to.every(isString))
    return { kind: 'rejected', code: 60015, info: 'To_Account holds something else than strings' };
  if (!graph.has(from)) return { kind: 'rejected', code: 30003, info: 'From_Account does not exist' };

  return { kind: 'answered', list: 'FollowInfo', items: to.map((id) => toItem(id, graph)) };
};

function toItem(id: string, graph: FollowGraph): Item {
  const counts = graph.countsOf(id);
  if (!counts) return { To_Account: id, ResultCode: 30003, ResultInfo: meaningOf(30003) };
  return {
    To_Account: id,
    ResultCode: 0,
    ResultInfo: '',
    FollowerCount: counts.followers,
    FollowingCount: counts.following,
    MutualFollowingCount: counts.mutual,
  };
}

function reject(info: string): CommandResult {
  return { kind: 'rejected', code: 30001, info };
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
