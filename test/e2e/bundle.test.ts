import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../manifest/image/bundle.ts';
import type { View } from '../../src/demo/slack/types.ts';
import { writeWarnings } from '../../src/followstats/health/warnings.ts';
import { openStore } from '../../src/store/open.ts';
import { describePostgres } from '../store/engines.ts';
import { runNode } from './node-process.ts';
import { createProcessWorld, type ProcessWorld } from './process-world.ts';
import { readMetrics } from './read-metrics.ts';
import { CHANNELS, PEOPLE } from './world.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'followstats-bundle-'));
const fileOf = (name: string): string => join(relative(ROOT, folder), name);
const PLACE = { personId: PEOPLE.viewer, channelId: CHANNELS.community };

let world: ProcessWorld;
beforeAll(async () => {
  await bundle(folder, { version: '1.2.3', revision: '0123456789abcdef' });
  world = await createProcessWorld({}, fileOf('main.mjs'));
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(): Promise<string> {
  const since = world.slack.mark();
  await world.slack.type({ ...PLACE, text: '/followstats alice' });
  return (await world.slack.waitForMessage({ ...PLACE, since })).text ?? '';
}

test('the bundled app answers, keeps its store, and is looked at by the bundled commands beside it', async () => {
  const app = world.start('http');
  await world.ready(app, 'http');
  expect(await ask()).toMatch(/^\w+ · \d+ followers? /);
  const env = { DATA_DIR: world.dataFolder };
  const copy = runNode(fileOf('cli.mjs'), ['backup', join(folder, 'copy.db')], env);
  expect([await copy.ended, copy.stdout()]).toEqual([0, expect.stringContaining('copy.db')]);
  const audit = runNode(fileOf('cli.mjs'), ['audit', '--json'], env);
  expect([await audit.ended, audit.stdout()]).toEqual([0, expect.stringContaining(PEOPLE.viewer)]);
  const doctor = runNode(fileOf('cli.mjs'), ['doctor', '--json'], env);
  expect([await doctor.ended, JSON.parse(doctor.stdout()).checks.length]).toEqual([1, 13]);
  app.kill('SIGTERM');
  expect([await app.ended, app.stderr()]).toEqual([0, '']);
});

test('its metrics say of which version and revision it was built, with no Git beside it', async () => {
  const app = world.start('http', { METRICS_PORT: '0' });
  await world.ready(app, 'http');
  const [, port] = await app.says(/"metricsPort":(\d+).*"ready"/);
  const { samples } = await readMetrics(`http://127.0.0.1:${port}/metrics`);
  const info = samples.find(({ name }) => name === 'followstats_build_info');
  expect(info?.labels.version).toBe('1.2.3+0123456789ab');
  app.kill('SIGTERM');
  await app.ended;
});

test.each(['backup', 'copy-store', 'audit', 'doctor', 'field-test'])(
  'the command %s is there, and its usage is what can be typed there',
  async (name) => {
    const misused = runNode(fileOf('cli.mjs'), [name, '--no', '-s', 'uch']);
    expect([await misused.ended, misused.stdout()]).toEqual([64, '']);
    expect(misused.stderr()).toMatch(new RegExp(`^followstats: node \\S+/cli\\.mjs ${name}`, 'm'));
    expect(misused.stderr()).not.toContain('npm');
  },
);

test('an admin’s Home names the doctor as it is typed in the image', async () => {
  const store = await openStore({ kind: 'sqlite', folder: world.dataFolder });
  const seen = writeWarnings([{ kind: 'store-space', health: 'warn', freeBytes: 19_000_000 }]);
  await store.expiringValues.set('health:warnings', seen, 600_000).finally(store.close);
  const app = world.start('http');
  await world.ready(app, 'http');
  await world.slack.openHome(PEOPLE.admin);
  const matches = ({ blocks }: View) => JSON.stringify(blocks).includes('1 thing on the server needs an admin');
  const home = await world.slack.waitForHome({ personId: PEOPLE.admin, matches });
  const [, command = ''] = /"(node [^"]*)"/.exec(JSON.stringify(home.blocks)) ?? [];
  app.kill('SIGTERM');
  await app.ended;
  // Where the app was started.
  expect(command).toBe(`node ${relative(tmpdir(), join(folder, 'cli.mjs'))} doctor`);
});

test('a stack trace in its log names the sources, with lines that are there', async () => {
  const app = world.start('http');
  await world.ready(app, 'http');
  world.chat.setFaults([{ kind: 'html', times: 9 }]);
  await ask();
  const [, stack = ''] = await app.says(/"stack":"([^"]*)"/);
  app.kill('SIGTERM');
  await app.ended;
  const frames = [...stack.matchAll(/(src\/[\w/-]+\.ts):(\d+):(\d+)/g)];
  expect(frames.length).toBeGreaterThan(0);
  for (const [, file = '', line, column] of frames) {
    const text = readFileSync(join(ROOT, file), 'utf8').split('\n')[Number(line) - 1] ?? '';
    expect(text.slice(Number(column) - 1)).toMatch(/^(new |await |throw |\w)/);
  }
});

test('the licences of the packages that are in it are beside it', () => {
  const licences = readFileSync(join(folder, 'licences.txt'), 'utf8');
  for (const name of ['@slack/bolt', 'pino', 'pg', 'tls-sig-api-v2', 'undici'])
    expect(licences).toMatch(new RegExp(`^${name} [\\d.]+ \\(MIT\\)\n`, 'm'));
  expect(licences).toContain('Permission is hereby granted');
  expect(licences).not.toMatch(/^(rolldown|vitest) /m);
});

describePostgres('the bundled app', (newStore) => {
  test('answers with Postgres as its store', async () => {
    const options = await newStore();
    if (options.kind !== 'postgres') throw new Error('no Postgres');
    const app = world.start('http', { DATABASE_URL: options.url });
    await world.ready(app, 'http');
    expect(await ask()).toMatch(/^\w+ · \d+ followers? /);
    app.kill('SIGTERM');
    expect([await app.ended, app.stderr()]).toEqual([0, '']);
  });
});
