import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import {
  createPostingClient,
  createWebClient,
  type PostingClient,
  platformError,
  reasonOf,
} from '../../../src/slack/web-api/web-api.ts';
import { openWorkspace } from '../../demo/slack/open-workspace.ts';
import { identify } from '../connection/identify.ts';
import { json, openServer, type Served, type ServedAnswer } from '../connection/open-server.ts';
import { openLog } from '../open-log.ts';

const TOKEN = 'xoxb-the-secret-part';
const throttled: ServedAnswer = { status: 429, headers: { 'retry-after': '0' } };
const busy: ServedAnswer = { status: 503 };
const bot = { ok: true, team_id: 'T1', bot_id: 'B1', user_id: 'U0BOT' };

async function open(answers: readonly Served[]) {
  const { url, requests } = await openServer(...answers);
  const { sink, logger } = openLog();
  return {
    requests,
    sink,
    web: createWebClient({ botToken: TOKEN, apiUrl: `${url}/api/`, logger, fetch, now: Date.now }),
  };
}

const thrownBy = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('whose app it is', () => {
  test('is asked with the token, of the API root that is configured', async () => {
    const { web, requests } = await open([json({ ...bot, enterprise_id: 'E1' })]);
    const identity = { teamId: 'T1', enterpriseId: 'E1', botId: 'B1', botUserId: 'U0BOT' };
    expect(await identify(web)).toEqual(identity);
    expect(requests).toMatchObject([{ path: '/api/auth.test', headers: { authorization: `Bearer ${TOKEN}` } }]);
  });

  test('is what the workspace says', async () => {
    const { apiUrl, credentials, botUserId } = await openWorkspace();
    const web = createWebClient({
      botToken: credentials.botToken,
      apiUrl,
      logger: openLog().logger,
      fetch,
      now: Date.now,
    });
    expect(await identify(web)).toMatchObject({ teamId: 'T0TEAM', enterpriseId: undefined, botUserId });
  });

  test.each(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'no_permission'])(
    '%s is a fault of SLACK_BOT_TOKEN, reported without its value',
    async (error) => {
      const { web } = await open([json({ ok: false, error })]);
      const thrown = await thrownBy(identify(web));
      expect(thrown).toBeInstanceOf(ConfigError);
      expect(thrown).toMatchObject({ faults: [`SLACK_BOT_TOKEN was refused by Slack (${error})`] });
      expect(inspect(thrown, { depth: 9, showHidden: true })).not.toContain('the-secret-part');
    },
  );

  test('a token of no bot is a fault of the configuration, too', async () => {
    const { web } = await open([json({ ok: true, team_id: 'T1', user_id: 'U1' })]);
    const faults = ['SLACK_BOT_TOKEN is not the token of a bot user'];
    expect(await thrownBy(identify(web))).toMatchObject({ name: 'ConfigError', faults });
  });

  test.each<[string, Served, string]>([
    ['an error of its own', json({ ok: false, error: 'internal_error' }), 'internal_error'],
    ['a 429', throttled, 'ratelimited'],
    ['a 429 that doesn’t say for how long', { status: 429 }, 'ratelimited'],
    ['an answer that breaks off', 'break-off', 'SocketError'],
    ['a 503', busy, 'HTTP 503'],
    ['a broken connection', 'reset', 'SocketError'],
  ])('after %s of Slack’s it is asked again, and the reason reported', async (_, failure, reason) => {
    const { web } = await open([failure, failure, json(bot)]);
    const reasons: string[] = [];
    expect(await identify(web, (why) => reasons.push(why))).toMatchObject({ botUserId: 'U0BOT' });
    expect(reasons[0]).toContain(reason);
  });
});

describe('for a person who waits', () => {
  test('a 429 rejects and is not waited for', async () => {
    const { web, requests } = await open([{ ...throttled, headers: { 'retry-after': '30' } }]);
    expect(await thrownBy(web.auth.test())).toBeInstanceOf(Error);
    expect(requests).toHaveLength(1);
  });

  test.each<[string, Served]>([
    ['a 503', busy],
    ['a broken connection', 'reset'],
  ])('%s is tried once more', async (_, failure) => {
    const transient = await open([failure, json(bot)]);
    await expect(transient.web.auth.test()).resolves.toMatchObject({ team_id: 'T1' });
    const staying = await open([failure]);
    expect(platformError(await thrownBy(staying.web.auth.test()))).toBeUndefined();
    expect(staying.requests).toHaveLength(2);
  });
});

test.each<[string, ServedAnswer, string]>([
  ['an error of Slack’s is named by its code', json({ ok: false, error: 'not_in_channel' }), 'not_in_channel'],
  [
    'a page of a proxy is not taken for one',
    { body: '<html>Log in at our gate</html>' },
    'an answer that is not Slack’s',
  ],
  ['nor is one without markup', { body: 'x'.repeat(100_000) }, 'an answer that is not Slack’s'],
])('%s', async (_, answer, reason) => {
  const { web } = await open([answer]);
  expect(reasonOf(await thrownBy(web.auth.test()))).toBe(reason);
});

test('no failure puts the token into the log', async () => {
  for (const answer of [throttled, busy, 'reset', json({ ok: false, error: 'invalid_auth' })] as const) {
    const { web, sink } = await open([answer]);
    await thrownBy(web.auth.test());
    expect(sink.lines.join()).not.toContain('the-secret-part');
  }
});

test.each([new Error('invalid_auth'), undefined, 'invalid_auth', { data: { error: 'invalid_auth' } }])(
  '%s is no rejection by Slack',
  (error) => expect(platformError(error)).toBeUndefined(),
);

test('only a client that makes each call once posts', () => {
  const options = { botToken: TOKEN, apiUrl: undefined, logger: openLog().logger, fetch, now: Date.now };
  const post = (client: PostingClient) => client;
  expect(post(createPostingClient(options))).toBeInstanceOf(Object);
  // @ts-expect-error: this one makes a call again that Slack may have taken
  post(createWebClient(options));
});
