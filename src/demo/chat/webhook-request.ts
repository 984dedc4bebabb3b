import { createHash } from 'node:crypto';
import type { JsonObject } from './command.ts';
import type { FollowChange } from './follow-change.ts';

/** One webhook as it leaves: posted as JSON to the URL that the console has, with these parameters. */
export interface WebhookRequest {
  readonly query: URLSearchParams;
  readonly body: JsonObject;
}

interface Options {
  readonly sdkAppId: number;
  /** Undefined: authentication isn't switched on in the console. */
  readonly token: string | undefined;
  /** When it happened, Unix milliseconds. */
  readonly happenedAt: number;
  /** When it is sent, Unix milliseconds. */
  readonly sentAt: number;
  /** Who made it happen: the REST API, or a client. */
  readonly platform: 'RESTAPI' | 'Web';
}

/** The webhook of a change (1047/70355, 70356). The two bodies are shaped differently: objects after following, text after unfollowing. */
export function createWebhookRequest({ kind, follower, accounts }: FollowChange, options: Options): WebhookRequest {
  const { sdkAppId, token, happenedAt, sentAt, platform } = options;
  const command = kind === 'follow' ? 'Follow.CallbackAfterFollowAdd' : 'Follow.CallbackAfterFollowDelete';
  const targets =
    kind === 'follow' ? { FollowList: accounts.map((id) => ({ To_Account: id })) } : { To_Account: accounts };
  const requestTime = String(Math.floor(sentAt / 1000));
  return {
    query: new URLSearchParams({
      SdkAppid: String(sdkAppId),
      CallbackCommand: command,
      contenttype: 'json',
      ClientIP: '127.0.0.1',
      OptPlatform: platform,
      ...(token !== undefined && { Sign: signWebhook(token, requestTime), RequestTime: requestTime }),
    }),
    body: { CallbackCommand: command, From_Account: follower, ...targets, EventTime: happenedAt },
  };
}

/** The documented signature (1047/34354): hex of sha256 of the token and the Unix seconds, one behind the other. */
export function signWebhook(token: string, requestTime: string): string {
  return createHash('sha256').update(token).update(requestTime).digest('hex');
}
