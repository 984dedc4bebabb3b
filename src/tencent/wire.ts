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
const Envelope = z.object({
  ActionStatus: z.string(),
  ErrorCode: z.int(),
  ErrorInfo: z.string().nullish(),
  // Read one by one: an item of another shape is that account's trouble, not its neighbours'.
  FollowInfo: z.array(z.unknown()).nullish(),
});

const NamedItem = z.object({ To_Account: z.string() });

/** One account's part of the answer; `code` 0 is success, `undefined` an item of another shape than documented. */
export interface FollowInfo {
  readonly account: string;
  readonly code: number | undefined;
  readonly info: string;
  readonly followers: number | undefined;
  readonly following: number | undefined;
  readonly mutual: number | undefined;
}

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
  const parsed = Envelope.safeParse(parseJson(body));
  if (!parsed.success) {
    const paths = parsed.error.issues.map((issue) => issue.path.join('.') || '(root)');
    throw new AppError('upstream_changed', `follow_get_info answered another shape at ${paths.slice(0, 5).join(', ')}`);
  }
  const { ActionStatus, ErrorCode, ErrorInfo, FollowInfo } = parsed.data;
  if (ErrorCode === 0 && ActionStatus !== 'OK') {
    throw new AppError('upstream_changed', 'follow_get_info answered FAIL with ErrorCode 0');
  }
  return { code: ErrorCode, info: ErrorInfo ?? '', items: (FollowInfo ?? []).flatMap(readItem) };
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
  const { data: item } = Item.safeParse(value);
  if (!item) {
    const { data: named } = NamedItem.safeParse(value);
    return named ? [{ account: named.To_Account, code: undefined, info: '', ...NO_COUNTS }] : [];
  }
  return [
    {
      account: item.To_Account,
      code: item.ResultCode,
      info: item.ResultInfo ?? '',
      followers: item.FollowerCount,
      following: item.FollowingCount,
      mutual: item.MutualFollowingCount,
    },
  ];
}

const NO_COUNTS = { followers: undefined, following: undefined, mutual: undefined };
