import { describe, expect, onTestFinished, test } from 'vitest';
import type { Message } from '../../src/demo/slack/types.ts';
import { ACTIONS } from '../../src/slack/names.ts';
import { createMovedClock } from '../moved-clock.ts';
import { openForm, SAVED, save, textOf } from './digest-form.ts';
import { CHANNELS, createWorld, PEOPLE, type World, type WorldOptions } from './world.ts';

/** Wednesday. */
const NOW = Date.parse('2026-11-25T10:30:00Z');
const asAdmin = { personId: PEOPLE.admin };
const asPriya = { personId: PEOPLE.nobody };

async function open(options: WorldOptions = {}) {
  const world = await createWorld({ ...options, seams: { now: () => NOW, ...options.seams } });
  onTestFinished(world.stop);
  return world;
}

/** A world in which Anders has made a digest. */
async function openWithDigest(channel: string = CHANNELS.community, options: WorldOptions = {}) {
  const world = await open(options);
  await openForm(world);
  const told = await save(world, { ...SAVED, channel });
  return { world, told };
}

/** The same under a clock that can be moved; `ask` gives a command about digests, and returns the answer's text. */
async function openOnClock() {
  const clock = createMovedClock(NOW);
  const world = await createWorld({ mode: 'socket', clock });
  onTestFinished(world.stop);
  await openForm(world);
  await save(world, SAVED);
  const ask = async (text: string) => (await world.ask(`/followstats digest ${text}`, asAdmin)).text;
  return { world, clock, ask };
}

/** The first message, or new form of one, that says this to a person from now on, once something was done. */
async function toldAfter(
  { slack }: World,
  words: string,
  act: () => Promise<unknown>,
  { personId }: { readonly personId: string } = asAdmin,
): Promise<Message> {
  const since = slack.mark();
  await act();
  return slack.waitForMessage({ personId, since, matches: ({ text }) => text.includes(words) });
}

const press = ({ slack }: World, { ts }: Message, key: string, { personId }: { readonly personId: string } = asAdmin) =>
  slack.press({ personId, ts, actionId: `${ACTIONS.command}:${key}` });

const choose = ({ slack }: World, { ts }: Message, value: string) =>
  slack.choose({ ...asAdmin, ts, actionId: `${ACTIONS.command}:digest-1`, value });

const list = async (world: World) => (await world.ask('/followstats digest list', asAdmin)).text;
const linesIn = ({ slack }: World, channelId: string) =>
  slack
    .messagesFor(PEOPLE.admin, channelId)
    .filter(({ authorId, visibleTo }) => authorId === slack.botUserId && !visibleTo);

describe('a digest whose channel takes no posts', () => {
  test('is paused, and goes on as soon as it is saved with a channel that does', async () => {
    const { world, told } = await openWithDigest(CHANNELS.withoutBot);
    expect(told.text).toBe(
      '#1 Creators is saved, but paused for now.\n' +
        `followstats isn’t in <#${CHANNELS.withoutBot}>. Invite it there with /invite, or choose another channel. not_in_channel`,
    );
    await openForm(world, 'digest edit 1');
    expect((await save(world, { channel: CHANNELS.community })).text).toBe(
      `#1 Creators now posts to <#${CHANNELS.community}>. Next: tomorrow 09:00.\n` +
        `<#${CHANNELS.community}> · weekdays at 09:00, Europe/Copenhagen`,
    );
    expect(linesIn(world, CHANNELS.community).map(({ text }) => text)).toEqual([
      'This channel gets the digest Creators: weekdays at 09:00, Europe/Copenhagen. Next: 26 Nov, 09:00.',
    ]);
    expect(await list(world)).toContain('#1 Creators · 🟢 Running');
  });

  test('names the channel that refuses now, when that is another one', async () => {
    const { world } = await openWithDigest(CHANNELS.withoutBot);
    await openForm(world, 'digest edit 1');
    await world.slack.fillIn({ ...asAdmin, values: { channel: CHANNELS.growth } });
    world.slack.changeChannel(CHANNELS.growth, { isArchived: true });
    expect((await save(world, { title: 'VIPs' })).text).toContain(
      `<#${CHANNELS.growth}> is archived. Unarchive it, or choose another channel. is_archived`,
    );
    const told = await list(world);
    expect(told).toContain(`<#${CHANNELS.growth}> is archived.`);
    expect(told).not.toContain(CHANNELS.withoutBot);
  });

  test('is tried again when it is saved with the same channel', async () => {
    const { world } = await openWithDigest(CHANNELS.withoutBot);
    await openForm(world, 'digest edit 1');
    expect((await save(world, { title: 'VIPs' })).text).toContain(`followstats isn’t in <#${CHANNELS.withoutBot}>.`);
    world.slack.changeChannel(CHANNELS.withoutBot, { hasBot: true });
    await openForm(world, 'digest edit 1');
    expect((await save(world, { title: 'Creators' })).text).toContain(`now posts to <#${CHANNELS.withoutBot}>`);
  });

  test('is tried again by the Resume button, which says what is wrong until nothing is', async () => {
    const { world, told } = await openWithDigest(CHANNELS.withoutBot);
    const again = await toldAfter(world, 'stays paused', () => press(world, told, 'resume-1'));
    expect(again.text).toContain(`followstats isn’t in <#${CHANNELS.withoutBot}>.`);
    expect(await list(world)).toContain('⚠️ In trouble');
    world.slack.changeChannel(CHANNELS.withoutBot, { hasBot: true });
    await toldAfter(world, '#1 Creators is running again. Next: tomorrow 09:00.', () =>
      press(world, again, 'resume-1'),
    );
    expect(linesIn(world, CHANNELS.withoutBot)).toHaveLength(1);
    expect(await list(world)).toContain('🟢 Running');
  });
});

test('a digest that a person paused stays paused when it is saved, with the button that resumes it', async () => {
  const { world } = await openWithDigest();
  await world.ask('/followstats digest pause 1', asAdmin);
  const lines = linesIn(world, CHANNELS.community).length;
  await openForm(world, 'digest edit 1');
  const told = await save(world, { title: 'VIPs' });
  expect(told.text).toBe('#1 VIPs is saved. It stays paused.');
  expect(linesIn(world, CHANNELS.community)).toHaveLength(lines);
  await toldAfter(world, '#1 VIPs is running again.', () => press(world, told, 'resume-1'));
});

test.each(['http', 'socket'] as const)(
  'over %s a digest is paused, resumed, run, read about, deleted and brought back by its menu',
  async (mode) => {
    const { world } = await openWithDigest(CHANNELS.community, { mode });
    const cards = await world.ask('/followstats digest list', asAdmin);
    const paused = await toldAfter(world, '#1 Creators is paused.', () =>
      choose(world, cards, 'digest pause 1\ndigest list'),
    );
    expect(paused.text).toContain('1 digest\n#1 Creators · ⏸️ Paused');
    const resumed = await toldAfter(world, '#1 Creators is running again.', () =>
      choose(world, paused, 'digest resume 1\ndigest list'),
    );
    const run = await toldAfter(world, 'in a moment', () => choose(world, resumed, 'digest run 1\ndigest list'));
    await world.slack.waitForMessage({
      ...asAdmin,
      matches: ({ metadata }) => metadata?.event_type === 'followstats_digest',
    });
    await world.log.first('digest run', ({ state }) => state === 'posted');
    const log = await toldAfter(world, '✅', () => choose(world, run, 'digest log 1'));
    expect(log.text).toContain('✅ 25 Nov, 11:30 · Posted. Somebody asked for it.');
    const deleted = await toldAfter(world, '#1 Creators is deleted.', () => press(world, log, 'delete-1'));
    expect(await list(world)).toBe('There are no digests yet.\n#1 Creators · 🗑️ Deleted');
    const back = await toldAfter(world, '#1 Creators is back. Next: tomorrow 09:00.', () =>
      press(world, deleted, 'undo-1'),
    );
    expect(await list(world)).toContain('#1 Creators · 🟢 Running');
    const again = await toldAfter(world, '1 digest', () => press(world, back, 'digests'));
    await choose(world, again, 'digest edit 1');
    await world.slack.waitForModal({ ...asAdmin, matches: ({ title }) => title === 'Edit digest 1' });
  },
);

test('a menu is no way around access: who lost the role is refused, whatever the menu shows', async () => {
  const { world } = await openWithDigest();
  await world.ask('/followstats allow @priya editor', asAdmin);
  const cards = await world.ask('/followstats digest list', asPriya);
  await world.ask('/followstats revoke @priya', asAdmin);
  await toldAfter(
    world,
    'You haven’t been given access',
    () =>
      world.slack.choose({
        ...asPriya,
        ts: cards.ts,
        actionId: `${ACTIONS.command}:digest-1`,
        value: 'digest delete 1',
      }),
    asPriya,
  );
  expect(await list(world)).toContain('#1 Creators · 🟢 Running');
});

test('a channel that takes no posts is found out also when the digest was pointed there while a person had paused it', async () => {
  const { world, clock, ask } = await openOnClock();
  await ask('pause 1');
  clock.moveTo(NOW + 60_000);
  await openForm(world, 'digest edit 1');
  await save(world, { channel: CHANNELS.withoutBot });
  const resumed = await ask('resume 1');
  expect(resumed).toContain('#1 Creators stays paused.');
  expect(resumed).toContain(`followstats isn’t in <#${CHANNELS.withoutBot}>.`);
  expect(await ask('run 1')).toBe(resumed);
  expect(await list(world)).toContain('#1 Creators · ⚠️ In trouble');
});

test('ten minutes after it was deleted it is too late, and the log still says what it was', async () => {
  const { clock, ask } = await openOnClock();
  expect(await ask('restore 1')).toBe('#1 Creators isn’t deleted.');
  await ask('delete 1');
  clock.moveTo(NOW + 9 * 60_000);
  expect(await ask('restore 1')).toContain('#1 Creators is back. Next: tomorrow 09:00.');
  await ask('delete 1');
  clock.moveTo(NOW + 20 * 60_000);
  expect(await ask('restore 1')).toContain('It’s too late to restore #1 Creators.');
  expect(await ask('list')).toBe('There are no digests yet.');
  expect(await ask('log 1')).toContain('#1 Creators · 🗑️ Deleted');
  expect(await ask('restore 7')).toBe('There is no digest 7.');
});

describe('the owner of a digest', () => {
  async function openWithOther() {
    const { world } = await openWithDigest();
    await world.ask('/followstats allow @priya editor', asAdmin);
    return world;
  }
  const notices = ({ slack }: World) =>
    slack.channels
      .filter(({ id }) => id.startsWith('D'))
      .flatMap(({ id }) => slack.messagesFor(PEOPLE.admin, id))
      .filter(({ authorId }) => authorId === slack.botUserId);

  test('is told when another editor pauses it, once, and resumes it by the button there', async () => {
    const world = await openWithOther();
    const notice = await toldAfter(world, `<@${PEOPLE.nobody}> paused your digest #1 Creators.`, () =>
      world.ask('/followstats digest pause 1', asPriya),
    );
    expect(notice.channelId).toMatch(/^D/);
    expect(notice.text).toContain('25 Nov, 11:30 (Europe/Copenhagen)');
    const resumed = await toldAfter(world, '#1 Creators is running again.', () => press(world, notice, 'resume-1'));
    // The answer stands in the notice's place, and one's own deed is no news.
    expect(resumed).toMatchObject({ ts: notice.ts, channelId: notice.channelId });
    await world.ask('/followstats digest pause 1', asPriya);
    await expect.poll(() => notices(world)).toHaveLength(2);
  });

  test('is told when another editor edits, deletes and restores it, and can undo a deletion', async () => {
    const world = await openWithOther();
    await openForm(world, 'digest edit 1', asPriya);
    await toldAfter(world, `<@${PEOPLE.nobody}> edited your digest #1 VIPs.`, () =>
      save(world, { title: 'VIPs' }, asPriya),
    );
    const deleted = await toldAfter(world, `<@${PEOPLE.nobody}> deleted your digest #1 VIPs.`, () =>
      world.ask('/followstats digest delete 1', asPriya),
    );
    await toldAfter(world, '#1 VIPs is back.', () => press(world, deleted, 'undo-1'));
    await world.ask('/followstats digest delete 1', asAdmin);
    await toldAfter(world, `<@${PEOPLE.nobody}> restored your digest #1 VIPs.`, () =>
      world.ask('/followstats digest restore 1', asPriya),
    );
    expect(notices(world)).toHaveLength(3);
  });

  test('who can’t be reached holds nothing up, and the log says so', async () => {
    const world = await openWithOther();
    world.slack.setFaults([{ kind: 'refuse', method: 'chat.postMessage', error: 'user_disabled', times: 1 }]);
    expect((await world.ask('/followstats digest pause 1', asPriya)).text).toBe('#1 Creators is paused.');
    expect(await world.log.first('the owner of a digest was not notified of a change')).toMatchObject({
      digest: '1',
      change: 'pause',
      reason: 'user_disabled',
    });
  });
});

test('a number that no digest has is answered with the button that lists them', async () => {
  const { world } = await openWithDigest();
  const unknown = await world.ask('/followstats digest pause 9', asAdmin);
  expect(unknown.text).toBe('There is no digest 9.');
  await toldAfter(world, '#1 Creators · 🟢 Running', () => press(world, unknown, 'digests'));
  expect(textOf(await openForm(world, 'digest edit 9'))).toContain('There is no digest');
});

test('what was typed wrong is answered with the button that does what was meant', async () => {
  const { world } = await openWithDigest();
  const typo = await world.ask('/followstats digest pasue 1', asAdmin);
  expect(typo.text).toContain('There’s no pasue for digests.');
  await toldAfter(world, '#1 Creators is paused.', () => press(world, typo, 'corrected'));
  const numberless = await world.ask('/followstats digest resume', asAdmin);
  expect(numberless.text).toBe('Which digest? Add its number, like /followstats digest resume 3.');
  await toldAfter(world, '#1 Creators · ⏸️ Paused', () => press(world, numberless, 'digests'));
});
