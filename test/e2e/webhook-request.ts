import { createHash } from 'node:crypto';
import { SDK_APP_ID } from './app-env.ts';

/** Must never leave the app, as `SECRET_KEY`. */
export const WEBHOOK_TOKEN = 'canary-5e1f0c9a77';

interface Changes {
  readonly token?: string;
  /** Written as it is. */
  readonly requestTime?: string;
  /** How far from the present it is signed. */
  readonly offsetSeconds?: number;
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/** The query of a webhook as Chat signs it. */
export function webhookQuery(
  command: string,
  { token = WEBHOOK_TOKEN, requestTime, offsetSeconds = 0, query }: Changes = {},
): string {
  const time = requestTime ?? String(Math.floor(Date.now() / 1000) + offsetSeconds);
  const fields: Record<string, string | undefined> = {
    SdkAppid: String(SDK_APP_ID),
    CallbackCommand: command,
    contenttype: 'json',
    ClientIP: '127.0.0.1',
    OptPlatform: 'RESTAPI',
    Sign: createHash('sha256').update(`${token}${time}`).digest('hex'),
    RequestTime: time,
    ...query,
  };
  const present = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return new URLSearchParams(present).toString();
}

export const FOLLOW = 'Follow.CallbackAfterFollowAdd';
export const UNFOLLOW = 'Follow.CallbackAfterFollowDelete';

/** The bodies, which are shaped differently. */
export const followBody = (from: string, to: readonly string[], at = Date.now()) => ({
  CallbackCommand: FOLLOW,
  From_Account: from,
  FollowList: to.map((account) => ({ To_Account: account })),
  EventTime: at,
});
export const unfollowBody = (from: string, to: readonly string[], at = Date.now()) => ({
  CallbackCommand: UNFOLLOW,
  From_Account: from,
  To_Account: to,
  EventTime: at,
});

/** Sends a webhook to an app. @param body sent as JSON, a text as it is */
export function sendWebhook(
  appUrl: string,
  body: string | { readonly CallbackCommand: string },
  changes?: Changes & { readonly command?: string; readonly method?: string },
): Promise<Response> {
  const command = changes?.command ?? (typeof body === 'string' ? FOLLOW : body.CallbackCommand);
  const method = changes?.method ?? 'POST';
  return fetch(`${appUrl}/tencent/webhook?${webhookQuery(command, changes)}`, {
    method,
    ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}
