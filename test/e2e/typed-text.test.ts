import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from './read-answer.ts';
import { CHANNELS, createWorld, PEOPLE, type World } from './world.ts';

const ODD = ['a;', ';', 'a;b', 'say "hi"', 'r&d;', '&amp;', '<@U1>;'];

let world: World;
beforeAll(async () => {
  world = await createWorld({ chat: { accounts: ['alice', 'bob', 'carol', ...ODD] } });
});
afterAll(() => world.stop());

const accountsIn = async (text: string) => rowsOf(await world.ask(text)).map(([account]) => account);

test('help with characters that can’t be seen is help', async () => {
  const { text } = await world.ask('/followstats help');
  for (const typed of ['\u200bhelp', 'he\u00adlp\u2069', '\ufeffhelp\ufe0f'])
    expect((await world.ask(`/followstats ${typed}`)).text).toBe(text);
});

test('accounts are read as they look, whatever stands unseen in them, and apart at a semicolon', async () => {
  expect(await accountsIn('/followstats al\u200bice; “bob”;\u2066carol\u2069')).toEqual(['alice', 'bob', 'carol']);
});

test('a list is made and found by the name that is seen', async () => {
  const asEditor = { personId: PEOPLE.admin };
  await world.ask('/followstats list create vi\u200bp alice; bob\u200d', asEditor);
  expect(await accountsIn('/followstats list:v\u2060ip')).toEqual(['alice', 'bob']);
});

test('Refresh asks about the accounts that were typed, however odd their names', async () => {
  const typed = ODD.map((id) => `"${id.replaceAll('"', String.raw`\"`)}"`).join(' ');
  const first = await world.ask(`/followstats lookup ${typed}`);
  const refreshed = await world.press(first, 'followstats_refresh');
  expect(refreshed.ts).toBe(first.ts);
  expect(rowsOf(refreshed).map(([account]) => account)).toEqual(ODD);
});

test('a word far longer than any subcommand or UserID is refused for its length, and shown cut', async () => {
  const { text } = await world.ask(`/followstats ${'x'.repeat(24_000)}`);
  expect(text).toContain('is too long: a UserID has at most 32 characters');
  expect(text.length).toBeLessThan(300);
});

test('a command longer than Slack’s longest message is refused with one sentence', async () => {
  const { text } = await world.ask(`/followstats ${'alice '.repeat(7000)}`);
  expect(text).toBe(
    'That’s too long: a command takes 40,000 characters at most. Name fewer accounts, or look up a list, like /followstats list:creators.',
  );
});

test('a message whose blocks are nested without end is looked up like any other', async () => {
  const asEditor = { personId: PEOPLE.admin };
  await world.ask('/followstats link @chenli bob', asEditor);
  await world.ask('/followstats link @anders carol', asEditor);
  const depth = 50_000;
  const mention = `{"type":"user","user_id":"${PEOPLE.chinese}"}`;
  const message = `{"type":"message","user":"${PEOPLE.admin}","ts":"1.2","blocks":${'['.repeat(depth)}${mention}${']'.repeat(depth)}}`;
  const payload = JSON.stringify({
    type: 'message_action',
    callback_id: 'followstats_lookup_mentions',
    user: { id: PEOPLE.viewer },
    team: { id: 'T0' },
    channel: { id: CHANNELS.growth },
    response_url: `${world.url}/nowhere`,
  });
  const delivery = await world.slack.deliver({
    body: { form: { payload: `${payload.slice(0, -1)},"message":${message}}` } },
  });
  expect(delivery.status).toBe(200);
  const answered = await world.log.first('answered', ({ channel }) => channel === CHANNELS.growth);
  expect(answered).toMatchObject({ accounts: 2, failed: 0 });
});
