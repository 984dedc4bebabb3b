import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { FollowEvent } from '../followstats/events/ports.ts';
import { readAccountId } from '../followstats/typed/account-id.ts';
import type { AccountId } from '../followstats/types.ts';

/** The largest body that is read, bytes. One webhook names 20 accounts at most: a few kilobytes. */
export const MOST_WEBHOOK_BYTES = 64 * 1024;

/** All that Chat wants to read; it ignores whatever else is said after the event. */
export const WEBHOOK_ANSWER = JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' });

/** Why a request isn't Chat's, or isn't meant for this app. */
export type UnsignedReason = 'forged' | 'stale' | 'other-app';

/** Takes webhooks apart; neither function throws. */
export interface WebhookReader {
  /** Says why a request's query isn't that of one of Chat's own webhooks to this app; `undefined` when it is. */
  findUnsigned(query: URLSearchParams): UnsignedReason | undefined;
  /**
   * Reads the body of a request whose query was found right.
   * @returns its events, each once and at least one; `ignored` for a webhook of another kind; `malformed` for what isn't JSON, has another
   *   shape, or is of another command than the query says
   */
  read(query: URLSearchParams, body: string): readonly FollowEvent[] | 'ignored' | 'malformed';
}

interface Options {
  readonly sdkAppId: number;
  /** As it stands in Chat's console beside the URL. */
  readonly token: string;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Chat's own rule: what is older may be a request that was captured. */
const WINDOW_MS = 60_000;

const Account = z.string().transform((text, context): AccountId => {
  const read = readAccountId(text);
  if (text !== '' && 'id' in read) return read.id;
  context.addIssue({ code: 'custom', message: 'no UserID' });
  return z.NEVER;
});
/** The latest that JavaScript's dates know. */
const EventTime = z.int().positive().max(8_640_000_000_000_000);
const Common = { From_Account: Account, EventTime };
const Followed = z.object({ ...Common, FollowList: z.array(z.object({ To_Account: Account })).min(1) });
const Unfollowed = z.object({ ...Common, To_Account: z.array(Account).min(1) });
const AnyCommand = z.object({ CallbackCommand: z.string() });

/** Makes a `WebhookReader`. */
export function createWebhookReader({ sdkAppId, token, now }: Options): WebhookReader {
  function isSigned(sign: string, requestTime: string): boolean {
    const own = createHash('sha256')
      .update(token + requestTime)
      .digest('hex');
    // Hashed once more, so that both have one length whatever was sent, and the time says nothing of where they differ.
    return timingSafeEqual(digest(own), digest(sign.toLowerCase()));
  }

  return {
    findUnsigned(query) {
      const [sign, requestTime, appId] = [only(query, 'Sign'), only(query, 'RequestTime'), only(query, 'SdkAppid')];
      if (sign === undefined || requestTime === undefined || !isSigned(sign, requestTime)) return 'forged';
      if (!/^\d{1,12}$/.test(requestTime)) return 'stale';
      if (Math.abs(now() - Number(requestTime) * 1000) > WINDOW_MS) return 'stale';
      return appId === String(sdkAppId) ? undefined : 'other-app';
    },
    read(query, text) {
      const body = parse(text);
      const command = only(query, 'CallbackCommand');
      const named = AnyCommand.safeParse(body).data?.CallbackCommand;
      if (command === undefined || named !== command) return 'malformed';
      switch (command) {
        case 'Follow.CallbackAfterFollowAdd': {
          const { data } = Followed.safeParse(body);
          return data
            ? toEvents(
                'follow',
                data,
                data.FollowList.map((one) => one.To_Account),
              )
            : 'malformed';
        }
        case 'Follow.CallbackAfterFollowDelete': {
          const { data } = Unfollowed.safeParse(body);
          return data ? toEvents('unfollow', data, data.To_Account) : 'malformed';
        }
        default:
          return 'ignored';
      }
    },
  };
}

/** @returns the value of a parameter that is there once */
function only(query: URLSearchParams, name: string): string | undefined {
  const [value, second] = query.getAll(name);
  return second === undefined ? value : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toEvents(
  kind: FollowEvent['kind'],
  { From_Account: follower, EventTime: at }: { readonly From_Account: AccountId; readonly EventTime: number },
  accounts: readonly AccountId[],
): readonly FollowEvent[] {
  return [...new Set(accounts)].map((account) => ({ kind, follower, account, at }));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
