import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { ChatOptions } from '../chat.ts';
import { createUserSig } from '../user-sig.ts';

/** What Chat answered to one call, whatever its form. */
export interface RawAnswer {
  readonly status: number;
  /** Names of the answer's headers that speak of a limit. */
  readonly limitHeaders: readonly string[];
  /** `ErrorCode`. */
  readonly code: number;
  readonly items: readonly RawItem[];
  readonly cursor: string | undefined;
  readonly hasFailList: boolean;
}

/** One account of an answer. */
interface RawItem {
  readonly account: string;
  /** 0 where the item has none, as in lists. */
  readonly code: number;
  /** Whether it holds a count. */
  readonly hasCounts: boolean;
  /** Unix time of a relation, in Chat's unit. */
  readonly at: number | undefined;
}

/** Chat's commands that are asked, each a read. */
export type ProbedCommand = 'follow_get_info' | 'follow_check' | 'follow_get' | 'portrait_get';

/** Makes one call exactly as given. @throws {AppError} when no answer comes, or none of Chat's form */
export type Ask = (command: ProbedCommand, body: object, signed?: 'rightly' | 'wrongly') => Promise<RawAnswer>;

const Item = z.object({
  To_Account: z.string(),
  ResultCode: z.int().optional(),
  FollowerCount: z.unknown().optional(),
  FollowTime: z.number().optional(),
});
const Envelope = z.object({
  ErrorCode: z.int(),
  ...Object.fromEntries(
    ['FollowInfo', 'ResultItem', 'FollowItem', 'UserProfileItem'].map((list) => [list, z.array(Item).nullish()]),
  ),
  NextCursor: z.string().optional().catch(undefined),
  Fail_Account: z.array(z.unknown()).nullish(),
});

const LIMIT_HEADER = /rate|limit|retry|quota/i;

/** Makes an `Ask` of one Chat app. It neither retries nor keeps to a budget. */
export function createAsk(options: ChatOptions): Ask {
  const { baseUrl, sdkAppId, secretKey, admin, dispatcher, timeoutMs, random } = options;
  const { origin, pathname } = new URL(baseUrl);
  const prefix = pathname.replace(/\/$/, '');
  const signatures = {
    rightly: createUserSig({ ...options, identifier: admin }),
    // Of the right form, by another key.
    wrongly: createUserSig({ ...options, secretKey: [...secretKey].toReversed().join('-'), identifier: admin }),
  };

  return async (command, content, signed = 'rightly') => {
    const query = new URLSearchParams({ sdkappid: String(sdkAppId), identifier: admin, contenttype: 'json' });
    const folder = command === 'portrait_get' ? 'profile' : 'follow';
    const id = Math.floor(random() * 2 ** 32);
    const path = `${prefix}/v4/${folder}/${command}?${query}&usersig=${signatures[signed].current()}&random=${id}`;
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, origin, path } as const;
    let answer: { readonly status: number; readonly headers: readonly string[]; readonly text: string };
    try {
      const timeouts = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
      const response = await dispatcher.request({ ...request, ...timeouts, body: JSON.stringify(content) });
      const text = await response.body.text();
      answer = { status: response.statusCode, headers: Object.keys(response.headers), text };
    } catch {
      // The error may hold the address, and that the signature.
      throw new AppError('upstream_unreachable', `${command} got no answer`);
    }
    return readAnswer(command, answer);
  };
}

function readAnswer(
  command: string,
  { status, headers, text }: { readonly status: number; readonly headers: readonly string[]; readonly text: string },
): RawAnswer {
  const data = parse(text);
  if (!data)
    throw new AppError('upstream_garbled', `${command} got an answer of HTTP ${status} that is none of Chat’s`);
  const lists = [data.FollowInfo, data.ResultItem, data.FollowItem, data.UserProfileItem] as readonly (
    | readonly z.infer<typeof Item>[]
    | null
    | undefined
  )[];
  return {
    status,
    limitHeaders: headers.filter((name) => LIMIT_HEADER.test(name)).toSorted(),
    code: data.ErrorCode,
    items: lists.flatMap((list) => list ?? []).map(toItem),
    cursor: data.NextCursor,
    hasFailList: Boolean(data.Fail_Account),
  };
}

function toItem({ To_Account, ResultCode = 0, FollowerCount, FollowTime }: z.infer<typeof Item>): RawItem {
  return { account: To_Account, code: ResultCode, hasCounts: FollowerCount !== undefined, at: FollowTime };
}

function parse(text: string): (z.infer<typeof Envelope> & Readonly<Record<string, unknown>>) | undefined {
  try {
    return Envelope.safeParse(JSON.parse(text)).data as ReturnType<typeof parse>;
  } catch {
    return undefined;
  }
}
