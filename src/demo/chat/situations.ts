import type { CommandName } from './all-commands.ts';
import type { JsonObject } from './command.ts';
import type { FollowGraph } from './follow-graph-types.ts';

const MOST: Readonly<Partial<Record<CommandName, number>>> = {
  follow_get_info: 20,
  follow_check: 100,
  portrait_get: 100,
};
const LARGE_PAGE = 1000;

/** What is particular about a call, what weighs most first; the documents leave open how most of it is answered. */
export function situationsOf(name: CommandName, body: JsonObject, graph: FollowGraph): readonly string[] {
  return name === 'follow_get' ? ofList(body, graph) : ofAccounts(name, body, graph);
}

function ofList({ From_Account: from, StartCursor: cursor, WantNum: wanted }: JsonObject, graph: FollowGraph) {
  return [
    ...(typeof wanted === 'number' && wanted > LARGE_PAGE ? ['too-large-page'] : []),
    ...(wanted === LARGE_PAGE ? ['large-page'] : []),
    ...(typeof cursor === 'string' && cursor !== '' && !isCursor(cursor) ? ['foreign-cursor'] : []),
    ...(isUnknown(from, graph) ? ['unknown-from'] : []),
    ...['end', 'found'],
  ];
}

function ofAccounts(name: CommandName, { From_Account: from, To_Account: to }: JsonObject, graph: FollowGraph) {
  const most = MOST[name];
  if (most === undefined || !Array.isArray(to) || !to.every((id) => typeof id === 'string')) return [];
  const missing = to.filter((id) => !graph.has(id));
  const [first = '', ...more] = missing;
  const isAlone = more.length === 0 && to.length === 1 && missing.length === 1;
  return [
    ...(isAlone && otherCaseOf(first, graph) !== undefined ? ['other-case'] : []),
    ...(to.length > most ? ['over-limit'] : []),
    ...(to.length === 0 ? ['empty'] : []),
    ...(isUnknown(from, graph) ? ['unknown-from'] : []),
    ...(to.length === most ? ['at-limit'] : []),
    ...(isAlone ? kindsOfId(first) : []),
    ...(missing.length > 0 ? [missing.length === to.length ? 'unknown' : 'mixed'] : []),
    ...(new Set(to).size < to.length ? ['twice'] : []),
    ...(to.length > 1 ? ['order'] : []),
    ...(missing.length === 0 && to.length > 0 ? ['found'] : []),
  ];
}

/** The account whose id is another one's but for capitals. */
export function otherCaseOf(id: string, graph: FollowGraph): string | undefined {
  return graph.has(id) ? undefined : [id.toLowerCase(), id.toUpperCase()].find(graph.has);
}

/** Of an id that no account has. */
function kindsOfId(id: string): readonly string[] {
  return [
    ...(Buffer.byteLength(id) > 32 ? ['long-id'] : []),
    ...(/[^ -~]/.test(id) ? ['not-ascii'] : []),
    ...(id.includes(' ') ? ['with-space'] : []),
  ];
}

const isUnknown = (from: unknown, graph: FollowGraph): boolean =>
  typeof from === 'string' && from !== '' && !graph.has(from);

/** In the form of those that `follow_get` gives. */
const isCursor = (cursor: string): boolean => /^\d:-?\d{1,15}$/.test(Buffer.from(cursor, 'base64url').toString());
