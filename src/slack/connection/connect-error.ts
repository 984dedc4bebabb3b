import { webApi } from '@slack/bolt';
import { SMWebsocketError } from '@slack/socket-mode';
import { ConfigError } from '../../errors.ts';
import { isFinalTokenError } from '../web-api/token-errors.ts';
import { platformError, reasonOf } from '../web-api/web-api.ts';

/** A connection that ended before it was ready; its message says why and holds nothing that is secret. */
export class SocketEndedError extends Error {
  override readonly name = 'SocketEndedError';
}

/** Why no connection came about, in a few words for the log: Slack's code, the network's, or what happened. */
export function describeConnectError(error: unknown): string {
  if (error instanceof SocketEndedError) return error.message;
  const reason = reasonOf(error);
  // The SDK's words for a rejected upgrade are those of any failed request.
  return error instanceof SMWebsocketError && !/^E[A-Z]+$/.test(reason) ? 'the WebSocket was refused' : reason;
}

/** How long Slack asks to be left alone, milliseconds; `undefined` when the error says nothing of that. */
export function retryAfterMs(error: unknown): number | undefined {
  return error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : undefined;
}

/** The fault of the configuration that an error of `apps.connections.open` shows; `undefined` for one that may pass. */
export function appTokenError(error: unknown): ConfigError | undefined {
  const code = platformError(error);
  if (!isFinalTokenError('app', code)) return undefined;
  return new ConfigError([
    `SLACK_APP_TOKEN was refused by Slack (${code}); it must be an app-level token (xapp-…) of this app with the scope connections:write`,
  ]);
}
