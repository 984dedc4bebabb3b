import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Relation, RelationKind, RelationPage } from '../followstats/relations/ports.ts';
import { readAccountId } from '../followstats/typed/account-id.ts';
import type { AccountId } from '../followstats/types.ts';
import { type ChatCommand, readShape } from './chat.ts';

/** Chat's limit on `WantNum`; and what it gives where that isn't granted, its default. */
export const RELATIONS_PER_CALL = { most: 1000, least: 100 } as const;

const NAME = 'follow_get';

/** Which part of which list is wanted. */
export interface AskedRelations {
  readonly account: AccountId;
  readonly kind: RelationKind;
  /** Empty for the first page. */
  readonly cursor: string;
  /** At most 1,000. */
  readonly count: number;
}

const FOLLOW_TYPES: Readonly<Record<RelationKind, number>> = { fans: 1, following: 2, mutual: 3 };
const NICKNAME = 'Tag_Profile_IM_Nick';

/** An account's fans, those it follows, or those with whom both is so: a page of them, since when, and their nicknames. */
export const followGet: ChatCommand<AskedRelations, RelationPage> = {
  name: NAME,
  documentedPerSecond: 200,
  path: `v4/follow/${NAME}`,
  write: ({ account, kind, cursor, count }) => ({
    From_Account: account,
    FollowType: FOLLOW_TYPES[kind],
    StartCursor: cursor,
    WantNum: count,
  }),
  read({ body, readAt }, { cursor }) {
    const { FollowItem: items, NextCursor } = readShape(Answer, body, NAME);
    // It would be asked for without end.
    if (NextCursor && NextCursor === cursor)
      throw new AppError('upstream_changed', `${NAME} named a page as its own next`);
    const { relations, unreadable } = readItems(items ?? []);
    return { relations, unreadable, next: NextCursor || undefined, readAt };
  },
};

const Answer = z.object({ FollowItem: z.array(z.unknown()).nullish(), NextCursor: z.string().nullish() });

/** Fields of another shape than documented cost only what they say. */
const Item = z.compile(
  z.object({
    To_Account: z.string(),
    FollowTime: z.int().positive().optional().catch(undefined),
    ProfileItem: z.array(z.unknown()).nullish().catch(undefined),
  }),
);
const ProfileItem = z.object({ Tag: z.literal(NICKNAME), Value: z.string().min(1) });

/** Of an account that comes twice the first item counts. */
function readItems(items: readonly unknown[]): Pick<RelationPage, 'relations' | 'unreadable'> {
  const byAccount = new Map<AccountId, Relation>();
  let unreadable = 0;
  for (const given of items) {
    const relation = readRelation(given);
    if (!relation) unreadable += 1;
    else if (!byAccount.has(relation.account)) byAccount.set(relation.account, relation);
  }
  return { relations: [...byAccount.values()], unreadable };
}

function readRelation(given: unknown): Relation | undefined {
  const { data } = Item.safeParse(given);
  const read = data?.To_Account ? readAccountId(data.To_Account) : undefined;
  if (!data || !read || 'fault' in read) return undefined;
  return { account: read.id, since: toMilliseconds(data.FollowTime), name: nicknameIn(data.ProfileItem ?? []) };
}

/** The latest instant that a `Date` holds, seconds. */
const LATEST = 8.64e12;

function toMilliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined || seconds > LATEST ? undefined : seconds * 1000;
}

function nicknameIn(profile: readonly unknown[]): string | undefined {
  for (const item of profile) {
    const { data } = ProfileItem.safeParse(item);
    if (data) return data.Value;
  }
  return undefined;
}
