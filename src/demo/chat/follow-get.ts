import type { ChatData, Command, Item, JsonObject } from './command.ts';
import type { Relation } from './relation.ts';
import { readFrom, reject } from './request-fields.ts';

// 1047/70347
const DEFAULT_PAGE = 100;
const LISTS = { 1: 'followersOf', 2: 'followingOf', 3: 'mutualOf' } as const;

/**
 * A page of an account's fans (`FollowType` 1), of those it follows (2), or of those that do both (3) (1047/70347), with since
 * when, and their nickname if they have one. The order isn't documented; here the latest come first, as far as the graph goes by that. A cursor
 * names a place in the list, so that what comes and goes meanwhile moves no page. What comes meanwhile is in none.
 */
export const followGet: Command = (body, data) => {
  const from = readFrom(body, data.graph);
  if (from.kind === 'rejected') return from;
  const { FollowType: type, StartCursor: cursor, WantNum: wanted = DEFAULT_PAGE } = body;
  if (type !== 1 && type !== 2 && type !== 3) return reject('FollowType is not 1, 2 or 3');
  if (typeof cursor !== 'string') return reject('StartCursor is not a string');
  const below = readCursor(cursor, type);
  if (below === undefined) return reject('StartCursor is none of ours');
  if (typeof wanted !== 'number' || !Number.isSafeInteger(wanted) || wanted < 1) return reject('WantNum is no number');
  const { accounts: most, above } = data.largestPage;
  if (wanted > most && above === 'reject') return reject(`WantNum is ${wanted}, the limit is ${most}`);

  const page = pageOf(data.graph[LISTS[type]](from.value, below), Math.min(wanted, most));
  const last = page.hasMore ? page.relations.at(-1) : undefined;
  return {
    kind: 'answered',
    list: 'FollowItem',
    items: page.relations.map((relation) => toItem(relation, data)),
    extra: { NextCursor: last ? writeCursor(type, last.place) : '' },
  };
};

function pageOf(list: Iterable<Relation>, size: number) {
  const relations: Relation[] = [];
  for (const relation of list) {
    if (relations.length === size) return { relations, hasMore: true };
    relations.push(relation);
  }
  return { relations, hasMore: false };
}

function toItem({ id, at }: Relation, { nicknameOf }: ChatData): Item {
  const nickname = nicknameOf(id);
  const profile: readonly JsonObject[] =
    nickname === undefined ? [] : [{ Tag: 'Tag_Profile_IM_Nick', Value: nickname }];
  return { To_Account: id, FollowTime: Math.floor(at / 1000), ProfileItem: profile };
}

/** Nothing a client should read anything from. */
function writeCursor(type: number, place: number): string {
  return Buffer.from(`${type}:${place}`).toString('base64url');
}

/** @returns below which place the page begins; undefined for a cursor of another list, or none at all */
function readCursor(cursor: string, type: number): number | undefined {
  if (cursor === '') return Number.POSITIVE_INFINITY;
  const match = /^(\d):(-?\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString());
  return match && Number(match[1]) === type ? Number(match[2]) : undefined;
}
