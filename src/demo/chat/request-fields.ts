import { type ChatCode, meaningOf } from './codes.ts';
import type { CommandResult, Item, JsonObject } from './command.ts';
import type { FollowGraph } from './follow-graph-types.ts';

type Rejected = Extract<CommandResult, { kind: 'rejected' }>;
type Read<Value> = { readonly kind: 'read'; readonly value: Value } | Rejected;

/** Reads `From_Account`. One that doesn't exist fails the call. */
export function readFrom({ From_Account: from }: JsonObject, graph: FollowGraph): Read<string> {
  if (from === undefined || from === '') return reject('From_Account is missing');
  if (typeof from !== 'string') return { kind: 'rejected', code: 60015, info: 'From_Account is not a string' };
  if (!graph.has(from)) return { kind: 'rejected', code: 30003, info: 'From_Account does not exist' };
  return { kind: 'read', value: from };
}

/**
 * Reads a list of accounts; those that don't exist are in it.
 * @param code for what is no list, empty or too long; the documents name 30001 for `v4/follow/`
 */
export function readTo(to: unknown, max: number, code: ChatCode = 30001): Read<readonly string[]> {
  if (!Array.isArray(to)) return reject('the list of accounts is not an array', code);
  if (to.length === 0) return reject('the list of accounts is empty', code);
  if (to.length > max) return reject(`the list has ${to.length} accounts, the limit is ${max}`, code);
  if (!to.every((id) => typeof id === 'string')) {
    return { kind: 'rejected', code: 60015, info: 'the list of accounts holds something else than strings' };
  }
  return { kind: 'read', value: to };
}

export function reject(info: string, code: ChatCode = 30001): Rejected {
  return { kind: 'rejected', code, info };
}

/** The item of an account that was answered. */
export function answeredItem(id: string, fields: JsonObject = {}): Item {
  return { To_Account: id, ResultCode: 0, ResultInfo: '', ...fields };
}

/** The item of an account that wasn't. */
export function failedItem(id: string, code: ChatCode): Item {
  return { To_Account: id, ResultCode: code, ResultInfo: meaningOf(code) };
}
