import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEnvFile } from '../../../src/config/env-file.ts';
import { readConfig } from '../../../src/config.ts';
import { ConfigError } from '../../../src/errors.ts';
import type { RandomInput } from './random-input.ts';

const NAMES = [
  'SLACK_BOT_TOKEN',
  'DATABASE_URL',
  'TENCENT_REGION',
  'PORT',
  'FOLLOWSTATS_ADMINS',
  'HTTPS_PROXY',
  'X',
] as const;
const VALUES = ['postgres://u:p#w@h/d', 'postgres://', '"quoted"', "'", 'http://x:y@z', '1e9', '-1', '*'] as const;

/** Reads a `.env` of random lines as the app does at its start. @returns what went wrong other than by a `ConfigError` */
export function readSettings(input: RandomInput): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-fuzz-'));
  const path = join(folder, '.env');
  writeFileSync(path, input.whole(0, 4) === 0 ? input.bytes(20_000) : makeLines(input));
  try {
    const environment: Record<string, string | undefined> = {};
    loadEnvFile(path, environment);
    readConfig(environment);
    return undefined;
  } catch (error) {
    return error instanceof ConfigError ? undefined : `it threw ${error}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function makeLines(input: RandomInput): string {
  const lines = Array.from({ length: input.whole(0, 12) }, () => {
    const value = input.whole(0, 1) === 0 ? input.pick(VALUES) : input.text(3000);
    return `${input.pick(['', 'export ', input.text(5)])}${input.pick(NAMES)}${input.pick(['=', ' = ', ''])}${value}`;
  });
  return lines.join(input.pick(['\n', '\r\n', '\r']));
}
