import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEnvFile } from '../../../src/config/env-file.ts';
import { ConfigError } from '../../../src/errors.ts';
import { temporaryFolder } from '../../store/new-store.ts';
import type { Faults } from './fault.ts';

const TABLE = /README’s table/;

/** What a `.env` file of these bytes has for faults. */
function faultsOfFile(bytes: Buffer): readonly string[] {
  const file = join(temporaryFolder(), '.env');
  writeFileSync(file, bytes);
  try {
    loadEnvFile(file, {});
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

export const CONFIGURATION_FAULTS: Faults = {
  'no bot token': {
    env: { SLACK_BOT_TOKEN: '' },
    trouble: { config: 'fail' },
    what: /SLACK_BOT_TOKEN is required/,
    fix: TABLE,
  },
  'a user’s token': {
    env: { SLACK_BOT_TOKEN: 'xoxp-1-2-3' },
    trouble: { config: 'fail' },
    what: /SLACK_BOT_TOKEN must be a bot token/,
    fix: TABLE,
  },
  'a key in quotes': {
    env: { TENCENT_SECRET_KEY: '"0123456789abcdef"' },
    trouble: { config: 'fail' },
    what: /TENCENT_SECRET_KEY is in quotes/,
    fix: TABLE,
  },
  'no key': {
    env: { TENCENT_SECRET_KEY: undefined },
    trouble: { config: 'fail' },
    what: /TENCENT_SECRET_KEY/,
    fix: TABLE,
  },
  'neither token nor signing secret': {
    env: { SLACK_APP_TOKEN: undefined },
    trouble: { config: 'fail' },
    what: /SLACK_SIGNING_SECRET is required/,
    fix: TABLE,
  },
  'no region': {
    env: { TENCENT_BASE_URL: undefined },
    trouble: { config: 'fail' },
    what: /TENCENT_REGION is required/,
    fix: TABLE,
  },
  'a region that there isn’t': {
    env: { TENCENT_REGION: 'mars' },
    trouble: { config: 'fail' },
    what: /TENCENT_REGION must be one of/,
    fix: TABLE,
  },
  'an address of Postgres that is none': {
    env: { DATABASE_URL: 'mysql://user:hunter2hunter2@host/d' },
    trouble: { config: 'fail' },
    what: /DATABASE_URL must be a Postgres URL/,
    fix: TABLE,
  },
  'an address of a proxy that is none': {
    env: { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: 'proxy:3128' },
    trouble: { config: 'fail' },
    what: /HTTP_PROXY must be/,
    fix: TABLE,
  },
  'three faults at once': {
    env: { SLACK_BOT_TOKEN: 'x', TENCENT_SDK_APP_ID: 'x', PORT: 'x' },
    trouble: { config: 'fail' },
    what: /^SLACK_BOT_TOKEN [^\n]*\.\nTENCENT_SDK_APP_ID [^\n]*\.\nPORT [^\n]*\.$/,
    fix: TABLE,
  },
  'a .env file in UTF-16': {
    fileFaults: () => faultsOfFile(Buffer.from('\ufeffA=b\n', 'utf16le')),
    trouble: { config: 'fail' },
    what: /\.env is UTF-16/,
    fix: /Correct the \.env/,
  },
  'a slip of the pen in a name': {
    env: { FOLLOWSTATS_ADMIN: 'U0ANDERS001' },
    trouble: { config: 'warn' },
    what: /no FOLLOWSTATS_ADMIN,/,
    fix: /spelling/,
  },
  'a slip of the pen beside a fault': {
    env: { FOLLOWSTATS_ADMIN: 'U0ANDERS001', TENCENT_SECRETKEY: 'x', TENCENT_SECRET_KEY: '' },
    trouble: { config: 'fail' },
    what: /TENCENT_SECRET_KEY is required\.\nThe app knows no FOLLOWSTATS_ADMIN, TENCENT_SECRETKEY, and ignores them\.$/,
    fix: TABLE,
  },
  'nobody who gets in': {
    env: { FOLLOWSTATS_ADMINS: undefined },
    trouble: { config: 'warn' },
    what: /FOLLOWSTATS_ADMINS and FOLLOWSTATS_VIEWERS/,
    fix: /FOLLOWSTATS_ADMINS/,
  },
};
