import { z } from 'zod';
import { AppError } from '../errors.ts';

/** A count that isn't a whole number from 0 is as good as none; it must never turn into a 0. */
const Count = z.int().nonnegative().optional().catch(undefined);

const Item = z.object({
  To_Account: z.string(),
  ResultCode: z.int(),
  ResultInfo: z.string().nullish(),
  FollowerCount: Count,
  FollowingCount: Count,
  MutualFollowingCount: Count,
});

/** `ErrorDisplay` and `RequestId` come and go; what we don't use isn't asked for. */
const envelopeOf = <Items extends z.ZodType>(items: Items) =>
  z.object({ ActionStatus: z.string(), ErrorCode: z.int(), ErrorInfo: z.string().nullish(), FollowInfo: items });

/** As documented, nearly always: checked in one go, compiled, for less than a quarter of what parsing the JSON costs. */
const Documented = z.compile(envelopeOf(z.array(Item)));

/** Anything else: items are read one by one then, since one of another shape is that account's trouble, not its neighbours'. */
const Other = envelopeOf(z.array(z.unknown()).nullish());

const NamedItem = z.object({ To_Account: z.string() });

/** One account's part of the answer; `ResultCode` 0 is success, `undefined` an item of another shape than documented. */
export type FollowInfo = Partial<z.infer<typeof Item>> & Pick<z.infer<typeof Item>, 'To_Account'>;

/** The answer to one `follow_get_info` call. `code` is 0 only when `ActionStatus` is OK as well. */
export interface FollowInfoAnswer {
  readonly code: number;
  readonly info: string;
  readonly items: readonly FollowInfo[];
}

/** The request body. @param accounts 1–20 of them, each once */
export function writeRequest(fromAccount: string, accounts: readonly string[]): string {
  return JSON.stringify({ From_Account: fromAccount, To_Account: accounts });
}

/**
 * Reads Chat's answer.
 * @throws {AppError} `upstream_garbled` when it isn't JSON, `upstream_changed` (with field paths, not values) when its
 * shape is another
 */
export function readAnswer(body: string): FollowInfoAnswer {
  const json = parseJson(body);
  const documented = Documented.safeParse(json);
  const parsed = documented.success ? documented : Other.safeParse(json);
  if (!parsed.success) {
    const paths = parsed.error.issues.map((issue) => issue.path.join('.') || '(root)');
    throw new AppError('upstream_changed', `follow_get_info answered another shape at ${paths.slice(0, 5).join(', ')}`);
  }
  const { ActionStatus, ErrorCode, ErrorInfo } = parsed.data;
  if (ErrorCode === 0 && ActionStatus !== 'OK') {
    throw new AppError('upstream_changed', 'follow_get_info answered FAIL with ErrorCode 0');
  }
  const items = documented.success ? documented.data.FollowInfo : (parsed.data.FollowInfo ?? []).flatMap(readItem);
  return { code: ErrorCode, info: ErrorInfo ?? '', items };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The parser's message quotes the body, which isn't ours to repeat.
    throw new AppError('upstream_garbled', `follow_get_info answered ${body.length} characters that are not JSON`);
  }
}

/** An item that doesn't even name its account is dropped: the account then has no item, and has failed for that. */
function readItem(value: unknown): readonly FollowInfo[] {
  const { data } = Item.safeParse(value);
  const named = data ?? NamedItem.safeParse(value).data;
  return named ? [named] : [];
}
