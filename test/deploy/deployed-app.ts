import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Env } from '../../src/config.ts';
import { healthRoutes } from '../../src/ops/health.ts';
import { imageSays } from '../image/dockerfile.ts';

const DEPLOY = join(import.meta.dirname, '../../manifest/deploy');

/** What the files of `manifest/deploy/` have to agree with. */
export const APP = {
  variables: Object.keys(Env.shape),
  port: Number(imageSays('EXPOSE')[0]),
  user: imageSays('USER')[0] ?? '',
  dataFolder: imageSays('VOLUME')[0] ?? '',
  healthPaths: healthRoutes(() => true).map(({ path }) => path),
  /** From SIGTERM to the exit at most, seconds. */
  graceSeconds: 20,
};

/** Returns the text of a file of `manifest/deploy/`. */
export function readDeployFile(path: string): string {
  return readFileSync(join(DEPLOY, path), 'utf8');
}
