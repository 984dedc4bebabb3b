import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readFieldReport } from '../../src/field-report.ts';
import { ARGS, createFieldScene, type FieldScene, pressAll } from '../cli/field-test/field-scene.ts';
import { temporaryFolder } from '../store/new-store.ts';
import { runNode, runProgram } from './node-process.ts';
import { CHANNELS, createWorld, PEOPLE } from './world.ts';

const fieldTest = ({ env }: Pick<FieldScene, 'env'>, folder: string, args: readonly string[] = ARGS) =>
  runNode('src/cli/main.ts', ['field-test', ...args], env, folder);

const filesIn = (folder: string) => readdirSync(folder).toSorted();

test('a process whose tests are all taken writes both reports, deletes its posts and exits 0', async () => {
  const scene = await createFieldScene();
  const folder = temporaryFolder();
  const process = fieldTest(scene, folder);
  await process.says(/press it within 60 s/);
  await pressAll(scene.slack);
  expect({ code: await process.ended, stderr: process.stderr() }).toEqual({ code: 0, stderr: '' });
  const [json = '', markdown = ''] = filesIn(folder);
  expect([json, markdown]).toEqual([
    expect.stringMatching(/^field-test-\d{4}-\d\d-\d\d\.json$/),
    json.replace(/json$/, 'md'),
  ]);
  const report = readFieldReport(readFileSync(join(folder, json), 'utf8'));
  expect(report.leftBehind).toEqual([]);
  expect(process.stdout()).toContain(`It is all in ${markdown} and ${json}.`);
  expect(readFileSync(join(folder, markdown), 'utf8')).toMatch(/^# followstats field test, \d{4}-\d\d-\d\d\n/);
});

test('a process that finds what the app depends on refused exits 1; a report that is there stays', async () => {
  const scene = await createFieldScene();
  const folder = temporaryFolder();
  scene.slack.setFaults([{ kind: 'refuse-blocks', types: ['context'] }]);
  const today = `field-test-${new Date().toISOString().slice(0, 10)}`;
  writeFileSync(join(folder, `${today}.json`), 'an older one');
  const process = fieldTest(scene, folder);
  await process.says(/press it within 60 s/);
  await scene.slack.press({
    personId: PEOPLE.viewer,
    ts: scene.slack.messagesFor(PEOPLE.viewer, CHANNELS.community).at(-1)?.ts ?? '',
    actionId: 'followstats_field_test:done',
  });
  expect(await process.ended).toBe(1);
  expect(process.stdout()).toMatch(/\d+ refused \(the app depends on [1-9]\d* of them\)/);
  expect(process.stdout()).toMatch(/^Needed: .*Slack refuses it: invalid_blocks\.$/m);
  expect(filesIn(folder)).toEqual([`${today}-2.json`, `${today}-2.md`, `${today}.json`]);
});

test('Ctrl-C while people are asked deletes what was posted, and says what was found by then', async () => {
  const scene = await createFieldScene({ mode: 'socket' });
  const folder = temporaryFolder();
  const process = fieldTest(scene, folder);
  await process.says(/press it within 60 s/);
  process.kill('SIGINT');
  expect(await process.ended).toBe(1);
  expect(scene.slack.messagesFor(PEOPLE.viewer, CHANNELS.community)).toEqual([]);
  expect(filesIn(folder)).toHaveLength(2);
});

test('a terminal that is closed, or output that nobody reads to its end, leaves no posts either', async () => {
  const scene = await createFieldScene({ mode: 'socket' });
  const folder = temporaryFolder();
  const closed = fieldTest(scene, folder);
  await closed.says(/press it within 60 s/);
  closed.kill('SIGHUP');
  expect(await closed.ended).toBe(1);
  expect(scene.slack.messagesFor(PEOPLE.viewer, CHANNELS.community)).toEqual([]);

  const main = join(import.meta.dirname, '../../src/cli/main.ts');
  const words = ['-c', '"$@" | head -n 1', 'sh', process.execPath, main, 'field-test', ...ARGS];
  const { ended } = runProgram('sh', words, { env: scene.env, cwd: folder });
  expect(await ended).toBe(0);
  expect(scene.slack.messagesFor(PEOPLE.viewer, CHANNELS.community)).toEqual([]);
  expect(filesIn(folder)).toHaveLength(4);
});

test('a folder that takes no report leaves what was found on the screen', async () => {
  const scene = await createFieldScene({ mode: 'socket' });
  const process = runNode('src/cli/main.ts', ['field-test', ...ARGS], scene.env, temporaryFolder(), 4);
  await process.says(/press it within 60 s/);
  process.kill('SIGINT');
  expect(await process.ended).toBe(1);
  expect(process.stdout()).toMatch(/^# followstats field test, [\s\S]*^## Taken$[\s\S]*`post\/text`/m);
  expect(process.stderr()).toMatch(/^followstats: EFBIG/);
});

test('a wrong configuration is a sentence a fault and exit 78, a wrong argument exit 64, and nothing is written', async () => {
  const scene = await createFieldScene();
  const folder = temporaryFolder();
  const wrong = runNode(
    'src/cli/main.ts',
    ['field-test', ...ARGS],
    { ...scene.env, SLACK_BOT_TOKEN: 'x', PORT: 'y' },
    folder,
  );
  expect(await wrong.ended).toBe(78);
  expect(wrong.stderr().trim().split('\n')).toEqual([
    expect.stringContaining('SLACK_BOT_TOKEN'),
    expect.stringContaining('PORT'),
  ]);
  const refused = runNode(
    'src/cli/main.ts',
    ['field-test', ...ARGS],
    { ...scene.env, SLACK_BOT_TOKEN: 'xoxb-1-no' },
    folder,
  );
  expect(await refused.ended).toBe(78);
  expect(refused.stderr()).toContain('SLACK_BOT_TOKEN was refused by Slack (invalid_auth)');
  const nowhere = fieldTest(scene, folder, ['--channel', 'C0NOWHERE01', '--accounts', ARGS[3]]);
  expect(await nowhere.ended).toBe(78);
  expect(nowhere.stderr()).toMatch(/^followstats: .*--channel .*channel_not_found.*\n$/);
  const misused = fieldTest(scene, folder, ['--accounts', 'a,b']);
  expect(await misused.ended).toBe(64);
  expect(misused.stderr()).toContain('npm run field-test -- --channel C… --accounts a,b,missing');
  expect(filesIn(folder)).toEqual([]);
});

test('beside an app that is connected over Socket Mode nothing is tried, and a sentence says what to do', async () => {
  const world = await createWorld({ mode: 'socket' });
  onTestFinished(() => world.stop());
  const scene = await createFieldScene({ mode: 'socket' });
  const { botToken, appToken } = world.slack.credentials;
  const env = { ...scene.env, SLACK_API_URL: world.slack.apiUrl, SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken };
  const folder = temporaryFolder();
  const refused = fieldTest({ env }, folder);
  expect(await refused.ended).toBe(78);
  expect(refused.stderr()).toMatch(
    /^followstats: the app is connected over Socket Mode .* stop it, .* another Slack app\n$/,
  );
  expect(world.slack.messagesFor(PEOPLE.viewer, CHANNELS.community)).toEqual([]);
  expect([scene.chat.calls, filesIn(folder)]).toEqual([[], []]);
  // The app goes on, over the connection that it had.
  expect((await world.ask('/followstats alice')).text).toContain('alice');
  expect(world.slack.sockets.open).toBe(1);
});
