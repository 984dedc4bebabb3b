import { onTestFinished } from 'vitest';
import { createHttpServer } from '../../../src/ops/http/http-server.ts';
import { createSlackConnection, type SlackConnection } from '../../../src/slack/connection/bolt.ts';
import type { ClaimRequest } from '../../../src/slack/connection/claim-requests.ts';
import { createRecipients } from '../../../src/slack/sending/recipient.ts';
import { createUnhandled } from '../../../src/slack/unhandled.ts';
import type { SlackDirectory } from '../../../src/slack/web-api/directory.ts';
import {
  createPostingClient,
  createWebClient,
  type PostingClient,
  type WebClient,
} from '../../../src/slack/web-api/web-api.ts';
import { createWorkTurns } from '../../../src/slack/work-turns.ts';
import { systemTimers } from '../../../src/timers.ts';
import { openWorkspace } from '../../demo/slack/open-workspace.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';
import { openPostJson } from '../sending/open-post-json.ts';
import { identify } from './identify.ts';

/** What listeners are made with. */
interface Parts {
  readonly web: WebClient;
  readonly posting: PostingClient;
  readonly directory: Pick<SlackDirectory, 'reader' | 'readerAtOnce'>;
  readonly recipientOf: ReturnType<typeof createRecipients>;
  readonly log: ReturnType<typeof openLog>['log'];
}

interface Options {
  readonly mode?: 'http' | 'socket';
  /** Adds the listeners to try. */
  readonly register?: (app: SlackConnection['app'], parts: Parts) => void;
  readonly claimRequest?: ClaimRequest;
}

/** The app's end of Slack without the app: a workspace, a connection to it, and only the listeners of the test. */
export async function openConnection({ mode = 'http', register, claimRequest = async () => true }: Options = {}) {
  const workspace = await openWorkspace();
  const { apiUrl, credentials } = workspace;
  const { botToken, appToken, signingSecret } = credentials;
  const { sink, log, logger } = openLog();
  const web = createWebClient({ botToken, apiUrl, logger, fetch, now: Date.now });
  const posting = createPostingClient({ botToken, apiUrl, logger, fetch, now: Date.now });
  const directory = { reader: async () => readerOf(), readerAtOnce: async () => readerOf() };
  const recipientOf = createRecipients({
    ...{ web, posting, postJson: openPostJson(), log },
    readerOf: directory.reader,
    now: Date.now,
    timers: systemTimers,
    tellInHome: async () => {
      throw new Error('no Home is open here');
    },
  });
  const connection = createSlackConnection({
    mode: mode === 'http' ? { mode, signingSecret } : { mode, appToken },
    botToken,
    apiUrl,
    identity: await identify(web),
    unhandled: createUnhandled({ recipientOf, web, directory, log }),
    turns: createWorkTurns(),
    log,
    claimRequest,
    // What is owed after a kill is for test/e2e.
    owedAnswers: { begin: () => undefined },
    logger,
    fetch,
    now: Date.now,
  });
  register?.(connection.app, { web, posting, directory, recipientOf, log });
  const { handle } = connection;
  let requestUrl = '';
  if (handle) {
    const routes = [{ method: 'POST', path: '/slack/events', handle }] as const;
    const server = createHttpServer({ host: '127.0.0.1', port: 0, log, routes });
    requestUrl = `http://127.0.0.1:${await server.listen()}/slack/events`;
    workspace.setRequestUrl(requestUrl);
    onTestFinished(() => server.close());
  } else {
    await connection.start();
    await workspace.socketConnected();
    onTestFinished(() => connection.drain());
  }
  return { workspace, connection, requestUrl, sink };
}
