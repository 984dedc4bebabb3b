import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Env, readConfig } from '../../src/config.ts';
import { ConfigError } from '../../src/errors.ts';

type Variables = Readonly<Record<string, string>>;

const GOOD: Variables = {
  SLACK_BOT_TOKEN: 'xoxb-1-abc',
  SLACK_SIGNING_SECRET: '0123456789abcdef',
  TENCENT_SDK_APP_ID: '1400000000',
  TENCENT_SECRET_KEY: '0123456789abcdef'.repeat(4),
  TENCENT_REGION: 'singapore',
};

/** A value each variable refuses. */
const BAD: Readonly<Record<keyof typeof Env.shape, readonly string[]>> = {
  SLACK_BOT_TOKEN: ['xoxp-1', 'xoxb-', 'xoxb-a b', 'abc'],
  SLACK_APP_TOKEN: ['xoxb-1', 'xapp-'],
  SLACK_SIGNING_SECRET: ['short', 'with a space in the middle'],
  SLACK_API_URL: ['slack.com/api', 'ftp://slack.com', 'https://user:pass@slack.com', 'https://slack.com/?a=1'],
  TENCENT_SDK_APP_ID: ['0', '01400000000', '1400000000x', '-1', '1.4e9', '12345678901'],
  TENCENT_SECRET_KEY: ['short', 'with a space in the middle'],
  TENCENT_REGION: ['Singapore', 'moon', 'toString'],
  TENCENT_BASE_URL: ['console.tim.qq.com', 'https://x.test/#a', 'https://x.test/?b=1', 'file:///etc'],
  TENCENT_ADMIN: ['管理员', 'x'.repeat(33)],
  TENCENT_FROM_ACCOUNT: ['a\tb', 'x'.repeat(33)],
  TENCENT_MAX_CALLS_PER_SECOND: ['0', '10001', '1e3'],
  TENCENT_TIMEOUT_MS: ['99', '20001'],
  TENCENT_WEBHOOK_TOKEN: ['short', 'with a space in it', '"quotes in it'],
  FOLLOWSTATS_ADMINS: ['*', 'C1', 'U1,alice', 'u1', '@U1'],
  FOLLOWSTATS_VIEWERS: ['alice', 'U1,**', '#general', '<@U1>'],
  FOLLOWSTATS_MAX_ACCOUNTS: ['0', '501'],
  FOLLOWSTATS_LANGUAGE: ['fr', 'EN', 'zh'],
  FOLLOWSTATS_NAMES: ['yes', 'ON', 'true'],
  CACHE_TTL_SECONDS: ['86401'],
  CACHE_MAX_ACCOUNTS: ['0', '1000001'],
  DATABASE_URL: ['mysql://a:b@db/x', 'db:5432', 'postgres://db:port/x', 'postgres://a:100%@db/x'],
  DATA_DIR: ['/data\n/more', 'a\u0000b'],
  AUDIT_RETENTION_DAYS: ['0', '3651'],
  FOLLOW_EVENTS_RETENTION_DAYS: ['0', '3651'],
  HOST: [],
  PORT: ['65536'],
  METRICS_PORT: ['on', '65537', '-1'],
  LOG_LEVEL: ['INFO', 'verbose'],
};

function configErrorOf(variables: Variables): ConfigError {
  try {
    readConfig(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('expected a ConfigError');
}

test.each(Object.entries(BAD).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
  '%s refuses %j with one line that names it',
  (name, value) => {
    const { faults } = configErrorOf({ ...GOOD, [name]: value });
    expect(faults).toEqual([expect.stringMatching(new RegExp(`^${name} must `))]);
    expect(faults[0]).not.toMatch(/[\r\n]/);
  },
);

test.each([
  ['SLACK_BOT_TOKEN', 'xoxp-1', 'must be a bot token, xoxb-…'],
  ['SLACK_BOT_TOKEN', 'xoxb-a b', 'must be a bot token, xoxb-… with letters, digits, - and _ alone'],
  ['SLACK_APP_TOKEN', 'xapp-', 'must be an app-level token, xapp-… with letters, digits, - and _ alone'],
  [
    'SLACK_SIGNING_SECRET',
    'short',
    'must be the signing secret of the Slack app, of 16 characters or more: it is shorter',
  ],
  ['TENCENT_SECRET_KEY', '1', 'must be the secret key of the Chat app, of 16 characters or more: it is shorter'],
  ['TENCENT_SECRET_KEY', '"1', 'must be the secret key of the Chat app, without quotes'],
  [
    'TENCENT_SECRET_KEY',
    `${'1'.repeat(16)} 2`,
    'must be the secret key of the Chat app, without blanks and of ASCII alone',
  ],
  [
    'TENCENT_WEBHOOK_TOKEN',
    'x'.repeat(129),
    'must be the token of the callback configuration in the Chat console, of 128 characters at most: it is longer',
  ],
  ['TENCENT_SDK_APP_ID', '12345678901', 'must be the SDKAppID, a number of five to ten digits'],
])('what is wrong with the %s %j is named', (name, value, words) => {
  expect(configErrorOf({ ...GOOD, [name]: value }).faults).toEqual([`${name} ${words}`]);
});

test('all faults are reported at once, in the order of the documents', () => {
  const variables = Object.fromEntries(Object.entries(BAD).map(([name, [value]]) => [name, value ?? '']));
  const named = configErrorOf(variables).faults.map((fault) => fault.split(' ', 1)[0]);
  expect(named).toEqual(Object.keys(Env.shape).filter((name) => name !== 'HOST'));
});

const VALUES: Variables = {
  ...GOOD,
  SLACK_APP_TOKEN: 'xapp-1',
  SLACK_API_URL: 'https://slack.test/api/',
  TENCENT_BASE_URL: 'https://chat.test',
  TENCENT_ADMIN: 'root',
  TENCENT_FROM_ACCOUNT: 'asker',
  DATABASE_URL: 'postgres://a:b@db/x',
  DATA_DIR: '/data',
  FOLLOWSTATS_ADMINS: 'U1',
  FOLLOWSTATS_VIEWERS: 'U1',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'info',
};

test.each(Object.keys(Env.shape).flatMap((name) => ['"', "'", '`'].map((quote) => [name, quote] as const)))(
  '%s is refused with the %s that docker keeps around it',
  (name, quote) => {
    const { faults } = configErrorOf({ ...GOOD, [name]: `${quote}${VALUES[name] ?? '100'}${quote}` });
    expect(faults).toEqual([`${name} is in quotes, which docker's --env-file keeps; write it without them`]);
  },
);

test.each(Object.keys(Env.shape))('%s is rejected with the comment that docker keeps behind it', (name) => {
  for (const comment of ['# where it is', '#'])
    expect(configErrorOf({ ...GOOD, [name]: `${VALUES[name] ?? '100'} ${comment}` }).faults).toEqual([
      `${name} has a comment behind it, which docker's --env-file keeps; give that a line of its own`,
    ]);
  expect(() => readConfig({ ...GOOD, DATA_DIR: '/disk #1/data' })).not.toThrow();
});

test.each(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'TENCENT_SECRET_KEY', 'DATABASE_URL'])(
  'a single quote that is left at either end of %s is refused, too',
  (name) => {
    for (const value of [`"${VALUES[name]}`, `${VALUES[name]}'`])
      expect(configErrorOf({ ...GOOD, [name]: value }).faults).toEqual([expect.stringMatching(`^${name} must `)]);
  },
);

test('no value of any variable is ever part of a fault', () => {
  // Long enough not to be in a fault's own words by chance; the space makes it wrong for every variable but HOST.
  const value = fc.stringMatching(/^[!-~]{12,40}$/).map((text) => `zq ${text}`);
  const names = Object.keys(Env.shape).filter((name) => name !== 'HOST');
  fc.assert(
    fc.property(fc.array(value, { minLength: names.length, maxLength: names.length }), (values) => {
      const variables = Object.fromEntries(names.map((name, n) => [name, `${values[n]}\u007f`]));
      const error = configErrorOf(variables);
      expect(new Set(error.faults.map((fault) => fault.split(' ', 1)[0]))).toEqual(new Set(names));
      const text = [error.stack, ...error.faults, inspect(error, { depth: 10, showHidden: true })].join('\n');
      for (const secret of values) expect(text).not.toContain(secret);
    }),
  );
});
