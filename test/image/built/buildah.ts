import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../dockerfile.ts';
import { bareDebian, CACHE, npmSettings, run } from './bare-debian.ts';

const BASE = 'localhost/followstats-test-base';
const IMAGE = 'localhost/followstats-test';
const STORAGE = join(CACHE, 'storage');

/** What an image says of itself, by Docker's names. */
export interface ImageConfig {
  readonly User: string;
  readonly WorkingDir: string;
  readonly Cmd: readonly string[];
  readonly Env: readonly string[];
  readonly Labels: Readonly<Record<string, string>>;
  readonly Volumes: Readonly<Record<string, object>>;
  readonly ExposedPorts: Readonly<Record<string, object>>;
  readonly Healthcheck: { readonly Test: readonly string[] };
}

/** The image as it was built. */
export interface BuiltImage {
  readonly config: ImageConfig;
  /** Its files, in a folder that may be changed. */
  readonly files: string;
  /** Takes away what was built, but not the Debian that it was built on. */
  remove(): void;
}

function buildah(...args: readonly string[]): string {
  process.env.BUILDAH_ISOLATION = 'chroot';
  process.env.STORAGE_DRIVER = 'vfs';
  return run('buildah', ['--root', STORAGE, '--runroot', join(CACHE, 'run'), ...args], { cwd: ROOT }).trim();
}

/** Builds the Dockerfile as it is, on a bare Debian; throws with what failed. */
export function buildImage(labels: Readonly<Record<'VERSION' | 'REVISION' | 'CREATED', string>>): BuiltImage {
  removeBuilt();
  mkdirSync(STORAGE, { recursive: true });
  const base = buildah('from', 'scratch');
  buildah('add', '--quiet', base, bareDebian(), '/');
  buildah('commit', '--quiet', '--rm', base, BASE);
  const values = Object.entries({ ...labels, BASE }).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]);
  const mounts = npmSettings().flatMap(([here, there]) => ['--volume', `${here}:${there}:ro`]);
  // Docker's format: that of the OCI has no place for the check of health.
  buildah('bud', '--format', 'docker', '--pull-never', ...values, ...mounts, '--tag', IMAGE, '.');
  const container = buildah('from', '--pull-never', IMAGE);
  return {
    config: JSON.parse(buildah('inspect', '--type', 'image', IMAGE)).Docker.config,
    files: buildah('mount', container),
    remove: removeBuilt,
  };
}

function removeBuilt(): void {
  mkdirSync(STORAGE, { recursive: true });
  buildah('rm', '--all');
  buildah('rmi', '--all', '--force');
  rmSync(STORAGE, { recursive: true, force: true });
}
