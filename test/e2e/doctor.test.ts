import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createManifest } from '../../manifest/manifest.ts';
import { CHECK_IDS } from '../../src/cli/doctor/check.ts';
import { createScene, type Scene } from '../cli/doctor/doctor-scene.ts';
import { freePort } from '../free-port.ts';
import { temporaryFolder } from '../store/new-store.ts';
import { SECRET_KEY } from './app-env.ts';
import { type NodeProcess, runNode } from './node-process.ts';
import { CHANNELS, PEOPLE } from './world.ts';

const ROOT = join(import.meta.dirname, '../..');
const PATIENT = { timeout: 30_000, interval: 20 };

function doctor(scene: Scene, args: readonly string[] = [], changes: Record<string, string> = {}, cwd?: string) {
  return runNode('src/cli/main.ts', ['doctor', ...args], { ...(scene.env as Record<string, string>), ...changes }, cwd);
}

async function reportOf(process: NodeProcess) {
  const code = await process.ended;
  return { code, stderr: process.stderr(), ...JSON.parse(process.stdout()) };
}

const statusesOf = (checks: readonly { readonly id: string; readonly status: string }[]) =>
  Object.fromEntries(checks.map(({ id, status }) => [id, status]));

test('a process that finds nothing wrong prints all ids as JSON, and exits 0', async () => {
  const scene = await createScene();
  const { code, stderr, ok, checks } = await reportOf(doctor(scene, ['--json']));
  expect({ code, stderr, ok }).toEqual({ code: 0, stderr: '', ok: true });
  expect(checks.map(({ id }: { id: string }) => id)).toEqual(CHECK_IDS);
  for (const check of checks) expect(Object.keys(check)).toEqual(['id', 'status', 'what', 'fix']);
});

test('a process that finds a failure prints it with its fix, without colours in a pipe, and exits 1', async () => {
  const scene = await createScene();
  const otherKey = 'c0ffee'.repeat(8);
  const process = doctor(scene, [], { TENCENT_SECRET_KEY: otherKey });
  expect(await process.ended).toBe(1);
  expect(process.stdout()).toMatch(/^✗ chat-key: Chat answered 70009\.\n {4}\S.*TENCENT_SECRET_KEY is the key/m);
  expect(process.stdout()).toMatch(/\n1 failed, 0 to look at, \d skipped, \d+ fine\.\n$/);
  expect(process.stdout()).not.toContain('\u001b');
  for (const secret of [otherKey, SECRET_KEY, scene.slack.credentials.botToken, scene.slack.credentials.appToken])
    expect(process.stdout() + process.stderr()).not.toContain(secret);
});

test('a warning alone exits 0, an argument that it doesn’t take 64', async () => {
  const scene = await createScene({ slack: { withoutScopes: ['im:write'] } });
  const [warned, misused] = [doctor(scene, ['--json']), doctor(scene, ['--jsno'])];
  expect(await reportOf(warned)).toMatchObject({ code: 0, ok: true });
  expect(await misused.ended).toBe(64);
  expect(misused.stderr()).toContain('npm run doctor [-- --json]');
});

test('a .env file that can’t be read is a failure of the configuration, not of the doctor', async () => {
  const scene = await createScene();
  const folder = temporaryFolder();
  writeFileSync(join(folder, '.env'), Buffer.from('\ufeffSLACK_BOT_TOKEN=x\n', 'utf16le'));
  const { code, checks } = await reportOf(doctor(scene, ['--json'], {}, folder));
  expect(code).toBe(1);
  expect(checks[0]).toMatchObject({ id: 'config', status: 'fail', what: expect.stringContaining('UTF-16') });
});

test('beside a running app it asks that app about its store, and takes none of its requests', async () => {
  const scene = await createScene();
  const port = String(await freePort());
  const env = { ...(scene.env as Record<string, string>), PORT: port, FOLLOWSTATS_VIEWERS: PEOPLE.viewer };
  const app = runNode('src/main.ts', [], env);
  onTestFinished(async () => {
    app.kill('SIGTERM');
    expect(await app.ended).toBe(0);
  });
  await app.says(/"ready"/);
  const { openedEver } = scene.slack.sockets;

  const { code, checks } = await reportOf(doctor(scene, ['--json'], { PORT: port }));
  expect(code).toBe(0);
  expect(statusesOf(checks)).toMatchObject({
    'slack-connection': 'ok',
    store: 'ok',
    'store-space': 'ok',
    digests: 'ok',
  });
  expect(checks.find(({ id }: { id: string }) => id === 'store').what).toMatch(
    /^The running app can write its store \(SQLite [\d.]+\); the doctor writes nothing beside it\.$/,
  );
  expect(scene.slack.sockets).toMatchObject({ open: 1, openedEver });

  const since = scene.slack.mark();
  const place = { personId: PEOPLE.viewer, channelId: CHANNELS.community };
  await scene.slack.type({ ...place, text: '/followstats alice' });
  expect((await scene.slack.waitForMessage({ ...place, since })).text).toMatch(/^alice · /);
});

/** Runs a hook of `.slack/hooks.json` as the Slack CLI does (slackapi/slack-cli, internal/hooks/hook_executor_v2.go). */
function runHook(name: string, args: readonly string[], env: Readonly<Record<string, string | undefined>>) {
  const { hooks } = JSON.parse(readFileSync(join(ROOT, '.slack/hooks.json'), 'utf8'));
  const child = spawn('sh', ['-c', [hooks[name], ...args].join(' ')], {
    cwd: ROOT,
    // A group of its own, which Ctrl-C reaches as a whole.
    detached: true,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => {
    said.stdout += data;
  });
  child.stderr.on('data', (data) => {
    said.stderr += data;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { said, ended, interrupt: () => process.kill(-(child.pid as number), 'SIGINT') };
}

const BOUNDARY = '0a1b2c3d4e5f';
const PROTOCOL = ['--protocol=message-boundaries', `--boundary=${BOUNDARY}`];

/** What stands between the boundaries. */
function answerOf(stdout: string): unknown {
  const [before, answer, after] = stdout.split(BOUNDARY);
  expect([before, after]).toEqual(['', '\n']);
  return JSON.parse(answer ?? '');
}

test('the hooks are those that `slack run` and `slack doctor` call, with our own connection', () => {
  const { hooks, config } = JSON.parse(readFileSync(join(ROOT, '.slack/hooks.json'), 'utf8'));
  expect(Object.keys(hooks)).toEqual(['get-manifest', 'start', 'doctor']);
  expect(config).toEqual({ 'protocol-version': ['message-boundaries'], 'sdk-managed-connection-enabled': true });
});

test('the get-manifest hook prints the manifest of Socket Mode as JSON', async () => {
  const { said, ended } = runHook('get-manifest', [`--source=${ROOT}`, ...PROTOCOL], {});
  expect(await ended).toBe(0);
  expect(answerOf(said.stdout)).toEqual(JSON.parse(JSON.stringify(createManifest())));
});

test('the doctor hook exits 0 with what is wrong', async () => {
  const scene = await createScene();
  const { said, ended } = runHook('doctor', PROTOCOL, { ...scene.env, TENCENT_SECRET_KEY: 'f'.repeat(64) });
  expect(await ended).toBe(0);
  const { versions } = answerOf(said.stdout) as { versions: readonly object[] };
  expect(versions).toHaveLength(CHECK_IDS.length);
  expect(versions[0]).toEqual({ name: 'config', current: 'ok', message: expect.any(String) });
  expect(versions[5]).toEqual({
    name: 'chat-key',
    current: 'fail',
    error: { message: expect.stringMatching(/70009/) },
  });
});

test('the start hook runs the app with the tokens that the Slack CLI gives it, until Ctrl-C', async () => {
  const scene = await createScene();
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, ...others } = scene.env;
  const tokens = {
    SLACK_CLI_XOXB: botToken,
    SLACK_CLI_XAPP: appToken,
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
  };
  const { said, ended, interrupt } = runHook('start', [], { ...others, ...tokens });
  await expect.poll(() => said.stdout, PATIENT).toMatch(/"mode":"socket".*"ready"/);
  expect(scene.slack.sockets.open).toBe(1);
  interrupt();
  // The shell between dies of the signal; the app doesn't.
  await ended;
  expect(said.stdout).toContain('"stopped"');
  expect(scene.slack.sockets.open).toBe(0);
});
