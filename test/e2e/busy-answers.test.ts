import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/demo/slack/types.ts';
import { ADMISSION } from '../../src/slack/conversation/admission.ts';
import { openTcpGate, type TcpGate } from '../tcp-gate.ts';
import { textOf } from './digest-form.ts';
import { control } from './open-home.ts';
import { CHANNELS, createWorld, PEOPLE, type World } from './world.ts';

const { viewer, admin, nobody } = PEOPLE;
const REFRESH = 'followstats_refresh';
/** More than a button holds. */
const LONG = Array.from({ length: 90 }, (_, n) => `an_account_of_a_long_name_${n}`).join(' ');
const BUSY = /^Busy: about \d+ s of questions are waiting. Try again in a minute.$/;

let world: World;
let gate: TcpGate;
beforeAll(async () => {
  world = await createWorld({ env: { FOLLOWSTATS_NAMES: 'off', FOLLOWSTATS_ADMINS: admin } });
  gate = await openTcpGate(Number(new URL(world.chat.url).port));
  await world.moveTo({ TENCENT_BASE_URL: `http://127.0.0.1:${gate.port}` });
});
afterAll(async () => {
  gate.set('open');
  await world.stop();
  gate.close();
});

const why = async (personId: string) => (await world.ask('/followstats why', { personId })).text;

/** Does something while Chat is silent and a person has as many questions under way as one may have. */
async function whileBusy<Result>(personId: string, work: () => Promise<Result>): Promise<Result> {
  gate.set('silent');
  const place = { personId, channelId: personId === nobody ? CHANNELS.withoutBot : CHANNELS.growth };
  const accounts = Array.from({ length: ADMISSION.mostOfOne }, (_, n) => `nobody_${n}`);
  await Promise.all(accounts.map((account) => world.slack.type({ ...place, text: `/followstats ${account}` })));
  await expect.poll(() => why(personId)).toMatch(BUSY);
  try {
    return await work();
  } finally {
    gate.set('open');
    await expect.poll(() => why(personId), { timeout: 20_000 }).not.toMatch(BUSY);
  }
}

test('“Try again” that meets “busy” can be pressed again, in the same place', async () => {
  const failed = await world.ask('/followstats changes ghost');
  const busy = await whileBusy(viewer, () => world.press(failed, REFRESH));
  expect(busy.text).toMatch(BUSY);
  expect(busy.ts).toBe(failed.ts);
  const again = await world.press(busy, REFRESH);
  expect(again.ts).toBe(failed.ts);
  expect(again.text).toBe(failed.text);
});

test.each(['alice', 'ghost'])(
  '“Refresh” that meets “busy” leaves what is known of %s, and can be pressed again',
  async (account) => {
    const earlier = await world.ask(`/followstats ${account}`);
    const busy = await whileBusy(viewer, () => world.press(earlier, REFRESH));
    expect(busy.ts).toBe(earlier.ts);
    expect(busy.text).toMatch(new RegExp(`^Couldn’t refresh.*${account}.*Busy: about `, 's'));
    const again = await world.press(busy, REFRESH);
    expect(again.ts).toBe(earlier.ts);
    expect(again.text).not.toContain('Busy');
  },
);

test.each([
  ['a look-up', '/followstats alice bob', control('again')],
  ['a look-up that is longer than a button holds', `/followstats alice ${LONG}`, REFRESH],
  ['a history', '/followstats history alice 90d', control('again')],
  ['who came and left', '/followstats changes alice 7d', control('again')],
  ['a check', '/followstats check alice bob', control('again')],
])('%s that meets “busy” is asked again by a button', async (_, typed, actionId) => {
  const busy = await whileBusy(viewer, () => world.ask(typed));
  expect(busy.text).toMatch(BUSY);
  const answer = await world.press(busy, actionId);
  expect(answer.ts).toBe(busy.ts);
  expect(answer.text).toContain('alice');
});

test('what meets “busy” once more says so in the same place, for a look-up that was typed, too', async () => {
  const busy = await whileBusy(viewer, async () => {
    const first = await world.ask('/followstats history alice');
    const second = await world.press(first, control('again'));
    expect(second.text).toMatch(BUSY);
    expect(second.ts).toBe(first.ts);
    return second;
  });
  const answer = await world.press(busy, control('again'));
  expect(answer.ts).toBe(busy.ts);
  expect(answer.text).toContain('alice');
});

test('“Try again” of a person who may no longer look accounts up is denied', async () => {
  await world.ask('/followstats allow @priya viewer', { personId: admin });
  const busy = await whileBusy(nobody, () => world.ask('/followstats history alice', { personId: nobody }));
  await world.ask('/followstats revoke @priya', { personId: admin });
  const denied = await world.press(busy, control('again'), { personId: nobody });
  expect(denied.text).toMatch(/^You haven’t been given access/);
});

test('a form that meets “busy” says so on its field, and what was typed is sent again', async () => {
  const lists = await world.ask('/followstats list show', { personId: admin });
  const since = world.slack.mark();
  await world.slack.press({ personId: admin, ts: lists.ts, actionId: control('make') });
  await world.slack.waitForModal({ personId: admin, since, matches: (view) => !textOf(view).includes('One moment') });
  await world.slack.fillIn({ personId: admin, values: { ask_name: 'vip', ask_accounts: 'alice' } });
  await whileBusy(admin, () => world.slack.submitModal(admin));
  expect(world.slack.modalOf(admin)?.errors).toEqual({ ask_name: expect.stringMatching(BUSY) });
  const sent = world.slack.mark();
  await world.slack.submitModal(admin);
  expect(world.slack.modalOf(admin)).toBeUndefined();
  const made = await world.slack.waitForMessage({ personId: admin, channelId: CHANNELS.community, since: sent });
  expect(made.text).toContain('list:vip');
});

test('a look-up from a Home that meets “busy” is asked again by a button in direct messages', async () => {
  await world.slack.openHome(viewer);
  await world.slack.waitForHome({ personId: viewer });
  const matches = ({ text, channelId }: Message) => BUSY.test(text) && channelId.startsWith('D');
  const busy = await whileBusy(viewer, async () => {
    const since = world.slack.mark();
    await world.slack.fillIn({ personId: viewer, surface: 'home', values: { followstats_home_lookup: 'alice' } });
    return world.slack.waitForMessage({ personId: viewer, since, matches });
  });
  expect((await world.press(busy, control('again'))).text).toMatch(/^alice · 2 followers/);
});
