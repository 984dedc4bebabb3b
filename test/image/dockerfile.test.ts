import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { healthRoutes } from '../../src/ops/health.ts';
import { type Instruction, imageCommand, imageSays, ROOT, readStages } from './dockerfile.ts';

const [build = [], image = []] = readStages();
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const { scripts, engines } = JSON.parse(read('package.json'));

/** What COPY takes from the project, not from another stage. */
function copied(stage: readonly Instruction[]): readonly string[] {
  const copies = stage.filter(({ name, text }) => name === 'COPY' && !text.startsWith('--from='));
  return copies.flatMap(({ text }) => text.split(' ').slice(0, -1));
}

test('both stages are built on the pinned Node, which is one that the app runs on', () => {
  const [, node = ''] = /^ARG BASE=node:(\d+)-bookworm-slim$/m.exec(read('Dockerfile')) ?? [];
  expect(engines.node).toMatch(new RegExp(`^>=${node}\\.`));
  expect(build[0]?.text).toMatch(/^\$\{BASE\} AS build$/);
  expect(image[0]?.text).toMatch(/^\$\{BASE\}$/);
});

test('it is built from what is there, and .dockerignore lets it through', () => {
  const paths = copied(build);
  expect(paths).toContain('src');
  const ignore = read('.dockerignore').split('\n');
  for (const path of paths) {
    expect(existsSync(join(ROOT, path)), path).toBe(true);
    expect(ignore).toContain(`!${path}`);
  }
});

test('the bundle is made by the npm script, and the image has nothing but it and its bill of materials', () => {
  const runs = build.filter(({ name }) => name === 'RUN').map(({ text }) => text);
  expect(runs).toEqual([
    'npm ci --ignore-scripts',
    expect.stringMatching(/^SOURCE_VERSION="\$\{VERSION\}" SOURCE_REVISION="\$\{REVISION\}" npm run build$/),
    expect.stringMatching(/npm sbom .*> sbom\.json$/),
  ]);
  expect(scripts.build).toBe('node manifest/image/bundle.ts');
  expect(copied(image)).toEqual([]);
  expect(imageSays('COPY')).toEqual(['--from=build /app/sbom.json ./', '--from=build /app/dist ./dist']);
});

test('nothing of the last stage needs a shell', () => {
  for (const text of [...imageSays('RUN'), ...imageSays('CMD')]) expect(JSON.parse(text)).toEqual(expect.any(Array));
  expect(imageCommand().at(-1)).toBe('dist/main.mjs');
  const [, check = ''] = imageSays('HEALTHCHECK')[0]?.split(' CMD ') ?? [];
  const command = JSON.parse(check);
  expect(command[0]).toBe('node');
  expect(command.at(-1)).toContain(healthRoutes(() => true)[0]?.path);
});

test('it says what it is, by the names of the OCI', () => {
  const labels = imageSays('LABEL').join(' ');
  for (const name of ['title', 'description', 'version', 'revision', 'created'])
    expect(labels).toContain(`org.opencontainers.image.${name}="`);
});

test('it runs as a user that Kubernetes knows not to be root, who owns the only folder that is written to', () => {
  expect(imageSays('USER')).toEqual(['1000:1000']);
  const [folder] = imageSays('VOLUME');
  expect(imageSays('ENV')).toContain(`DATA_DIR=${folder}`);
  expect(JSON.parse(imageSays('RUN')[0] ?? '')).toEqual([
    'install',
    '-d',
    '-o',
    '1000',
    '-g',
    '1000',
    '-m',
    '700',
    folder,
  ]);
});
