import { ConfigError } from '../../errors.ts';
import { isFinalTokenError } from '../web-api/token-errors.ts';
import { platformError } from '../web-api/web-api.ts';

/** The fault of the configuration that an error of `apps.connections.open` shows; `undefined` for one that may pass. */
export function appTokenError(error: unknown): ConfigError | undefined {
  const code = platformError(error);
  if (!isFinalTokenError('app', code)) return undefined;
  return new ConfigError([
    `SLACK_APP_TOKEN was refused by Slack (${code}); it must be an app-level token (xapp-…) of this app with the scope connections:write`,
  ]);
}
