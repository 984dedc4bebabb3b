import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appEnv } from '../../e2e/app-env.ts';
import { createProcessWorld, type ProcessWorld } from '../../e2e/process-world.ts';
import { CHANNELS, PEOPLE } from '../../e2e/world.ts';
import { freePort } from '../../free-port.ts';
import { ROOT } from '../dockerfile.ts';
import { CACHE, run } from './bare-debian.ts';
import { type BuiltImage, buildImage } from './buildah.ts';
import { startContained } from './contained.ts';

const EX_CONFIG = 78;
const LABELS = { VERSION: '1.2.3', REVISION: '0123abc', CREATED: '2026-01-02T03:04:05Z' };
const PLACE = { personId: PEOPLE.viewer, channelId: CHANNELS.community };
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

let image: BuiltImage;
let world: ProcessWorld;
let volume: string;

beforeAll(async () => {
  image = buildImage(LABELS);
  // What a shell is needed for would show from here on.
  for (const shell of ['sh', 'dash', 'bash', 'rbash']) rmSync(join(image.files, 'usr/bin', shell), { force: true });
  mkdirSync(CACHE, { recursive: true });
  volume = mkdtempSync(join(CACHE, 'volume-'));
  run('chown', ['1000:1000', volume]);
  world = await createProcessWorld();
});
afterAll(async () => {
  await world.close();
  image.remove();
  rmSync(volume, { recursive: true, force: true });
});

/** Starts the image's own command, or another, as its orchestrator would: its user, its environment, read-only files, the volume. */
function start(env: Readonly<Record<string, string>>, command: readonly string[] = image.config.Cmd) {
  const { User: user, WorkingDir: folder, Env } = image.config;
  const own = Object.fromEntries(Env.map((line) => line.split(/=(.*)/s, 2)));
  const mounts = [[volume, '/data']] as const;
  return startContained(command, {
    files: image.files,
    folder,
    user,
    mounts,
    isReadOnly: true,
    env: { ...own, ...env },
  });
}

/** The settings that an operator would give. */
function settings(port: number): Readonly<Record<string, string>> {
  const { DATA_DIR: _, ...env } = appEnv({ ...world, dataFolder: '' });
  return { ...env, FOLLOWSTATS_VIEWERS: PEOPLE.viewer, PORT: String(port) };
}

test('it says what it is, who it runs as, what it writes to, and where it listens', () => {
  const { config } = image;
  expect(config.Labels).toMatchObject({
    'org.opencontainers.image.title': 'followstats',
    'org.opencontainers.image.version': LABELS.VERSION,
    'org.opencontainers.image.revision': LABELS.REVISION,
    'org.opencontainers.image.created': LABELS.CREATED,
  });
  expect(config.User).toBe('1000:1000');
  expect(Object.keys(config.Volumes)).toEqual(['/data']);
  expect(Object.keys(config.ExposedPorts)).toEqual(['3000/tcp']);
});

test('it holds the bundle and its bill of materials, and no packages, sources or settings of npm', () => {
  expect(readdirSync(join(image.files, 'app')).toSorted()).toEqual(['dist', 'sbom.json']);
  expect(readdirSync(join(image.files, 'data'))).toEqual([]);
  const npmrc = join(image.files, 'root/.npmrc');
  expect(existsSync(npmrc) ? readFileSync(npmrc, 'utf8') : '').toBe('');
});

test('its bill of materials names every dependency of the app, and none that only the workshop has', () => {
  const { components } = JSON.parse(readFileSync(join(image.files, 'app/sbom.json'), 'utf8'));
  const listed: readonly string[] = components.map(({ purl }: { purl: string }) => decodeURIComponent(purl));
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const purlOf = (name: string) => `pkg:npm/${name}@${packages[`node_modules/${name}`].version}`;
  expect(listed).toEqual(expect.arrayContaining(Object.keys(dependencies).map(purlOf)));
  const ofWorkshop = Object.keys(devDependencies).filter((name) => packages[`node_modules/${name}`].dev);
  expect(ofWorkshop).toContain('rolldown');
  expect(ofWorkshop.map(purlOf).filter((purl) => listed.includes(purl))).toEqual([]);
});

test('without configuration it names what is missing and exits 78', async () => {
  const app = start({});
  expect(await app.ended).toBe(EX_CONFIG);
  expect(app.stderr()).toContain('followstats: SLACK_BOT_TOKEN is required\n');
});

test('it can write nothing but its volume', async () => {
  const folders = JSON.stringify(['/app', '/tmp', '/root', '/etc', '/data']);
  const code = `for (const folder of ${folders}) try { fs.writeFileSync(folder + '/x', ''); console.log(folder); } catch {}`;
  const writer = start({}, ['node', '-e', code]);
  expect([await writer.ended, writer.stdout()]).toEqual([0, '/data\n']);
});

test('it answers, is healthy, finishes what runs at SIGTERM, and its commands work beside it', async () => {
  const port = await freePort();
  const app = start(settings(port));
  await app.says(/"ready"/);
  world.slack.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  const [kind, ...check] = image.config.Healthcheck.Test;
  expect(kind).toBe('CMD');
  expect(await start({ PORT: String(port) }, check).ended).toBe(0);

  const backup = start({}, ['node', 'dist/cli.mjs', 'backup', '/data/copy.db']);
  expect([await backup.ended, backup.stdout()]).toEqual([0, expect.stringContaining('/data/copy.db')]);
  const doctor = start(settings(port), ['node', 'dist/cli.mjs', 'doctor', '--json']);
  await doctor.ended;
  expect(JSON.parse(doctor.stdout()).checks).toContainEqual(expect.objectContaining({ id: 'store', status: 'ok' }));

  world.chat.setFaults([{ kind: 'slow', ms: 1000, times: 1 }]);
  const since = world.slack.mark();
  await world.slack.type({ ...PLACE, text: '/followstats alice' });
  app.kill('SIGTERM');
  expect((await world.slack.waitForMessage({ ...PLACE, since })).text).toMatch(/^\w+ · \d+ followers? /);
  expect([await app.ended, app.stderr()]).toEqual([0, '']);
  expect(await start({ PORT: String(port) }, check).ended).toBe(1);
});
