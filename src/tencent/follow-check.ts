import { z } from 'zod';
import type { Follows } from '../followstats/relations/ports.ts';
import type { AccountId, FailedAccount } from '../followstats/types.ts';
import { type ChatAnswer, type ChatCommand, readShape } from './chat.ts';
import { toFailure } from './error-codes.ts';

/** Chat's limit on `To_Account` of one call. */
export const CHECKED_PER_CALL = 100;

const NAME = 'follow_check';

/** An account, and the others of each of which is asked whether the two follow each other. */
export interface AskedFollows {
  readonly account: AccountId;
  /** At most 100, each once. */
  readonly others: readonly AccountId[];
}

/** Who follows whom of an account and each of the others; one answer for each, in the order asked. */
export const followCheck: ChatCommand<AskedFollows, readonly (Follows | FailedAccount)[]> = {
  name: NAME,
  documentedPerSecond: 200,
  path: `v4/follow/${NAME}`,
  write: ({ account, others }) => ({ From_Account: account, To_Account: others }),
  read: (answer, { others }) => joinItems(others, readItems(answer), answer),
  /** As in follow_get_info: only where a failed call says of each other account why, its items are the better answer. */
  readFailed(answer, { others }) {
    const items = readItems(answer);
    const named = new Set(items.map((item) => item.To_Account));
    return others.every((other) => named.has(other)) ? joinItems(others, items, answer) : undefined;
  },
};

const Answer = z.object({ ResultItem: z.array(z.unknown()).nullish() });

/** An item's fields of another shape than documented are the fault of its account alone. */
const Item = z.compile(
  z.object({
    To_Account: z.string(),
    /** 0 is success; `undefined` an item of another shape. */
    ResultCode: z.int().optional().catch(undefined),
    ResultInfo: z.string().nullish().catch(undefined),
    FollowType: z.literal([0, 1, 2, 3]).optional().catch(undefined),
  }),
);
type Item = z.infer<typeof Item>;

function readItems({ body }: ChatAnswer): readonly Item[] {
  const { ResultItem: items } = readShape(Answer, body, NAME);
  return (items ?? []).flatMap((item) => Item.safeParse(item).data ?? []);
}

/** Joins items to what was asked, by UserID and exact case, as in follow_get_info. */
function joinItems(
  others: readonly AccountId[],
  items: readonly Item[],
  { code, info }: ChatAnswer,
): readonly (Follows | FailedAccount)[] {
  const byAccount = new Map<string, Follows | FailedAccount>();
  for (const item of items) {
    if (byAccount.get(item.To_Account)?.kind !== 'checked') byAccount.set(item.To_Account, toFollows(item));
  }
  const missing: FailedAccount = {
    kind: 'failed',
    failure: code === 0 ? { code: 'incomplete_answer' } : toFailure(code, info),
  };
  return others.map((other) => byAccount.get(other) ?? missing);
}

/** Chat's `FollowType`, seen from `From_Account`. */
const SEEN_FROM_ACCOUNT = [
  { follows: false, isFollowed: false },
  { follows: false, isFollowed: true },
  { follows: true, isFollowed: false },
  { follows: true, isFollowed: true },
] as const;

function toFollows({ ResultCode: code, ResultInfo, FollowType }: Item): Follows | FailedAccount {
  if (code === undefined) return { kind: 'failed', failure: { code: 'upstream_changed' } };
  if (code !== 0) return { kind: 'failed', failure: toFailure(code, ResultInfo ?? '') };
  if (FollowType === undefined) return { kind: 'failed', failure: { code: 'incomplete_answer' } };
  return { kind: 'checked', ...SEEN_FROM_ACCOUNT[FollowType] };
}
