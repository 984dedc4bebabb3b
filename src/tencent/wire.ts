import { z } from 'zod';
import { AppError } from '../errors.ts';

const Count = z.int().nonnegative();
/** A count that isn't a whole number from 0 is as good as none; it must never turn into a 0. */
const CountOrNone = Count.optional().catch(undefined);

/**
 * Everything was read, as nearly always: only looked at, compiled, since a copy would be one more to collect. Nothing in it is
 * optional: each such field would be a closure. Together that was a sixth of all that a burst of look-ups allocates.
 */
const Read = z.compile(
  z.object({
    ActionStatus: z.literal('OK'),
    ErrorCode: z.literal(0),
    ErrorInfo: z.string(),
    FollowInfo: z.array(
      z.object({
        To_Account: z.string(),
        ResultCode: z.literal(0),
        ResultInfo: z.string(),
        FollowerCount: Count,
        FollowingCount: Count,
        MutualFollowingCount: Count,
      }),
    ),
  }),
);

/**
 * Anything else: items are read one by one then, since one of another shape is that account's trouble, not its neighbours'.
 * `ErrorDisplay` and `RequestId` come and go; what we don't use isn't asked for.
 */
const Other = z.object({
  ActionStatus: z.string(),
  ErrorCode: z.int(),
  ErrorInfo: z.string().nullish(),
  FollowInfo: z.array(z.unknown()).nullish(),
});

const Item = z.compile(
  z.object({
    To_Account: z.string(),
    ResultCode: z.int(),
    ResultInfo: z.string().nullish(),
    FollowerCount: CountOrNone,
    FollowingCount: CountOrNone,
    MutualFollowingCount: CountOrNone,
  }),
);

const NamedItem = z.object({ To_Account: z.string() });

/**
 * One account's part of the answer; `ResultCode` 0 is success, `undefined` an item of another shape than documented. It may hold
 * fields besides these.
 */
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
  if (z.validate(Read, json)) return { code: 0, info: json.ErrorInfo, items: json.FollowInfo };
  const parsed = Other.safeParse(json);
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
  const { data } = Item.safeParse(value);
  const named = data ?? NamedItem.safeParse(value).data;
  return named ? [named] : [];
}
