import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ChatFault } from '../../src/demo/chat/faults.ts';
import { type Canaries, createCanaries } from '../canaries.ts';
import { openProxy } from '../forward-proxy.ts';
import { ROWS } from '../store/dumps/rows.ts';
import { administer, createPostgres, describePostgres } from '../store/engines.ts';
import { temporaryFolder } from '../store/new-store.ts';
import { readSql } from '../store/write-sql.ts';
import { appEnv, SECRET_KEY } from './app-env.ts';
import { type NodeProcess, runNode } from './node-process.ts';
import { createProcessWorld } from './process-world.ts';
import { metricsWhen } from './read-metrics.ts';
import { WEBHOOK_TOKEN } from './webhook-request.ts';
import { CHANNELS, createWorld, PEOPLE, type World, type WorldOptions } from './world.ts';

/** Characters that a URL writes otherwise, so that both forms are looked for. */
const DATABASE_PASSWORD = 'canary-db-8d1e77/a0c4:b2';
const PROXY_PASSWORD = 'canary-proxy-61be09/d3f5';
const WRONG_PASSWORD = 'canary-wrong-4f7720/9ac1';
const LOGIN = `teller:${PROXY_PASSWORD}`;
const URL_LOGIN = `teller:${encodeURIComponent(PROXY_PASSWORD)}`;

const FIXED = {
  ...{ SecretKey: SECRET_KEY, 'webhook token': WEBHOOK_TOKEN, 'password of the database': DATABASE_PASSWORD },
  ...{ 'password of the proxy': PROXY_PASSWORD, 'wrong password': WRONG_PASSWORD },
};

/** Everything that is a secret between an app and its two stand-ins; the signatures as far as there were any by now. */
function canariesOf({ slack, chat }: Pick<World, 'slack' | 'chat'>): Canaries {
  const { botToken, appToken, signingSecret } = slack.credentials;
  const canaries = createCanaries({
    ...FIXED,
    'bot token': botToken,
    'app token': appToken,
    'signing secret': signingSecret,
  });
  const signatures = new Set(chat.calls.flatMap(({ usersig }) => usersig ?? []).filter((one) => one.length > 20));
  for (const [n, signature] of [...signatures].entries()) canaries.add(`UserSig ${n}`, signature);
  return canaries;
}

/** In no log, error or table, whatever they hold. */
const URLS = /.{0,60}(?:usersig=|\/response\/|postgres(?:ql)?:\/\/\w+:).{0,60}/g;
const urlsIn = (text: string): readonly string[] => text.match(URLS) ?? [];

/** A failure of Chat of each kind; its words quote what was asked. */
function chatFaults(signature: string): readonly ChatFault[] {
  const info = `POST https://chat.example/v4/follow?sig=${signature}&key=${SECRET_KEY} was refused`;
  return [
    { kind: 'code', code: 30001, info },
    { kind: 'code', code: 70003, info },
    { kind: 'code', code: 99_999, info },
    { kind: 'hostile-info', account: 'bob', info },
    ...(['reset', 'hang', 'html', 'truncated', 'wrong-shape', 'garbled'] as const).map((kind) => ({ kind })),
    { kind: 'status', status: 502 },
  ];
}

const SLACK_FAULTS = [
  ...(['refuse', 'half-done'] as const).map((kind) => ({
    kind,
    method: 'chat.postEphemeral',
    error: 'internal_error',
  })),
  { kind: 'status', method: 'users.info', status: 500 },
  { kind: 'lose-answer', method: 'response_url' },
  { kind: 'refuse', method: 'response_url', error: 'expired_url' },
] as const;

/** Gives the app every reason to say something. */
async function driveAll(world: World): Promise<void> {
  const admin = { personId: PEOPLE.admin };
  const ask = (text: string) => world.ask(`/followstats ${text}`, admin);
  for (const text of [
    'help',
    'why',
    'access',
    'list create vip alice bob',
    'link @maya alice',
    'history alice',
    'changes alice',
  ])
    await ask(text);
  for (const text of ['check alice bob', 'digest list', 'watch list', 'nonsense "', 'links', `${'x'.repeat(40)}`])
    await ask(text);
  await world.ask('/followstats alice', { personId: PEOPLE.nobody });
  const answer = await ask('alice bob carol ghost');
  await world.press(answer, 'followstats_refresh', admin);
  await world.share(answer, admin);
  world.chat.follow('bob', 'carol');
  await world.chat.settleWebhooks();

  const signature = world.chat.calls.at(-1)?.usersig ?? '';
  for (const fault of chatFaults(signature)) {
    world.chat.setFaults([{ ...fault, times: 1 }]);
    await ask('alice bob');
  }
  world.chat.setFaults([]);
}

/** Lets Slack fail in every way, then stops: what runs is finished. @returns the page of metrics before that */
async function breakSlack({ slack, app, metricsUrl }: World): Promise<string> {
  slack.setFaults(SLACK_FAULTS.map((fault) => ({ ...fault, times: 1 })));
  for (const _ of SLACK_FAULTS)
    await slack.type({ personId: PEOPLE.admin, channelId: CHANNELS.community, text: '/followstats alice' });
  const { text } = await metricsWhen(metricsUrl, ({ sum }) => sum('followstats_commands_total') > SLACK_FAULTS.length);
  await app.stop();
  return text;
}

/** Metrics are kept for years where they are collected, so their labels must not name people, channels or accounts. */
const NAMES = new RegExp(
  `\\b(?:${[...Object.values(PEOPLE), ...Object.values(CHANNELS), 'alice', 'ghost'].join('|')})\\b`,
);

const OPTIONS: WorldOptions = {
  chat: { nicknameOf: (id) => `Nick of ${id}` },
  seams: { retryDelayMs: 1 },
};
const ENV = {
  CACHE_TTL_SECONDS: '0',
  TENCENT_WEBHOOK_TOKEN: WEBHOOK_TOKEN,
  TENCENT_TIMEOUT_MS: '300',
  METRICS_PORT: '0',
};

/** All that reached Slack: each call of its Web API, each message that anybody sees there. */
function toldSlack({ slack }: World): string {
  const people = Object.values(PEOPLE);
  const messages = slack.channels.flatMap(({ id }) => people.map((person) => slack.messagesFor(person, id)));
  return JSON.stringify([slack.apiCalls, messages]);
}

function expectNone(canaries: Canaries, texts: Readonly<Record<string, string>>): void {
  const found = Object.entries(texts).flatMap(([place, text]) =>
    canaries.findIn(text).map((name) => `${name} in ${place}`),
  );
  expect(found).toEqual([]);
}

async function textOf(process: NodeProcess): Promise<string> {
  await process.ended;
  return process.stdout() + process.stderr();
}

test.each(['http', 'socket'] as const)(
  'an app over %s with an embedded store keeps every secret to itself',
  async (mode) => {
    const folder = temporaryFolder();
    const world = await createWorld({ ...OPTIONS, mode, env: { ...ENV, DATA_DIR: folder } });
    onTestFinished(world.stop);
    await driveAll(world);

    const backup = join(temporaryFolder(), 'backup.db');
    const ran = runNode('src/cli/main.ts', ['backup', backup], { DATA_DIR: folder });
    const audit = [[], ['--json']].map((args) => runNode('src/cli/main.ts', ['audit', ...args], { DATA_DIR: folder }));
    const written = await Promise.all([ran, ...audit].map(textOf));
    const files = globSync('*', { cwd: folder }).map((name) => readFileSync(join(folder, name), 'latin1'));
    const metrics = await breakSlack(world);
    const canaries = canariesOf(world);
    const log = world.log.lines.join('');
    expectNone(canaries, {
      ...{ log, Slack: toldSlack(world), 'the operator’s commands': written.join(''), 'the store': files.join('') },
      ...{ 'the backup': readFileSync(backup, 'latin1'), metrics },
    });
    expect(metrics).toContain('70003');
    expect(metrics).not.toMatch(NAMES);
    expect(world.log.lines.length).toBeGreaterThan(20);
    for (const text of [log, metrics, written.join(''), ...files]) expect(urlsIn(text)).toEqual([]);
  },
);

/** A database whose owner has a canary for a password. */
async function openDatabase() {
  const { options, drop } = await createPostgres();
  const url = new URL('url' in options ? options.url : '');
  const [database, role] = [url.pathname.slice(1), `teller_${url.pathname.slice(1)}`];
  await administer(`create role ${role} login password '${DATABASE_PASSWORD}'`);
  await administer(`alter database ${database} owner to ${role}`);
  onTestFinished(async () => {
    await drop();
    await administer(`drop role ${role}`);
  });
  const asTeller = (password: string) =>
    Object.assign(new URL(url), { username: role, password: encodeURIComponent(password) }).href;
  return { options, database, url: asTeller(DATABASE_PASSWORD), refused: asTeller(WRONG_PASSWORD) };
}

describePostgres('an app', () => {
  test('behind a proxy keeps every secret to itself, when its connections are cut and refused, too', async () => {
    const { options, database, url } = await openDatabase();
    const proxy = await openProxy({ login: LOGIN });
    const proxyUrl = proxy.url.replace(LOGIN, URL_LOGIN);
    const world = await createWorld({
      ...OPTIONS,
      env: { ...ENV, DATABASE_URL: url, NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxyUrl, HTTPS_PROXY: proxyUrl },
    });
    onTestFinished(world.stop);
    await driveAll(world);
    await administer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
    await world.ask('/followstats list show vip', { personId: PEOPLE.admin });
    await world.ask('/followstats alice', { personId: PEOPLE.admin });
    expect(proxy.log.length).toBeGreaterThan(0);

    const tables = [...Object.keys(ROWS), 'turns', 'kysely_migration'];
    const rows = await Promise.all(tables.map((table) => readSql(options, `select one::text from ${table} as one`)));
    expect(rows.flat().length).toBeGreaterThan(10);
    const audit = await textOf(runNode('src/cli/main.ts', ['audit', '--json'], { DATABASE_URL: url }));
    const metrics = await breakSlack(world);
    const log = world.log.lines.join('');
    expectNone(canariesOf(world), { log, metrics, Slack: toldSlack(world), audit, 'the tables': JSON.stringify(rows) });
    for (const text of [log, metrics, audit, JSON.stringify(rows)]) expect(urlsIn(text)).toEqual([]);
  });

  test('that can’t start, and a doctor that finds out why, name no secret', async () => {
    const { url, refused } = await openDatabase();
    const world = await createProcessWorld();
    onTestFinished(world.close);
    const proxy = await openProxy({ tunnels: 'refused', login: LOGIN });
    const good = {
      ...appEnv({ ...world, mode: 'socket' }),
      TENCENT_WEBHOOK_TOKEN: WEBHOOK_TOKEN,
      DATABASE_URL: url,
      LOG_LEVEL: 'trace',
    };
    const { botToken, signingSecret } = world.slack.credentials;
    const proxyUrl = proxy.url.replace(LOGIN, URL_LOGIN);
    const wrongs: readonly Readonly<Record<string, string>>[] = [
      {
        SLACK_BOT_TOKEN: `"${botToken}"`,
        TENCENT_SECRET_KEY: `${SECRET_KEY} # key`,
        SLACK_SIGNING_SECRET: `'${signingSecret}'`,
      },
      { DATABASE_URL: `postgres://teller:#${DATABASE_PASSWORD}@127.0.0.1/db` },
      { DATABASE_URL: refused },
      { DATABASE_URL: `${url}?sslmode=require` },
      { TENCENT_BASE_URL: `http://teller:${encodeURIComponent(PROXY_PASSWORD)}@127.0.0.1:1/?key=${SECRET_KEY}` },
      { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: proxyUrl, TENCENT_BASE_URL: 'https://chat.invalid' },
    ];
    // In a `.env` alone: of the environment Node itself would use it, before the app begins.
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), `NODE_USE_ENV_PROXY=1\nHTTP_PROXY=ftp://${LOGIN}@proxy\n`);
    const stores = { DATABASE_URL: refused, DATA_DIR: world.dataFolder };
    const said = await Promise.all(
      [
        ...wrongs.map((wrong, n) =>
          runNode('src/cli/main.ts', ['doctor', ...(n % 2 === 0 ? [] : ['--json'])], { ...good, ...wrong }),
        ),
        // Those that end a start by themselves.
        ...wrongs.slice(0, 4).map((wrong) => world.start('socket', { ...good, ...wrong })),
        runNode('src/main.ts', [], good, folder),
        ...[['audit'], ['copy-store'], ['backup', 'x']].map((args) => runNode('src/cli/main.ts', args, stores)),
      ].map(textOf),
    );
    for (const one of said) expect(one).not.toBe('');
    const canaries = canariesOf(world);
    expectNone(canaries, Object.fromEntries(said.map((text, n) => [`output ${n}: ${text.slice(0, 200)}`, text])));
    expect(urlsIn(said.join(''))).toEqual([]);
  });
});
