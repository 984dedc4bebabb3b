import { z } from 'zod';
import type { Nickname } from '../followstats/names/ports.ts';
import type { AccountId, FailedAccount } from '../followstats/types.ts';
import { type ChatAnswer, type ChatCommand, readShape } from './chat.ts';
import { toFailure } from './error-codes.ts';

/** Chat's limit on `To_Account` of one call. */
export const PROFILES_PER_CALL = 100;

const NAME = 'portrait_get';
const NICK = 'Tag_Profile_IM_Nick';

/**
 * What an account calls itself. Asks about at most 100 accounts, each once, for their nicknames alone, and answers for each in the
 * order asked.
 */
export const portraitGet: ChatCommand<readonly AccountId[], readonly (Nickname | FailedAccount)[]> = {
  name: NAME,
  path: `v4/profile/${NAME}`,
  write: (accounts) => ({ To_Account: accounts, TagList: [NICK] }),
  read: (answer, accounts) => joinItems(accounts, readItems(answer)),
};

const Answer = z.object({ UserProfileItem: z.array(z.unknown()).nullish() });

/** An item of another shape than documented is the fault of its account alone. */
const Item = z.compile(
  z.object({
    To_Account: z.string(),
    ResultCode: z.int().optional().catch(undefined),
    ResultInfo: z.string().nullish().catch(undefined),
    ProfileItem: z.array(z.unknown()).nullish().catch(undefined),
  }),
);
type Item = z.infer<typeof Item>;

const Tag = z.object({ Tag: z.literal(NICK), Value: z.string() });

/** An item that doesn't even name its account is dropped. */
function readItems({ body }: ChatAnswer): readonly Item[] {
  const { UserProfileItem: items } = readShape(Answer, body, NAME);
  return (items ?? []).flatMap((item) => Item.safeParse(item).data ?? []);
}

/** Joins items to what was asked, by UserID and exact case: order, doubles and items of other accounts don't matter. */
function joinItems(accounts: readonly AccountId[], items: readonly Item[]): readonly (Nickname | FailedAccount)[] {
  const byAccount = new Map<string, Nickname | FailedAccount>();
  for (const item of items) {
    if (byAccount.get(item.To_Account)?.kind !== 'found') byAccount.set(item.To_Account, toNickname(item));
  }
  const missing: FailedAccount = { kind: 'failed', failure: { code: 'incomplete_answer' } };
  return accounts.map((account) => byAccount.get(account) ?? missing);
}

/** Fields that were never set may be absent; an empty nickname is none. */
function toNickname({ ResultCode: code, ResultInfo, ProfileItem: tags }: Item): Nickname | FailedAccount {
  if (code === undefined) return { kind: 'failed', failure: { code: 'upstream_changed' } };
  if (code !== 0) return { kind: 'failed', failure: toFailure(code, ResultInfo ?? '') };
  const [nickname] = (tags ?? []).flatMap((tag) => Tag.safeParse(tag).data?.Value ?? []);
  return { kind: 'found', nickname: nickname || undefined };
}
