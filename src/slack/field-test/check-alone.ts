import { ConfigError } from '../../errors.ts';
import { appTokenError } from '../connection/connect-error.ts';
import { countConnections } from '../connection/count-connections.ts';
import { createSocketDispatcher } from '../connection/socket-proxy.ts';
import { createBoltLogger } from '../web-api/bolt-logger.ts';
import { createSlackFetch } from '../web-api/slack-fetch.ts';
import type { SlackFieldTest } from './slack-field-test.ts';

type Options = Pick<SlackFieldTest, 'slack' | 'proxy' | 'fetch' | 'now' | 'log'>;

/**
 * Resolves when no app of these tokens is connected over Socket Mode: Slack spreads what people do over all connections, so that the
 * test and a running app would each get a part of it. Where Slack can't be reached, a trial says so later.
 * @throws {ConfigError} when one is, or when Slack rejects the app-level token for good
 */
export async function checkAlone({ slack, proxy, fetch, now, log }: Options): Promise<void> {
  if (slack.mode !== 'socket') return;
  const { appToken, apiUrl } = slack;
  const count = await countConnections({
    ...{ appToken, apiUrl, logger: createBoltLogger(log), fetch: createSlackFetch(fetch, now) },
    dispatcher: proxy && createSocketDispatcher(proxy),
  }).catch((error: unknown) => {
    const fault = appTokenError(error);
    if (fault) throw fault;
    log.warn({ err: error }, 'it is not known whether an app is connected beside the field test');
    return undefined;
  });
  if (count === undefined || count <= 1) return;
  throw new ConfigError([
    'the app is connected over Socket Mode and would get a part of what people do: stop it, wait a minute until Slack has noticed, and try again, or test with the tokens of another Slack app',
  ]);
}
