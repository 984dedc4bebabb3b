import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createServer } from 'node:tls';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type ChatServer, createChatServer } from '../../src/demo/chat/server.ts';
import { seedWorkspace } from '../../src/demo/slack/seed.ts';
import type { Message } from '../../src/demo/slack/types.ts';
import { createWorkspace } from '../../src/demo/slack/workspace.ts';
import type { Workspace } from '../../src/demo/slack/workspace-types.ts';
import { openProxy } from '../forward-proxy.ts';
import { selfSigned } from '../self-signed.ts';
import { appEnv } from './app-env.ts';
import { runNode } from './node-process.ts';
import { CHANNELS, PEOPLE, SECRET_KEY } from './world.ts';

const LOGIN = 'proxy-user:hush-hush-proxy';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-proxy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const hostOf = (url: string) => new URL(url).host;

describe('a network that only a proxy leaves', () => {
  let chat: ChatServer;
  let slack: Workspace;
  beforeEach(async () => {
    chat = await createChatServer({
      sdkAppId: 1400000000,
      secretKey: SECRET_KEY,
      admins: ['administrator'],
      accounts: Array.from({ length: 60 }, (_, n) => `user_${n}`),
      follows: [],
    });
    const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8');
    slack = await createWorkspace({ ...seedWorkspace(), manifest });
  });
  afterEach(async () => {
    await Promise.all([chat.close(), slack.close()]);
  });

  const place = { personId: PEOPLE.viewer, channelId: CHANNELS.community };

  /** Starts the app, and asks it once. @param env what matters to the test */
  async function start(env: Readonly<Record<string, string>>, cwd?: string) {
    const app = runNode(
      'src/main.ts',
      [],
      {
        ...appEnv({ slack, chat, dataFolder: temporaryFolder() }),
        FOLLOWSTATS_VIEWERS: PEOPLE.viewer,
        CACHE_TTL_SECONDS: '0',
        LOG_LEVEL: 'trace',
        ...env,
      },
      cwd,
    );
    onTestFinished(() => app.kill('SIGKILL'));
    const [, port] = await app.says(/"port":(\d+).*"ready"/);
    if (env.SLACK_APP_TOKEN) await slack.socketConnected();
    else slack.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
    return app;
  }

  async function ask(text: string): Promise<string> {
    const since = slack.mark();
    await slack.type({ ...place, text });
    const matches = (message: Message) => !message.text.startsWith('This takes a little longer. ');
    return (await slack.waitForMessage({ ...place, since, matches })).text;
  }

  /** Names that no resolver knows, so that what doesn't go through the proxy fails. */
  function hidden() {
    const hosts = { 'slack.invalid': hostOf(slack.apiUrl), 'chat.invalid': hostOf(chat.url) };
    const env = {
      SLACK_API_URL: slack.apiUrl.replace(hostOf(slack.apiUrl), 'slack.invalid'),
      TENCENT_BASE_URL: 'http://chat.invalid',
    };
    return { hosts, env };
  }

  test('Slack’s Web API, its response URLs and Chat are all reached through it, and its password is no part of the log', async () => {
    const { hosts, env } = hidden();
    const proxy = await openProxy({ hosts, login: LOGIN });
    const app = await start({ ...env, NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxy.url });
    expect(await ask('/followstats user_1')).toMatch(/^\w+ · \d+ followers? /);
    app.kill('SIGTERM');
    expect(await app.ended).toBe(0);
    const log = proxy.log.join('\n');
    for (const host of ['slack.invalid', hostOf(slack.apiUrl), 'POST http://chat.invalid/v4/follow/follow_get_info'])
      expect(log).toContain(host);
    for (const secret of ['hush-hush-proxy', Buffer.from(LOGIN).toString('base64')])
      expect(app.stdout() + app.stderr()).not.toContain(secret);
  });

  test('a .env switches it on, too', async () => {
    const { hosts, env } = hidden();
    const proxy = await openProxy({ hosts });
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), `NODE_USE_ENV_PROXY=1\nhttp_proxy=${proxy.url}\n`);
    await start(env, folder);
    expect(await ask('/followstats user_1')).toMatch(/^\w+ · \d+ followers? /);
  });

  test('Node’s own flag in NODE_OPTIONS switches it on, too, for Slack and for Chat', async () => {
    const { hosts, env } = hidden();
    const proxy = await openProxy({ hosts });
    await start({ ...env, NODE_OPTIONS: '--no-deprecation --use-env-proxy', HTTP_PROXY: proxy.url });
    expect(await ask('/followstats user_1')).toMatch(/^\w+ · \d+ followers? /);
  });

  test.each([
    ['Chat', () => hostOf(chat.url), () => hostOf(slack.apiUrl)],
    ['Slack', () => hostOf(slack.apiUrl), () => hostOf(chat.url)],
  ])('NO_PROXY lets %s be reached directly, and the other not', async (_, exempt, proxied) => {
    const proxy = await openProxy();
    await start({ NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxy.url, NO_PROXY: exempt() });
    expect(await ask('/followstats user_1')).toMatch(/^\w+ · \d+ followers? /);
    expect(proxy.log.join('\n')).toContain(proxied());
    expect(proxy.log.join('\n')).not.toContain(exempt());
  });

  test('without NODE_USE_ENV_PROXY nothing goes through it', async () => {
    const proxy = await openProxy();
    await start({ HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url });
    expect(await ask('/followstats user_1')).toMatch(/^\w+ · \d+ followers? /);
    expect(proxy.log).toEqual([]);
  });

  test('Slack’s socket goes through a tunnel of it', async () => {
    const proxy = await openProxy({ login: LOGIN });
    const { appToken } = slack.credentials;
    const app = await start({
      NODE_USE_ENV_PROXY: '1',
      HTTP_PROXY: proxy.url,
      SLACK_APP_TOKEN: appToken,
      NO_PROXY: 'chat.test',
    });
    expect(await ask('/followstats user_1')).toMatch(/^\w+ · \d+ followers? /);
    // Slack's Web API is only ever posted to.
    expect(proxy.log).toContainEqual(expect.stringMatching(/^in a tunnel: GET /));
    app.kill('SIGTERM');
    expect(await app.ended).toBe(0);
  });

  test('Chat over TLS goes through tunnels that are kept, by the authority of NODE_EXTRA_CA_CERTS', async () => {
    const certificate = selfSigned('chat.invalid');
    const ca = join(temporaryFolder(), 'ca.pem');
    writeFileSync(ca, certificate.cert);
    const front = createServer(certificate, (socket) => {
      const upstream = connect(Number(new URL(chat.url).port), '127.0.0.1');
      pipeline(socket, upstream, () => {});
      pipeline(upstream, socket, () => {});
    });
    await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void front.close());
    const { port } = front.address() as AddressInfo;
    const proxy = await openProxy({ hosts: { 'chat.invalid:443': `127.0.0.1:${port}` }, login: LOGIN });
    await start({
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: proxy.url,
      NODE_EXTRA_CA_CERTS: ca,
      TENCENT_BASE_URL: 'https://chat.invalid',
      // Asked for at the same time as counts, they have a tunnel of their own.
      FOLLOWSTATS_NAMES: 'off',
    });
    const before = chat.calls.length;
    for (let turn = 0; turn < 10; turn += 1) expect(await ask('/followstats user_1')).toMatch(/^\w+ · \d+ followers? /);
    expect(chat.calls.length - before).toBe(10);
    expect(proxy.log).toEqual(['CONNECT chat.invalid:443']);
  });

  test('a proxy that lets nothing through to Chat is told as Chat that can’t be reached', async () => {
    const proxy = await openProxy({ tunnels: 'refused' });
    const app = await start({
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: proxy.url,
      TENCENT_BASE_URL: 'https://chat.invalid',
    });
    expect(await ask('/followstats user_1')).toMatch(/can’t be reached right now/);
    expect(app.stdout()).toContain('the proxy refused the connection');
  });
});
