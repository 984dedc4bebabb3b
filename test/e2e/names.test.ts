import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Message } from '../../src/demo/slack/types.ts';
import { readCsv } from '../slack/blocks/kit/read-csv.ts';
import { objectsIn, textsIn } from '../slack/blocks/read-rendering.ts';
import { HOSTILE_NAMES } from '../slack/readers.ts';
import { accounts, readAudit } from '../store/contracts/askers.ts';
import { createDigestWorld, NINE } from './digest-world.ts';
import { homesOf, said } from './open-home.ts';
import { kindsOf, rowsOf, unreadOf } from './read-answer.ts';
import { WEBHOOK_TOKEN } from './webhook-request.ts';
import { CHANNELS, createWorld, PEOPLE, type World, type WorldOptions } from './world.ts';

const CANARY = 'Canary Nickname';
const NAMES: Readonly<Record<string, string>> = { alice: 'Alice Liddell', bob: 'bob', carol: ' Ca\u202erol\n ' };
const place = { personId: PEOPLE.viewer, channelId: CHANNELS.community };

async function open(options: WorldOptions = {}): Promise<World> {
  const world = await createWorld({ ...options, chat: { nicknameOf: (id) => NAMES[id], ...options.chat } });
  onTestFinished(() => world.stop());
  return world;
}

const nameCalls = ({ chat }: World) => chat.calls.filter(({ command }) => command === 'portrait_get');
const optionsOf = ({ blocks }: Message) =>
  objectsIn(blocks).flatMap(({ options }) => (options ? textsIn(options) : []));
const filesOf = ({ slack }: Pick<World, 'slack'>, personId: string) =>
  slack.channels
    .filter(({ id, memberIds }) => id.startsWith('D') && memberIds.includes(personId))
    .flatMap(({ id }) => slack.messagesFor(personId, id))
    .flatMap(({ files }) => files);

describe('names', () => {
  let world: World;
  beforeAll(async () => {
    const many = Array.from({ length: 110 }, (_, n) => `user_${n}`);
    world = await createWorld({
      chat: {
        accounts: ['alice', 'bob', 'carol', ...many],
        nicknameOf: (id) => NAMES[id] ?? (id.startsWith('user_') ? `U ${id.slice(5)}` : undefined),
      },
      env: { FOLLOWSTATS_MAX_ACCOUNTS: '150' },
    });
  });
  afterAll(() => world.stop());
  afterEach(() => world.chat.setFaults([]));

  test('stand beside UserIDs from the first answer on, cleaned, and not where they only repeat the UserID', async () => {
    const answer = await world.ask('/followstats alice bob carol ghost');
    expect(rowsOf(answer).map(([account]) => account)).toEqual(['alice (Alice Liddell)', 'bob', 'carol (Carol)']);
    expect(answer.text).toMatch(/^alice \(Alice Liddell\) · 2 followers/);
    expect(unreadOf(answer)).toEqual([expect.stringMatching(/^⚠ ghost: /)]);
    expect(optionsOf(answer)).toEqual(['alice (Alice Liddell)', 'bob', 'carol (Carol)']);
    expect(nameCalls(world).map((call) => call.accounts)).toEqual([['alice', 'bob', 'carol', 'ghost']]);
  });

  test('are asked for once a day; what is known costs no call', async () => {
    await world.ask('/followstats alice');
    const before = nameCalls(world).length;
    await world.press(await world.ask('/followstats alice bob carol ghost'), 'followstats_refresh');
    expect(nameCalls(world)).toHaveLength(before);
  });

  test('of 110 accounts are two calls, and stand in the file and in what a search finds', async () => {
    const before = nameCalls(world).length;
    const everybody = Array.from({ length: 110 }, (_, n) => `user_${n}`).join(' ');
    const answer = await world.ask(`/followstats ${everybody}`);
    expect(nameCalls(world).length - before).toBe(2);
    expect(answer.text).toContain('user_109 (U 109) · ');
    const menu = objectsIn(answer.blocks).find(({ type }) => type === 'external_select');
    expect(menu).toBeDefined();
    const search = { ...place, ts: answer.ts, actionId: 'followstats_account' };
    const found = async (text: string) =>
      (await world.slack.suggest({ ...search, text })).options.map(({ text: { text: shown } }) => shown);
    expect(await found('U 10')).toEqual(expect.arrayContaining(['user_10 (U 10)', 'user_109 (U 109)']));
    await world.press(answer, 'followstats_csv');
    const [file] = filesOf(world, PEOPLE.viewer);
    const [head, first] = readCsv(file?.content ?? '', ',');
    expect(head).toEqual([
      'Account',
      'Name',
      'Followers',
      'Following',
      'Mutual',
      'Change',
      'Since',
      'Status',
      'Code',
      'Reason',
      'Read at',
    ]);
    expect(first?.slice(0, 2)).toEqual(['user_0', 'U 0']);
  });

  test('stand on the account’s card, in a history, on a list, with links and in a Home', async () => {
    const answer = await world.ask('/followstats alice bob');
    const since = world.slack.mark();
    await world.slack.choose({ ...place, ts: answer.ts, actionId: 'followstats_account', value: 'alice' });
    const card = await world.slack.waitForModal({
      personId: PEOPLE.viewer,
      since,
      matches: ({ blocks }) => textsIn(blocks).join('').includes('alice (Alice Liddell) · '),
    });
    expect(card).toBeDefined();

    const history = await world.ask('/followstats history alice carol');
    expect(history.text).toContain('alice (Alice Liddell)');
    const by = { personId: PEOPLE.admin };
    await world.ask('/followstats list create vip alice bob carol', by);
    const list = await world.ask('/followstats list show vip');
    expect(list.text).toContain('alice bob carol\nTheir names: alice (Alice Liddell) and carol (Carol).');
    expect((await world.ask('/followstats link @maya carol', by)).text).toContain('carol (Carol)');
    expect((await world.ask('/followstats links', by)).text).toContain('carol (Carol)');
    const home = await homesOf(world).open(PEOPLE.admin, (view) => said(view).includes('carol'));
    expect(textsIn(home.blocks).join('')).toContain('carol (Carol)');
  });
});

test('stand in changes: of the account, of several, and of those who came', async () => {
  const hour = 3_600_000;
  const env = { TENCENT_WEBHOOK_TOKEN: WEBHOOK_TOKEN };
  const world = await open({ env, chat: { accounts: ['alice', 'bob', 'carol'], follows: [] } });
  await world.restart(async ({ snapshots, hearing }) => {
    const readAt = Date.now() - 25 * hour;
    const reading = { followers: 0, following: 0, mutual: 0, readAt };
    await snapshots.record(new Map(accounts('alice', 'carol').map((account) => [account, reading])));
    await hearing.keep('heard', { kind: 'hearing', since: readAt, until: Date.now(), events: 0 });
  });
  world.chat.follow('carol', 'alice');
  await world.chat.settleWebhooks();
  const one = await world.ask('/followstats changes alice');
  expect(one.text).toMatch(/^alice \(Alice Liddell\): 1 follower, /);
  expect(one.text).toMatch(/^carol \(Carol\) · /m);
  // Bold is the UserID alone.
  expect(objectsIn(one.blocks)).toContainEqual(expect.objectContaining({ text: 'carol', style: { bold: true } }));
  expect(JSON.stringify(one.blocks)).toContain('" (Carol) · ');
  const both = await world.ask('/followstats changes alice carol');
  expect(both.text).toMatch(/^alice \(Alice Liddell\): 0 \+ 1 came − 0 left = 1$/m);
  expect(both.text).toMatch(/^carol \(Carol\): 0 \+ 0 came − 0 left = 0$/m);
});

test('an answer that is shared by an app that doesn’t know them yet has the names, too', async () => {
  const world = await open();
  const answer = await world.ask('/followstats alice bob');
  await world.restart(async () => {});
  const shared = await world.share(answer);
  expect(rowsOf(shared).map(([account]) => account)).toEqual(['alice (Alice Liddell)', 'bob']);
});

test('switched off they are nowhere, and none is asked for', async () => {
  const world = await open({ env: { FOLLOWSTATS_NAMES: 'off' } });
  const answer = await world.ask('/followstats alice bob carol');
  await world.share(answer);
  await world.ask('/followstats history alice');
  expect(nameCalls(world)).toEqual([]);
  expect(JSON.stringify(world.slack.apiCalls)).not.toMatch(/Liddell|Carol/);
  expect(answer.text).not.toMatch(/Liddell|Carol/);
});

describe('Chat that gives no names', () => {
  test.each([
    ['hangs', { kind: 'hang' }],
    ['is slow', { kind: 'slow', ms: 5000 }],
  ] as const)('because it %s holds up no answer', async (_, fault) => {
    const world = await open();
    world.chat.setFaults([{ ...fault, command: 'portrait_get' }]);
    const began = performance.now();
    const answer = await world.ask('/followstats alice bob');
    expect(performance.now() - began).toBeLessThan(2000);
    expect(rowsOf(answer).map(([account]) => account)).toEqual(['alice', 'bob']);
  });

  test('in time gives them for the next answer', async () => {
    const world = await open();
    world.chat.setFaults([{ kind: 'slow', ms: 300, command: 'portrait_get' }]);
    expect((await world.ask('/followstats alice')).text).toMatch(/^alice · /);
    // A history asks Chat for nothing else, so that it may wait for what is under way.
    expect((await world.ask('/followstats history alice')).text).toContain('alice');
    await expect.poll(async () => (await world.ask('/followstats alice')).text).toMatch(/^alice \(Alice Liddell\) · /);
    expect(nameCalls(world)).toHaveLength(1);
  });

  test('because the app has no right to is asked once, and the log says so', async () => {
    const world = await open();
    world.chat.setFaults([{ kind: 'code', code: 40007, command: 'portrait_get' }]);
    for (const account of ['alice', 'bob', 'carol']) await world.ask(`/followstats ${account}`);
    expect(nameCalls(world)).toHaveLength(1);
    const lines = world.log.named('Chat gives no names; answers go without');
    expect(lines).toMatchObject([{ restMs: 600_000, err: { message: 'portrait_get answered 40007' } }]);
  });

  test('of a whole call because of one account gives those of the others', async () => {
    const world = await open({ chat: { unknownFailsCall: ['portrait_get'] } });
    await world.ask('/followstats alice ghost bob carol');
    const answer = await world.ask('/followstats alice ghost bob carol');
    expect(rowsOf(answer).map(([account]) => account)).toEqual(['alice (Alice Liddell)', 'bob', 'carol (Carol)']);
    const calls = nameCalls(world).length;
    await world.ask('/followstats ghost alice');
    expect(nameCalls(world)).toHaveLength(calls);
  });
});

test('names that try to be more are text wherever they are shown', async () => {
  const ids = HOSTILE_NAMES.map((_, n) => `user_${n}`);
  const world = await open({
    chat: { accounts: ids, follows: [], nicknameOf: (id) => HOSTILE_NAMES[Number(id.slice(5))] },
  });
  await world.ask(`/followstats ${ids.join(' ')}`);
  const answer = await world.ask(`/followstats ${ids.join(' ')}`);
  expect(kindsOf(answer)).toContain('data_table');
  expect(rowsOf(answer).map(([account]) => account)).toEqual(
    expect.arrayContaining([
      'user_0 (<!channel>)',
      'user_1 (<@U0123456>)',
      'user_3 (*bold* _it_ ~no~ `code`)',
      'user_4 (<https://evil.example|Sign in>)',
      'user_5 (:emoji: @here)',
      'user_6 (txet desrever)',
      'user_7 (line break and more)',
      'user_8 (=1+1)',
      `user_9 (${'😀'.repeat(39)}…)`,
    ]),
  );
  const one = await world.ask('/followstats user_0');
  const shared = await world.share(await world.ask(`/followstats ${ids.join(' ')}`));
  await world.press(answer, 'followstats_csv');
  for (const message of [answer, one, shared]) {
    expect(message.text).toContain('&lt;!channel&gt;');
    expect(message.text).not.toMatch(/<!channel>|<@U0123456>|<https|[\u202a-\u202e\u2066-\u2069]/);
    expect(JSON.stringify(message.blocks)).not.toMatch(/"type":"(?:broadcast|link|emoji)"|[\u202a-\u202e]/);
    const formatted = objectsIn(message.blocks).flatMap(({ type, text }) => (type === 'mrkdwn' ? [text] : []));
    expect(formatted.join()).not.toMatch(/bold|evil|channel/);
  }
  const rows = readCsv(filesOf(world, PEOPLE.viewer)[0]?.content ?? '', ',');
  expect(rows.find(([account]) => account === 'user_8')?.[1]).toBe("'=1+1");
});

test('no name gets into the log, the audit or what Slack keeps of a message', async () => {
  const world = await open({ chat: { nicknameOf: () => CANARY } });
  const answer = await world.ask('/followstats alice bob ghost');
  expect(answer.text).toContain(CANARY);
  await world.share(answer);
  await world.ask('/followstats list create vip alice', { personId: PEOPLE.admin });
  world.chat.setFaults([{ kind: 'code', code: 40007, command: 'portrait_get' }]);
  await world.ask('/followstats history alice');
  expect(world.log.lines.join('\n')).not.toContain(CANARY);
  const audit = await world.restart(({ audit }) => readAudit(audit));
  expect(JSON.stringify(audit)).not.toContain(CANARY);
  const metadata = world.slack.apiCalls.map(({ args }) => (args as { metadata?: unknown }).metadata);
  expect(JSON.stringify(metadata)).not.toContain(CANARY);
});

test('a digest has names in its movers, its table and its words; and waits for them a little', async () => {
  const world = await createDigestWorld({
    chat: { nicknameOf: (id) => NAMES[id], latencyMs: () => 0 },
    digests: [{ accounts: accounts('alice', 'carol') }],
  });
  onTestFinished(() => world.stop());
  world.chat.setFaults([{ kind: 'slow', ms: 200, command: 'portrait_get' }]);
  expect(await world.runAt(NINE)).toMatchObject({ state: 'posted' });
  world.chat.follow('carol', 'bob');
  world.chat.follow('bob', 'carol');
  expect(await world.runAt(NINE + 24 * 3_600_000)).toMatchObject({ state: 'posted' });
  const [first, second] = world.posts() as [Message, Message];
  expect(rowsOf(first).map(([account]) => account)).toEqual(['alice (Alice Liddell)', 'carol (Carol)']);
  expect(second.text).toContain('carol (Carol) +1');
  expect(JSON.stringify(second.metadata)).not.toMatch(/Carol|Liddell/);
});

test('a daily digest has its names again, though their day ends while it is read', async () => {
  let onCall = () => {};
  const world = await createDigestWorld({
    chat: {
      nicknameOf: (id) => NAMES[id],
      latencyMs: () => {
        onCall();
        return 0;
      },
    },
    digests: [{ accounts: accounts('alice', 'carol') }],
  });
  onTestFinished(() => world.stop());
  expect(await world.runAt(NINE)).toMatchObject({ state: 'posted' });
  onCall = () => world.moveTo(world.now() + 1000);
  expect(await world.runAt(NINE + 24 * 3_600_000)).toMatchObject({ state: 'posted' });
  for (const post of world.posts())
    expect(rowsOf(post).map(([account]) => account)).toEqual(['alice (Alice Liddell)', 'carol (Carol)']);
  expect(world.posts()).toHaveLength(2);
});
