import { expect, test } from 'vitest';
import { Env, readConfig } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';
import { REGION_URLS } from '../src/tencent/regions.ts';

type Variables = Readonly<Record<string, string | undefined>>;

const GOOD: Variables = {
  SLACK_BOT_TOKEN: 'xoxb-1-abc',
  SLACK_SIGNING_SECRET: '0123456789abcdef',
  TENCENT_SDK_APP_ID: '1400000000',
  TENCENT_SECRET_KEY: '0123456789abcdef'.repeat(4),
  TENCENT_REGION: 'singapore',
};

const configOf = (changes: Variables = {}) => readConfig({ ...GOOD, ...changes });

function faultsOf(changes: Variables): readonly string[] {
  try {
    configOf(changes);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

test.each<[changes: Variables, faults: readonly string[]]>([
  [{ METRICS_PORT: '9464' }, []],
  [{ METRICS_PORT: '3000' }, ['METRICS_PORT must be another port than PORT']],
  [{ METRICS_PORT: '03000' }, ['METRICS_PORT must be another port than PORT']],
  [{ PORT: '9464', METRICS_PORT: '9464' }, ['METRICS_PORT must be another port than PORT']],
  [{ PORT: '9464', METRICS_PORT: '3000' }, []],
  // Each gets a free one.
  [{ PORT: '0', METRICS_PORT: '0' }, []],
  [{ METRICS_PORT: '' }, []],
])('with %j the faults are %j', (changes, faults) => {
  expect(faultsOf(changes)).toEqual(faults);
});

test('with only what is required, everything else has its default', () => {
  expect(configOf()).toEqual({
    slack: { mode: 'http', botToken: 'xoxb-1-abc', signingSecret: '0123456789abcdef', apiUrl: undefined },
    tencent: {
      baseUrl: 'https://adminapisgp.im.qcloud.com',
      sdkAppId: 1400000000,
      secretKey: GOOD.TENCENT_SECRET_KEY,
      admin: 'administrator',
      fromAccount: 'administrator',
      callsPerSecond: 160,
      timeoutMs: 8000,
    },
    rules: [],
    maxAccounts: 100,
    hasNames: true,
    cache: { ttlMs: 60_000, maxAccounts: 10_000 },
    store: { kind: 'sqlite', folder: './data' },
    auditRetentionMs: 365 * 86_400_000,
    eventRetentionMs: 90 * 86_400_000,
    webhookToken: undefined,
    host: '0.0.0.0',
    port: 3000,
    logLevel: 'info',
    proxy: undefined,
  });
});

test.each<[changes: Variables, expected: unknown]>([
  [{ SLACK_API_URL: 'http://127.0.0.1:4000/api/' }, { slack: { apiUrl: 'http://127.0.0.1:4000/api/' } }],
  [{ TENCENT_BASE_URL: 'https://proxy.test/chat' }, { tencent: { baseUrl: 'https://proxy.test/chat' } }],
  [{ TENCENT_REGION: undefined, TENCENT_BASE_URL: 'http://x.test' }, { tencent: { baseUrl: 'http://x.test' } }],
  [{ TENCENT_ADMIN: 'root' }, { tencent: { admin: 'root', fromAccount: 'root' } }],
  [{ TENCENT_FROM_ACCOUNT: 'asker 1' }, { tencent: { admin: 'administrator', fromAccount: 'asker 1' } }],
  [{ TENCENT_MAX_CALLS_PER_SECOND: '1' }, { tencent: { callsPerSecond: 1 } }],
  [{ FOLLOWSTATS_NAMES: 'on' }, { hasNames: true }],
  [{ FOLLOWSTATS_NAMES: 'off' }, { hasNames: false }],
  [{ TENCENT_TIMEOUT_MS: '100' }, { tencent: { timeoutMs: 100 } }],
  [{ TENCENT_TIMEOUT_MS: '20000' }, { tencent: { timeoutMs: 20_000 } }],
  [{ FOLLOWSTATS_MAX_ACCOUNTS: '500' }, { maxAccounts: 500 }],
  [{ CACHE_TTL_SECONDS: '0' }, { cache: { ttlMs: 0 } }],
  [{ CACHE_TTL_SECONDS: '86400' }, { cache: { ttlMs: 86_400_000 } }],
  [{ CACHE_MAX_ACCOUNTS: '1' }, { cache: { maxAccounts: 1 } }],
  [{ DATA_DIR: '/var/lib/follow stats' }, { store: { kind: 'sqlite', folder: '/var/lib/follow stats' } }],
  [
    { DATABASE_URL: 'postgresql://a:b@db/x?sslmode=verify-full', DATA_DIR: '/data' },
    { store: { kind: 'postgres', url: 'postgresql://a:b@db/x?sslmode=verify-full' } },
  ],
  [{ AUDIT_RETENTION_DAYS: '1' }, { auditRetentionMs: 86_400_000 }],
  [{ FOLLOW_EVENTS_RETENTION_DAYS: '7' }, { eventRetentionMs: 7 * 86_400_000 }],
  [{ TENCENT_WEBHOOK_TOKEN: 'xxxxyyyy' }, { webhookToken: 'xxxxyyyy' }],
  [
    { HOST: '127.0.0.1', PORT: '0' },
    { host: '127.0.0.1', port: 0 },
  ],
  [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
])('%j is taken over', (changes, expected) => {
  expect(configOf(changes)).toMatchObject(expected as object);
});

test.each(Object.entries(REGION_URLS))('the region %s is served by %s', (region, url) => {
  expect(configOf({ TENCENT_REGION: region }).tencent.baseUrl).toBe(url);
});

test('Saudi Arabia is a region, with the host of its data centre', () => {
  const { baseUrl } = configOf({ TENCENT_REGION: 'saudi-arabia' }).tencent;
  expect(baseUrl).toBe('https://adminapiksa.im.qcloud.com');
});

test('an app-level token means Socket Mode, with or without a signing secret', () => {
  const slack = { mode: 'socket', appToken: 'xapp-1', botToken: 'xoxb-1-abc' };
  expect(configOf({ SLACK_APP_TOKEN: 'xapp-1' }).slack).toMatchObject(slack);
  expect(configOf({ SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: undefined }).slack).toMatchObject(slack);
});

test('administrators and viewers become rules, each id by its kind', () => {
  const { rules } = configOf({ FOLLOWSTATS_ADMINS: 'U1, W2', FOLLOWSTATS_VIEWERS: 'U3,W4 S5,\nC6,G7,D8,,*' });
  expect(rules.map(({ role, subject }) => [role, subject.kind, 'id' in subject ? subject.id : undefined])).toEqual([
    ['admin', 'person', 'U1'],
    ['admin', 'person', 'W2'],
    ['viewer', 'person', 'U3'],
    ['viewer', 'person', 'W4'],
    ['viewer', 'group', 'S5'],
    ['viewer', 'channel', 'C6'],
    ['viewer', 'channel', 'G7'],
    ['viewer', 'channel', 'D8'],
    ['viewer', 'everyone', undefined],
  ]);
});

test('an empty variable counts as absent, and white space around a value does not count', () => {
  const empty = Object.fromEntries(Object.keys(Env.shape).map((name) => [name, name in GOOD ? GOOD[name] : ' ']));
  expect(configOf(empty)).toEqual(configOf());
  expect(configOf({ PORT: ' 8080\n' }).port).toBe(8080);
});

test('variables of others do not matter', () => {
  expect(configOf({ PATH: '/bin', TENCENT_SECRET: 'x' })).toEqual(configOf());
});

test.each(['0x10', '1e3', '-1', '1.5', 'many', '9'.repeat(400)])('%s is not a number for any variable', (value) => {
  const names = [
    'TENCENT_TIMEOUT_MS',
    'FOLLOWSTATS_MAX_ACCOUNTS',
    'CACHE_TTL_SECONDS',
    'CACHE_MAX_ACCOUNTS',
    'AUDIT_RETENTION_DAYS',
    'PORT',
  ];
  const faults = faultsOf(Object.fromEntries(names.map((name) => [name, value])));
  expect(faults.map((fault) => fault.split(' ', 1)[0])).toEqual(names);
  for (const fault of faults) expect(fault).toMatch(/ must be a whole number from \d+ to \d+$/);
});

test('no variables at all is five faults, reported together', () => {
  expect(faultsOf(Object.fromEntries(Object.keys(GOOD).map((name) => [name, undefined])))).toEqual([
    'SLACK_BOT_TOKEN is required',
    'TENCENT_SDK_APP_ID is required',
    'TENCENT_SECRET_KEY is required',
    'SLACK_SIGNING_SECRET is required unless SLACK_APP_TOKEN is set (Socket Mode)',
    `TENCENT_REGION is required unless TENCENT_BASE_URL is set; one of ${Object.keys(REGION_URLS).join(', ')}`,
  ]);
});
