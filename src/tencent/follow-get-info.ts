import { z } from 'zod';
import type { AccountId, Lookup } from '../followstats/types.ts';
import { type ChatAnswer, type ChatCommand, readShape } from './chat.ts';
import { toFailure } from './error-codes.ts';

/** Chat's limit on `To_Account` of one call. */
export const ACCOUNTS_PER_CALL = 20;

const NAME = 'follow_get_info';

/**
 * How many follow an account, and how many it follows. Asks about at most 20 accounts, each once, and answers with one
 * look-up for each, in the order asked.
 */
export const followGetInfo: ChatCommand<readonly AccountId[], readonly Lookup[]> = {
  name: NAME,
  documentedPerSecond: 200,
  path: `v4/follow/${NAME}`,
  write: (accounts, fromAccount) => writeBody(accounts, fromAccount),
  read: (answer, accounts) => joinItems(accounts, readItems(answer), answer),
  /** A call that failed as a whole may still say of each account why; only then its items are the better answer. */
  readFailed(answer, accounts) {
    const items = readItems(answer);
    const named = new Set(items.map((item) => item.To_Account));
    return accounts.every((account) => named.has(account)) ? joinItems(accounts, items, answer) : undefined;
  },
  probe: (fromAccount) => writeBody([fromAccount], fromAccount),
};

function writeBody(accounts: readonly string[], fromAccount: string): object {
  return { From_Account: fromAccount, To_Account: accounts };
}

/** A count that isn't a whole number from 0 is as good as none; it must never turn into a 0. */
const Count = z.int().nonnegative().optional().catch(undefined);

const Answer = z.object({ FollowInfo: z.array(z.unknown()).nullish() });

/** An item's fields of another shape than documented are the fault of its account alone, so that it fails no neighbour. */
const Item = z.compile(
  z.object({
    To_Account: z.string(),
    /** 0 is success; `undefined` an item of another shape. */
    ResultCode: z.int().optional().catch(undefined),
    ResultInfo: z.string().nullish().catch(undefined),
    FollowerCount: Count,
    FollowingCount: Count,
    MutualFollowingCount: Count,
  }),
);
type Item = z.infer<typeof Item>;

/** An item that doesn't even name its account is dropped: the account then has no item, and has failed for that. */
function readItems({ body }: ChatAnswer): readonly Item[] {
  const { FollowInfo: items } = readShape(Answer, body, NAME);
  return (items ?? []).flatMap((item) => Item.safeParse(item).data ?? []);
}

/**
 * Joins items to what was asked, by UserID and exact case: order, doubles and items of other accounts don't matter.
 * Of a doubled item the one that was read counts. An account without an item, or without its counts, has failed.
 */
function joinItems(
  accounts: readonly AccountId[],
  items: readonly Item[],
  { code, info, readAt }: ChatAnswer,
): readonly Lookup[] {
  const byAccount = new Map<string, Lookup>();
  for (const item of items) {
    if (byAccount.get(item.To_Account)?.kind !== 'found') byAccount.set(item.To_Account, toLookup(item, readAt));
  }
  const missing: Lookup = {
    kind: 'failed',
    failure: code === 0 ? { code: 'incomplete_answer' } : toFailure(code, info),
  };
  return accounts.map((account) => byAccount.get(account) ?? missing);
}

function toLookup(item: Item, readAt: number): Lookup {
  const { ResultCode: code, FollowerCount: followers, FollowingCount: following, MutualFollowingCount: mutual } = item;
  if (code === undefined) return { kind: 'failed', failure: { code: 'upstream_changed' } };
  if (code !== 0) return { kind: 'failed', failure: toFailure(code, item.ResultInfo ?? '') };
  if (followers === undefined || following === undefined || mutual === undefined) {
    return { kind: 'failed', failure: { code: 'incomplete_answer' } };
  }
  return { kind: 'found', followers, following, mutual, readAt };
}
