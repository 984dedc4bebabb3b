import { expect, onTestFinished, test } from 'vitest';
import type { View } from '../../src/demo/slack/types.ts';
import { ACTIONS } from '../../src/slack/names.ts';
import { openForm, SAVED, save, textOf } from './digest-form.ts';
import { createForger } from './forged.ts';
import { CHANNELS, createWorld, PEOPLE, type WorldOptions } from './world.ts';

const asAdmin = { personId: PEOPLE.admin };
const asPriya = { personId: PEOPLE.nobody };
const NOT_THERE = 'You aren’t in that conversation';

async function open(options: WorldOptions = {}, editor: string = PEOPLE.nobody) {
  const world = await createWorld(options);
  onTestFinished(world.stop);
  const name = world.slack.people.find(({ id }) => id === editor)?.name;
  await world.ask(`/followstats allow @${name} editor`, asAdmin);
  return world;
}

/** A form that its person has filled in but for the place. */
async function fillForm(world: Awaited<ReturnType<typeof open>>, personId: string, text = 'digest new'): Promise<View> {
  await openForm(world, text, { personId });
  await world.slack.fillIn({ personId, values: SAVED });
  return world.slack.modalOf(personId) as View;
}

const to = (id: string) => ({ values: { channel: { type: 'conversations_select', selected_conversation: id } } });
const errorOn = (field: string, words: string) => ({
  response_action: 'errors',
  errors: { [field]: expect.stringContaining(words) },
});

test('a forged form can’t point a digest where its person isn’t: no private channel, nobody else’s messages', async () => {
  const world = await open();
  const { slack } = world;
  await world.slack.type({ ...asAdmin, channelId: CHANNELS.community, text: '/followstats help' });
  const form = await fillForm(world, PEOPLE.nobody);
  const forger = createForger(world, PEOPLE.nobody);
  const posts = () => slack.apiCalls.filter(({ method }) => method === 'chat.postMessage').length;
  const before = posts();

  for (const place of [CHANNELS.growth, 'D0ANDERS001', PEOPLE.admin]) {
    expect(await forger.submit(form, to(place)), place).toEqual(errorOn('channel', NOT_THERE));
    const since = slack.mark();
    await forger.pressInView(form, ACTIONS.digestPreview, to(place));
    await slack.waitForModal({ ...asPriya, since, matches: (view) => textOf(view).includes(NOT_THERE) });
  }
  for (const place of ['C0NOSUCH001', 'G0NOSUCH001']) {
    expect(await forger.submit(form, to(place)), place).toEqual(errorOn('channel', 'can’t see that channel'));
  }
  expect(posts()).toBe(before);
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain('There are no digests yet');
});

test.each([
  ['a public channel', CHANNELS.community],
  ['their own messages with the app', 'D0PRIYA0001'],
  ['themselves, which stands for these', PEOPLE.nobody],
])('it can be pointed at %s', async (_, place) => {
  const world = await open();
  const form = await fillForm(world, PEOPLE.nobody);
  expect(await createForger(world, PEOPLE.nobody).submit(form, to(place))).toEqual({});
  await world.slack.waitForMessage({ ...asPriya, matches: ({ text }) => text.includes(' is saved') });
});

test('once they are in the private channel the same form is saved', async () => {
  const world = await open({}, PEOPLE.chinese);
  const form = await fillForm(world, PEOPLE.chinese);
  expect(await createForger(world, PEOPLE.chinese).submit(form, to(CHANNELS.growth))).toEqual({});
});

test('a guest has to be in a public channel, too', async () => {
  const world = await open({}, PEOPLE.guest);
  const form = await fillForm(world, PEOPLE.guest);
  const forger = createForger(world, PEOPLE.guest);
  expect(await forger.submit(form, to(CHANNELS.withoutBot))).toEqual(errorOn('channel', NOT_THERE));
  expect(await forger.submit(form, to(CHANNELS.community))).toEqual({});
});

test('an editor who isn’t in its private channel can stop a digest, and neither edit, run nor resume it', async () => {
  const world = await open();
  await openForm(world, 'digest new', { ...asAdmin, channelId: CHANNELS.growth });
  await save(world, { ...SAVED, channel: CHANNELS.growth });
  const ask = async (text: string) => (await world.ask(`/followstats digest ${text}`, asPriya)).text;
  const ELSEWHERE = `posts to a conversation that you aren’t in, so you can only pause or delete it. For anything else, ask its owner, <@${PEOPLE.admin}>.`;

  expect(textOf(await openForm(world, 'digest edit 1', asPriya))).toContain('that you aren’t in');
  expect(await ask('run 1')).toContain(ELSEWHERE);
  expect(await ask('pause 1')).toContain('is paused');
  expect(await ask('resume 1')).toContain(ELSEWHERE);
  // The form of another digest, forged into one of this digest's.
  const form = await fillForm(world, PEOPLE.nobody);
  const kept = JSON.parse(form.privateMetadata);
  const metadata = JSON.stringify({ ...kept, edited: { id: '1', ownerId: PEOPLE.nobody } });
  const forger = createForger(world, PEOPLE.nobody);
  expect(await forger.submit(form, { metadata, ...to(CHANNELS.community) })).toEqual(
    errorOn('channel', 'Only its owner and the people there can change it'),
  );
  expect((await world.ask('/followstats digest resume 1', asAdmin)).text).toContain('is running again');
  expect(await ask('delete 1')).toContain('is deleted');
});

test.each([
  ['groups:read', CHANNELS.growth, 'scopes channels:read, groups:read and im:write'],
  ['channels:read', CHANNELS.community, 'scopes channels:read, groups:read and im:write'],
  ['im:write', 'D0ANDERS001', 'scopes channels:read, groups:read and im:write'],
])('without %s the answer is no, with the fix', async (scope, place, words) => {
  const world = await open({ slack: { withoutScopes: [scope] } });
  const form = await fillForm(world, PEOPLE.admin);
  expect(await createForger(world, PEOPLE.admin).submit(form, to(place))).toEqual(errorOn('channel', words));
  expect(world.log.named('Slack did not say who is in a conversation')).toMatchObject([{ error: 'missing_scope' }]);
});

test('when Slack doesn’t say who is there, nothing is saved, and a minute later it is', async () => {
  const world = await open();
  const form = await fillForm(world, PEOPLE.admin);
  const forger = createForger(world, PEOPLE.admin);
  world.slack.setFaults([{ kind: 'refuse', method: 'conversations.info', error: 'internal_error', times: 1 }]);
  expect(await forger.submit(form, to(CHANNELS.growth))).toEqual(errorOn('channel', 'Slack didn’t say whether'));
  expect(await forger.submit(form, to(CHANNELS.growth))).toEqual({});
});
