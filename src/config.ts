import { z } from 'zod';
import {
  databaseUrl,
  hasComment,
  identifier,
  idList,
  inQuotes,
  path,
  secret,
  token,
  url,
  wholeNumber,
} from './config/config-fields.ts';
import { readProxy } from './config/proxy.ts';
import { ConfigError } from './errors.ts';
import type { Rule } from './followstats/access/rules.ts';
import { LANGUAGES } from './followstats/languages.ts';
import { REGION_URLS, type Region } from './tencent/regions.ts';

/** `top-level text` carries every row, and Slack cuts it at 40,000 characters: 500 rows stay under that. */
const MOST_ACCOUNTS = 500;
const DEFAULT_PORT = 3000;
const DAY_MS = 86_400_000;
const PINO_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const REGIONS = Object.keys(REGION_URLS) as [Region, ...Region[]];

/** In the order of the README's table; a test compares the two. */
export const Env = z.object({
  SLACK_BOT_TOKEN: token('a bot token', 'xoxb-'),
  SLACK_APP_TOKEN: token('an app-level token', 'xapp-').optional(),
  SLACK_SIGNING_SECRET: secret('the signing secret of the Slack app', 16).optional(),
  SLACK_API_URL: url.optional(),
  TENCENT_SDK_APP_ID: z
    .string({ error: 'is required' })
    .regex(/^[1-9]\d{4,9}$/, 'must be the SDKAppID, a number of five to ten digits'),
  TENCENT_SECRET_KEY: secret('the secret key of the Chat app', 16),
  TENCENT_REGION: z.enum(REGIONS, `must be one of ${REGIONS.join(', ')}`).optional(),
  TENCENT_BASE_URL: url.optional(),
  TENCENT_ADMIN: identifier.default('administrator'),
  TENCENT_FROM_ACCOUNT: identifier.optional(),
  TENCENT_MAX_CALLS_PER_SECOND: wholeNumber(1, 10_000).default(160),
  TENCENT_TIMEOUT_MS: wholeNumber(100, 20_000).default(8000),
  TENCENT_WEBHOOK_TOKEN: secret('the token of the callback configuration in the Chat console', 8, 128).optional(),
  FOLLOWSTATS_ADMINS: idList(/^[UW][A-Z0-9]+$/, 'Slack user ids (U…)').default([]),
  FOLLOWSTATS_VIEWERS: idList(
    /^(\*|[UWSCGD][A-Z0-9]+)$/,
    'Slack user, user group or channel ids (U…, S…, C…), or *',
  ).default([]),
  FOLLOWSTATS_MAX_ACCOUNTS: wholeNumber(1, MOST_ACCOUNTS).default(100),
  FOLLOWSTATS_LANGUAGE: z
    .enum(['auto', ...LANGUAGES], `must be auto or one of ${LANGUAGES.join(', ')}`)
    .default('auto'),
  FOLLOWSTATS_NAMES: z.enum(['on', 'off'], 'must be on or off').default('on'),
  CACHE_TTL_SECONDS: wholeNumber(0, 86_400).default(60),
  CACHE_MAX_ACCOUNTS: wholeNumber(1, 1_000_000).default(10_000),
  DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: path.default('./data'),
  AUDIT_RETENTION_DAYS: wholeNumber(1, 3650).default(365),
  FOLLOW_EVENTS_RETENTION_DAYS: wholeNumber(1, 3650).default(90),
  HOST: z.string().default('0.0.0.0'),
  PORT: wholeNumber(0, 65_535).default(DEFAULT_PORT),
  METRICS_PORT: wholeNumber(0, 65_535).optional(),
  LOG_LEVEL: z.enum(PINO_LEVELS, `must be one of ${PINO_LEVELS.join(', ')}`).default('info'),
});

const StoreEnv = Env.pick({ DATABASE_URL: true, DATA_DIR: true });

/** Everything that is configured from outside. */
export type Config = ReturnType<typeof readConfig>;

/**
 * Reads the environment, all of it at once. An empty variable counts as absent.
 * @throws {ConfigError} with one line per fault, by name and never by value
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const present = readPresent(environment);
  const parsed = Env.safeParse(present);
  const env = parsed.data;
  const mode = readMode(present);
  const baseUrl = env?.TENCENT_BASE_URL ?? (env?.TENCENT_REGION && REGION_URLS[env.TENCENT_REGION]);
  const { proxy, faults: proxyFaults } = readProxy(present);
  const faults = [...toFaults(Env, present, parsed.error), ...missing(present), ...samePort(present), ...proxyFaults];
  if (!env || !mode || !baseUrl || faults.length > 0) throw new ConfigError(faults);

  return {
    slack: { botToken: env.SLACK_BOT_TOKEN, apiUrl: env.SLACK_API_URL, ...mode },
    tencent: {
      baseUrl,
      sdkAppId: Number(env.TENCENT_SDK_APP_ID),
      secretKey: env.TENCENT_SECRET_KEY,
      admin: env.TENCENT_ADMIN,
      fromAccount: env.TENCENT_FROM_ACCOUNT ?? env.TENCENT_ADMIN,
      callsPerSecond: env.TENCENT_MAX_CALLS_PER_SECOND,
      timeoutMs: env.TENCENT_TIMEOUT_MS,
    },
    rules: [
      ...env.FOLLOWSTATS_ADMINS.map((id): Rule => ({ subject: { kind: 'person', id }, role: 'admin' })),
      ...env.FOLLOWSTATS_VIEWERS.map(toViewerRule),
    ],
    maxAccounts: env.FOLLOWSTATS_MAX_ACCOUNTS,
    /** The one language for everybody; `undefined`: each person reads their own. */
    language: env.FOLLOWSTATS_LANGUAGE === 'auto' ? undefined : env.FOLLOWSTATS_LANGUAGE,
    /** Whether accounts' nicknames are shown. */
    hasNames: env.FOLLOWSTATS_NAMES === 'on',
    cache: { ttlMs: env.CACHE_TTL_SECONDS * 1000, maxAccounts: env.CACHE_MAX_ACCOUNTS },
    store: toStore(env),
    auditRetentionMs: env.AUDIT_RETENTION_DAYS * DAY_MS,
    eventRetentionMs: env.FOLLOW_EVENTS_RETENTION_DAYS * DAY_MS,
    /** `undefined`: no webhooks are taken. */
    webhookToken: env.TENCENT_WEBHOOK_TOKEN,
    host: env.HOST,
    port: env.PORT,
    /** `undefined`: there are no metrics. */
    metricsPort: env.METRICS_PORT,
    logLevel: env.LOG_LEVEL,
    proxy,
  };
}

/**
 * Reads the part of the environment that says where the store is, for commands that need nothing else of it.
 * @throws {ConfigError} as `readConfig`
 */
export function readStoreConfig(environment: Readonly<Record<string, string | undefined>>) {
  const present = readPresent(environment);
  const parsed = StoreEnv.safeParse(present);
  const faults = toFaults(StoreEnv, present, parsed.error);
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return toStore(parsed.data);
}

function toStore({ DATABASE_URL: url, DATA_DIR: folder }: z.infer<typeof StoreEnv>) {
  return url ? ({ kind: 'postgres', url } as const) : ({ kind: 'sqlite', folder } as const);
}

/** The variables that are set and not empty, by name. */
type Present = Readonly<Partial<Record<string, string>>>;

function readPresent(environment: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
}

/** One line for each variable at fault, in the schema's order. */
function toFaults(
  schema: { readonly shape: object },
  present: Readonly<Record<string, string>>,
  error: z.ZodError | undefined,
): readonly string[] {
  return Object.keys(schema.shape).flatMap((name) => {
    if (inQuotes(present[name]))
      return [`${name} is in quotes, which docker's --env-file keeps; write it without them`];
    if (hasComment(present[name]))
      return [`${name} has a comment behind it, which docker's --env-file keeps; give that a line of its own`];
    return (error?.issues ?? []).filter(({ path }) => path[0] === name).map(({ message }) => `${name} ${message}`);
  });
}

/** Returns how Slack reaches the app, `undefined` when neither way is configured. The values are as `Env` checks them. */
function readMode({ SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret }: Present) {
  if (appToken) return { mode: 'socket', appToken } as const;
  return signingSecret ? ({ mode: 'http', signingSecret } as const) : undefined;
}

/**
 * Variables that are required unless another is set. Read from the raw environment, so that one start lists them with all
 * other faults.
 */
function missing(present: Present): readonly string[] {
  const faults: string[] = [];
  if (!readMode(present)) {
    faults.push('SLACK_SIGNING_SECRET is required unless SLACK_APP_TOKEN is set (Socket Mode)');
  }
  if (!present.TENCENT_REGION && !present.TENCENT_BASE_URL) {
    faults.push(`TENCENT_REGION is required unless TENCENT_BASE_URL is set; one of ${REGIONS.join(', ')}`);
  }
  return faults;
}

/** Read from the raw environment for the same reason. 0 is no port: each then gets a free one. */
function samePort({ PORT: port, METRICS_PORT: metricsPort }: Present): readonly string[] {
  const isSame =
    metricsPort !== undefined && Number(metricsPort) !== 0 && Number(metricsPort) === Number(port ?? DEFAULT_PORT);
  return isSame ? ['METRICS_PORT must be another port than PORT'] : [];
}

function toViewerRule(id: string): Rule {
  if (id === '*') return { subject: { kind: 'everyone' }, role: 'viewer' };
  // Slack's ids differ in their first letter.
  const kind = /^[UW]/.test(id) ? 'person' : id.startsWith('S') ? 'group' : 'channel';
  return { subject: { kind, id }, role: 'viewer' };
}
