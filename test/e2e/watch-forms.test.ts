import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../../src/demo/slack/types.ts';
import { createForger } from './forged.ts';
import { CHANNELS, createWorld, PEOPLE, type World } from './world.ts';

let world: World;
const EDITOR = PEOPLE.nobody;

beforeAll(async () => {
  world = await createWorld();
  await ask('/followstats allow @priya editor');
});
afterAll(() => world.stop());

const ask = (text: string, personId: string = PEOPLE.admin) => world.ask(text, { personId });

async function openForm(text: string, personId: string = PEOPLE.admin): Promise<View> {
  const since = world.slack.mark();
  await world.slack.type({ personId, channelId: CHANNELS.community, text: `/followstats ${text}` });
  return world.slack.waitForModal({
    personId,
    since,
    matches: (view) => !JSON.stringify(view.blocks).includes('Opening'),
  });
}

const fieldsOf = ({ blocks }: View) => blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));
const textOf = ({ blocks }: View) => JSON.stringify(blocks);

/** The line in the channel, once the person who saved has read of it, too. */
async function announced(since: number, id: number) {
  await world.slack.waitForMessage({
    personId: PEOPLE.admin,
    since,
    matches: ({ text }) => text.startsWith(`#${id} is saved`),
  });
  return world.slack.waitForMessage({
    personId: PEOPLE.viewer,
    channelId: CHANNELS.community,
    since,
    matches: ({ text }) => text.startsWith(`This channel is told by watch #${id}`),
  });
}

async function submit(values: Parameters<World['slack']['fillIn']>[0]['values'], personId: string = PEOPLE.admin) {
  await world.slack.fillIn({ personId, values });
  const since = world.slack.mark();
  await world.slack.submitModal(personId);
  return since;
}

describe('the form of a watch', () => {
  test('shows the fields of the rule that is chosen, and keeps what was typed for another', async () => {
    const first = await openForm('watch new alice');
    expect(fieldsOf(first)).toEqual([
      'followstats_watch_kind',
      'followers',
      'followstats_watch_lists',
      'accounts',
      'people',
      'channel',
    ]);
    expect(textOf(first)).toContain('"initial_value":"alice"');
    const since = world.slack.mark();
    await world.slack.fillIn({ personId: PEOPLE.admin, values: { followers: '12', followstats_watch_kind: 'gains' } });
    const second = await world.slack.waitForModal({
      personId: PEOPLE.admin,
      since,
      matches: (view) => fieldsOf(view).includes('span'),
    });
    expect(fieldsOf(second)).toEqual(expect.arrayContaining(['absolute', 'percent', 'span']));
    expect(second.privateMetadata).toContain('"followers":"12"');
    await world.slack.closeModal({ personId: PEOPLE.admin, all: true });
  });

  test('says what is wrong on its fields, and nothing is asked of Chat', async () => {
    const form = await openForm('watch new');
    const asked = world.chat.calls.length;
    await submit({ followers: '0', accounts: 'list:nosuch', channel: CHANNELS.community });
    const { errors } = world.slack.modalOf(PEOPLE.admin) ?? {};
    expect(errors).toEqual({
      followers: '0 can’t be a number of followers here. Write a whole number from 1 to 1,000,000,000.',
    });
    await submit({ followers: '', accounts: 'alice', channel: CHANNELS.community });
    expect(world.slack.modalOf(PEOPLE.admin)?.errors).toEqual({ followers: 'Please complete this required field.' });
    // As a form of before sends it, in which the field may be left empty.
    const empty = {
      followers: { type: 'number_input', value: null },
      channel: { type: 'conversations_select', selected_conversation: CHANNELS.community },
      accounts: { type: 'plain_text_input', value: 'alice' },
    };
    expect(await createForger(world, PEOPLE.admin).submit(form, { values: empty })).toMatchObject({
      errors: { followers: 'Write a number of followers here.' },
    });
    await submit({ followers: '5', accounts: 'list:nosuch', channel: CHANNELS.community });
    expect(world.slack.modalOf(PEOPLE.admin)?.errors?.accounts).toMatch(/^No list is called nosuch/);
    expect(world.chat.calls).toHaveLength(asked);
  });

  test('is saved: the channel reads one line, and the person where it tells', async () => {
    await openForm('watch new');
    const since = await submit({ followers: '50', accounts: 'alice bob', channel: CHANNELS.community });
    const notice = await world.slack.waitForMessage({
      personId: PEOPLE.admin,
      since,
      matches: ({ text }) => text.includes('is saved'),
    });
    expect(notice.text).toContain('reaches 50 followers');
    const line = await announced(since, 1);
    expect(line.text).toBe('This channel is told by watch #1: alice and bob · reaches 50 followers.');
  });

  test('says for whom the rule is met already', async () => {
    await openForm('watch new');
    const since = world.slack.mark();
    await submit({ followers: '1', accounts: 'alice carol', channel: CHANNELS.community });
    const view = await world.slack.waitForModal({
      personId: PEOPLE.admin,
      since,
      matches: (one) => textOf(one).includes('Saved.'),
    });
    expect(textOf(view)).toContain('alice');
    expect(textOf(view)).not.toContain('carol');
    await announced(since, 2);
    await world.slack.closeModal({ personId: PEOPLE.admin, all: true });
  });
});

describe('watch list', () => {
  test('has a card for each, with a menu that edits, pauses, mutes and deletes', async () => {
    const list = await ask('/followstats watch list');
    expect(list.text).toContain('2 watches');
    expect(list.text).toContain('#1 · 🟢 Running');
    expect(JSON.stringify(list.blocks)).toMatch(/watch edit 1.*watch pause 1.*watch mute 1.*watch delete 1/s);
    expect((await ask('/followstats watch mute 1')).text).toMatch(/^#1 is muted until tomorrow /);
    expect((await ask('/followstats watch list')).text).toContain('#1 · 🔕 Muted until');
    expect((await ask('/followstats watch unmute 1')).text).toBe('#1 tells again.');
    expect((await ask('/followstats watch pause 1')).text).toBe('#1 is paused.');
    expect((await ask('/followstats watch pause 1')).text).toBe('#1 is already paused.');
    expect((await ask('/followstats watch resume 1')).text).toContain('#1 is running again.');
  });

  test('what is deleted can be had back', async () => {
    expect((await ask('/followstats watch delete 2')).text).toBe('#2 is deleted.');
    expect((await ask('/followstats watch list')).text).toContain('#2 · 🗑️ Deleted');
    expect((await ask('/followstats watch restore 2')).text).toContain('#2 is back.');
    expect((await ask('/followstats watch restore 2')).text).toBe('#2 isn’t deleted.');
    expect((await ask('/followstats watch pause 99')).text).toBe('There is no watch 99.');
  });

  test('an owner reads what another person did', async () => {
    const since = world.slack.mark();
    expect((await ask('/followstats watch pause 1', EDITOR)).text).toBe('#1 is paused.');
    const notice = await world.slack.waitForMessage({
      personId: PEOPLE.admin,
      since,
      matches: ({ text }) => text.includes('paused your watch'),
    });
    expect(notice.text).toContain(`<@${EDITOR}> paused your watch #1.`);
  });
});

describe('who may', () => {
  test('a viewer learns nothing of watches, and a typo of one is named to an editor', async () => {
    for (const typed of ['watch list', 'watch new', 'watch pause 1', 'watch frob']) {
      const since = world.slack.mark();
      await world.slack.type({ personId: PEOPLE.viewer, channelId: CHANNELS.community, text: `/followstats ${typed}` });
      const said = await Promise.race([
        world.slack
          .waitForMessage({ personId: PEOPLE.viewer, since, matches: ({ text }) => /editor/.test(text) })
          .then(({ text }) => text),
        world.slack
          .waitForModal({ personId: PEOPLE.viewer, since, matches: (view) => /editor/.test(textOf(view)) })
          .then(textOf),
      ]);
      expect(said).not.toContain('alice');
      expect(said).not.toContain('frob');
    }
    expect((await ask('/followstats watch lst')).text).toContain('watch list');
  });

  test('a form that a viewer sends, and that says that the watch is theirs, saves nothing', async () => {
    await ask('/followstats list create vip alice');
    const form = await openForm('watch edit 1');
    const metadata = form.privateMetadata.replace(PEOPLE.admin, PEOPLE.viewer);
    expect(metadata).toContain(`"ownerId":"${PEOPLE.viewer}"`);
    const forger = createForger(world, PEOPLE.viewer);
    const answered = JSON.stringify(await forger.submit(form, { metadata }));
    expect(answered).toContain('"Watches"');
    expect(answered).toContain('editor');
    expect(await forger.suggest(form, 'followstats_watch_lists', '')).toEqual({ options: [] });
    const editors = await createForger(world, PEOPLE.admin).suggest(form, 'followstats_watch_lists', '');
    expect(editors).toMatchObject({ options: [{ value: 'vip' }] });
    expect((await ask('/followstats watch list')).text).toContain('alice and bob · reaches 50 followers');
    await world.slack.closeModal({ personId: PEOPLE.admin, all: true });
  });

  test('what stands in the place of a form is titled as what it is about', async () => {
    expect(await openForm('watch new', PEOPLE.viewer)).toMatchObject({ title: 'Watches' });
    const unknown = await openForm('watch edit 999');
    expect(textOf(unknown)).toContain('There is no watch ');
    expect(unknown.title).toBe('Watches');
    await world.slack.closeModal({ personId: PEOPLE.admin, all: true });
  });

  test('an account’s card offers a watch to editors alone, and opens its form about that account', async () => {
    const answer = await ask('/followstats alice bob');
    const cardOf = async (personId: string, message: typeof answer) => {
      const since = world.slack.mark();
      await world.slack.choose({ personId, ts: message.ts, actionId: 'followstats_account', value: 'alice' });
      return world.slack.waitForModal({ personId, since, matches: (view) => textOf(view).includes('follower') });
    };
    const viewers = await cardOf(PEOPLE.viewer, await ask('/followstats alice bob', PEOPLE.viewer));
    expect(textOf(viewers)).not.toContain('followstats_watch_account');
    const card = await cardOf(PEOPLE.admin, answer);
    expect(textOf(card)).toContain('followstats_watch_account');
    const since = world.slack.mark();
    await world.slack.pressInView({ personId: PEOPLE.admin, actionId: 'followstats_watch_account' });
    const form = await world.slack.waitForModal({
      personId: PEOPLE.admin,
      since,
      matches: (view) => fieldsOf(view).includes('accounts'),
    });
    expect(textOf(form)).toContain('"initial_value":"alice"');
  });
});

test('a Home has the watches with their menus, after what was changed, too', async () => {
  const since = world.slack.mark();
  await world.slack.openHome(PEOPLE.admin);
  const home = await world.slack.waitForHome({
    personId: PEOPLE.admin,
    since,
    matches: (view) => textOf(view).includes('watch edit 1'),
  });
  expect(textOf(home)).toContain('2 watches');
  const later = world.slack.mark();
  await ask('/followstats watch delete 2');
  const shown = await world.slack.waitForHome({
    personId: PEOPLE.admin,
    since: later,
    matches: (view) => textOf(view).includes('1 watch'),
  });
  expect(textOf(shown)).not.toContain('watch edit 2');
});

test('a watch whose lists are empty or deleted says that it watches nobody, also in a Home, until an account is on one', async () => {
  await ask('/followstats list create empty');
  await openForm('watch new');
  await announced(await submit({ followers: '50', accounts: 'list:empty', channel: CHANNELS.community }), 3);
  const lines = (await ask('/followstats watch list')).text.split('\n');
  expect(lines).toContain('#3 · ⚪ Watches nobody');
  expect(lines).toContain('Its lists are empty or gone. It goes on once they have accounts.');
  await ask('/followstats list delete empty');
  expect((await ask('/followstats watch list')).text).toContain('Its lists are empty or gone.');
  await ask('/followstats list create empty');
  const shows = async (words: string) => {
    await world.slack.openHome(PEOPLE.admin);
    return world.slack.waitForHome({ personId: PEOPLE.admin, matches: (view) => textOf(view).includes(words) });
  };
  await shows('Watches nobody');
  await ask('/followstats list add empty bob');
  expect((await ask('/followstats watch list')).text).toContain('#3 · 🟢 Running');
});
