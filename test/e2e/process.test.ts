import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type ChatServer, createChatServer } from '../../src/demo/chat/server.ts';
import { seedWorkspace } from '../../src/demo/slack/seed.ts';
import { createWorkspace } from '../../src/demo/slack/workspace.ts';
import type { Workspace } from '../../src/demo/slack/workspace-types.ts';
import { appEnv } from './app-env.ts';
import { runNode } from './node-process.ts';
import { CHANNELS, PEOPLE, SECRET_KEY } from './world.ts';

const MAIN = 'src/main.ts';
const EX_CONFIG = 78;

test('a start without configuration names every missing variable, one a line, and exits 78', async () => {
  const app = runNode(MAIN);
  expect(await app.ended).toBe(EX_CONFIG);
  expect(app.stderr().trim().split('\n')).toEqual([
    'followstats: SLACK_BOT_TOKEN is required',
    'followstats: TENCENT_SDK_APP_ID is required',
    'followstats: TENCENT_SECRET_KEY is required',
    expect.stringContaining('followstats: SLACK_SIGNING_SECRET is required unless'),
    expect.stringContaining('followstats: TENCENT_REGION is required unless'),
  ]);
  expect(app.stdout()).toBe('');
});

describe('the process', () => {
  let chat: ChatServer;
  let slack: Workspace;
  const dataFolder = mkdtempSync(join(tmpdir(), 'followstats-'));
  beforeAll(async () => {
    chat = await createChatServer({
      sdkAppId: 1400000000,
      secretKey: SECRET_KEY,
      admins: ['administrator'],
      accounts: ['alice'],
      follows: [],
    });
    const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8');
    slack = await createWorkspace({ ...seedWorkspace(), manifest });
  });
  afterAll(async () => {
    await Promise.all([chat.close(), slack.close()]);
    rmSync(dataFolder, { recursive: true, force: true });
  });

  const start = (env: Readonly<Record<string, string>> = {}) =>
    runNode(MAIN, [], {
      ...appEnv({ slack, chat, dataFolder }),
      FOLLOWSTATS_VIEWERS: PEOPLE.viewer,
      ...env,
    });

  async function ready(app: ReturnType<typeof runNode>): Promise<string> {
    const [, port] = await app.says(/"port":(\d+).*"ready"/);
    return `http://127.0.0.1:${port}`;
  }

  test.each([
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-of-nobody' }],
    ['SLACK_APP_TOKEN', { SLACK_APP_TOKEN: 'xapp-of-nobody' }],
  ])('a %s that Slack refuses is a fault of the configuration: one line, exit 78', async (name, env) => {
    const app = start(env);
    expect(await app.ended).toBe(EX_CONFIG);
    expect(app.stderr()).toMatch(
      new RegExp(`^followstats: ${name} was refused by Slack \\(invalid_auth\\)[^\\n]*\\n$`),
    );
  });

  test('says at its start which variables meant for it are unknown, in one line and without their values', async () => {
    const app = start({ FOLLOWSTATS_ADMIN: 'U0ANDERS001' });
    await ready(app);
    app.kill('SIGTERM');
    expect(await app.ended).toBe(0);
    const lines = app
      .stdout()
      .split('\n')
      .filter((line) => line.includes('FOLLOWSTATS_ADMIN,'));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 40, msg: 'The app knows no FOLLOWSTATS_ADMIN, and ignores it.' },
    ]);
    expect(app.stdout()).not.toContain('U0ANDERS001');
  });

  test.each(['SIGTERM', 'SIGHUP'] as const)('%s finishes the question at work, then exits 0', async (signal) => {
    const app = start();
    slack.setRequestUrl(`${await ready(app)}/slack/events`);
    chat.setFaults([{ kind: 'slow', ms: 300, times: 1 }]);
    const since = slack.mark();
    const place = { personId: PEOPLE.viewer, channelId: CHANNELS.community };
    await slack.type({ ...place, text: '/followstats alice' });
    app.kill(signal);
    expect((await slack.waitForMessage({ ...place, since })).text).toMatch(/^\w+ · \d+ followers? /);
    expect(await app.ended).toBe(0);
    expect(app.stderr()).toBe('');
  });

  test('after kill -9 a new start works at once', async () => {
    const killed = start();
    await ready(killed);
    killed.kill('SIGKILL');
    expect(await killed.ended).toBeNull();
    const app = start();
    expect((await fetch(`${await ready(app)}/readyz`)).status).toBe(200);
    app.kill('SIGINT');
    expect(await app.ended).toBe(0);
  });

  test('a second process on the same folder ends with one clear line and exit code 78; the first goes on', async () => {
    const app = start();
    const url = await ready(app);
    const second = start();
    expect(await second.ended).toBe(EX_CONFIG);
    expect(second.stderr()).toMatch(/^followstats: DATA_DIR is in use by another process; [^\n]+\n$/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    app.kill('SIGTERM');
    expect(await app.ended).toBe(0);
  });

  test('a Postgres that is not there is waited for, told by its host and without its password', async () => {
    const app = start({ DATABASE_URL: 'postgres://teller:hush-hush@127.0.0.1:1/db' });
    const [, port] = await app.says(/"port":(\d+)/);
    await app.says(/cannot use Postgres at 127\.0\.0\.1:1: ECONNREFUSED.*trying again/);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(503);
    app.kill('SIGTERM');
    expect(await app.ended).toBe(0);
    expect(app.stdout() + app.stderr()).not.toMatch(/teller|hush-hush/);
  });

  test('a certificate of DATABASE_URL that is not there is a fault of the configuration', async () => {
    const app = start({ DATABASE_URL: 'postgres://teller:hush-hush@127.0.0.1:1/db?sslrootcert=/nowhere.pem' });
    expect(await app.ended).toBe(EX_CONFIG);
    expect(app.stderr()).toBe('followstats: DATABASE_URL names a file that cannot be read (ENOENT)\n');
  });

  test('a DATABASE_URL with a bare # in its password is a fault, and nothing of it is told', async () => {
    const app = start({ DATABASE_URL: 'postgres://teller:12#hush-hush@127.0.0.1:1/db' });
    expect(await app.ended).toBe(EX_CONFIG);
    expect(app.stderr()).toMatch(
      /^followstats: DATABASE_URL must have no bare \/, \? or # in its user or password[^\n]+\n$/,
    );
    expect(app.stdout() + app.stderr()).not.toMatch(/teller|hush|12/);
  });

  test('a Postgres without TLS, asked for it, ends the start with its reason', async () => {
    const server = createServer((socket) => socket.once('data', () => socket.end('N')));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const app = start({ DATABASE_URL: `postgres://teller:hush-hush@127.0.0.1:${port}/db?sslmode=require` });
    expect(await app.ended).toBe(EX_CONFIG);
    expect(app.stderr()).toBe(
      'followstats: DATABASE_URL asks for TLS, which this Postgres does not offer; switch it on there, or set sslmode=disable\n',
    );
  });

  test('a port that is taken ends the start with one clear line', async () => {
    const app = start({ PORT: new URL(chat.url).port });
    expect(await app.ended).toBe(1);
    expect(app.stderr()).toBe(
      'followstats: cannot listen at HOST and PORT: another process listens there (EADDRINUSE); end it, or set another PORT\n',
    );
  });

  test('a METRICS_PORT that is taken ends the start with one clear line that names it', async () => {
    const app = start({ METRICS_PORT: new URL(chat.url).port });
    expect(await app.ended).toBe(1);
    expect(app.stderr()).toBe(
      'followstats: cannot listen at HOST and METRICS_PORT: another process listens there (EADDRINUSE); end it, or set another METRICS_PORT\n',
    );
  });

  test('a METRICS_PORT that is PORT, too, is a fault of the configuration, in either mode', async () => {
    const { appToken } = slack.credentials;
    for (const env of [{}, { SLACK_APP_TOKEN: appToken }]) {
      const app = start({ ...env, PORT: '4321', METRICS_PORT: '4321' });
      expect(await app.ended).toBe(EX_CONFIG);
      expect(app.stderr()).toBe('followstats: METRICS_PORT must be another port than PORT\n');
    }
  });

  test('a HOST that is no address ends the start with one clear line, too', async () => {
    const app = start({ HOST: '[::1]' });
    expect(await app.ended).toBe(1);
    expect(app.stderr()).toMatch(/^followstats: cannot listen at HOST and PORT: [^\n]*HOST[^\n]*\n$/);
    expect(app.stdout()).not.toContain('stack');
  });

  test('every log line is one JSON object, and none holds a secret', async () => {
    const app = start({ LOG_LEVEL: 'trace' });
    const url = await ready(app);
    slack.setRequestUrl(`${url}/slack/events`);
    const place = { personId: PEOPLE.viewer, channelId: CHANNELS.community, since: slack.mark() };
    await slack.type({ ...place, text: '/followstats alice' });
    await slack.waitForMessage(place);
    app.kill('SIGTERM');
    await app.ended;
    const lines = app.stdout().trim().split('\n');
    expect(lines.map((line) => typeof JSON.parse(line))).toEqual(lines.map(() => 'object'));
    const { botToken, signingSecret } = slack.credentials;
    for (const secret of [SECRET_KEY, botToken, signingSecret, 'usersig', '/response/'])
      expect(app.stdout() + app.stderr()).not.toContain(secret);
  });
});
