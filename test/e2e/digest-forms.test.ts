import { expect, onTestFinished, test } from 'vitest';
import type { Zone } from '../../src/digests/schedule/zone.ts';
import { ACTIONS } from '../../src/slack/names.ts';
import { scheduleOf } from '../digests/schedule/sample-schedules.ts';
import { createMovedClock } from '../moved-clock.ts';
import { temporaryFolder } from '../store/new-store.ts';
import { chooseZone, nextRunsOf, openForm, SAVED, save, textOf } from './digest-form.ts';
import { createDigest } from './digest-world.ts';
import { createForger } from './forged.ts';
import { CHANNELS, createWorld, PEOPLE, type World, type WorldOptions } from './world.ts';

/** Wednesday. */
const NOW = Date.parse('2026-11-25T10:30:00Z');

async function open(options: WorldOptions = {}) {
  const world = await createWorld({ ...options, seams: { now: () => NOW, ...options.seams } });
  onTestFinished(world.stop);
  return world;
}

const { digestWhen: WHEN, digestTimeZone: ZONE, digestLists: LISTS } = ACTIONS;

const asAdmin = { personId: PEOPLE.admin };

/** Chooses how to say when, and waits until the field for it is there. */
async function choose({ slack }: World, when: 'days' | 'cron') {
  await slack.fillIn({ ...asAdmin, values: { [WHEN]: when } });
  const field = `"followstats_digest_${when}"`;
  return slack.waitForModal({ ...asAdmin, matches: (view) => textOf(view).includes(field) });
}

test.each(['http', 'socket'] as const)(
  'over %s a weekly digest is made in the form, and its channel is told',
  async (mode) => {
    const world = await open({ mode });
    const form = await openForm(world);
    expect(form.title).toBe('New digest');
    expect(form.values[ZONE]?.[ZONE]).toMatchObject({
      type: 'external_select',
      selected_option: { value: 'Europe/Copenhagen', text: { text: 'Europe/Copenhagen (UTC+1)' } },
    });
    expect(nextRunsOf(form)).toContain('Next runs, Europe/Copenhagen');
    expect(nextRunsOf(form)).toContain('26 Nov 2026, 09:00 UTC+1');

    await choose(world, 'days');
    const told = await save(world, { title: 'Creators', accounts: 'alice "bob"', followstats_digest_days: ['1', '3'] });
    expect(told).toMatchObject({ visibleTo: PEOPLE.admin, channelId: CHANNELS.community });
    expect(told.text).toContain('#1 Creators is saved');
    const line = world.slack.messagesFor(PEOPLE.viewer, CHANNELS.community).at(-1);
    expect(line?.text).toBe(
      'This channel gets the digest Creators: Mondays and Wednesdays at 09:00, Europe/Copenhagen. Next: 30 Nov, 09:00.',
    );

    const list = await world.ask('/followstats digest list', asAdmin);
    expect(list.text).toContain(
      `<#C0COMMUNITY> · Mondays and Wednesdays at 09:00, Europe/Copenhagen · made by <@${PEOPLE.admin}>`,
    );
    expect(list.text).toContain('Next: Monday 09:00. Nothing posted yet.');
  },
);

test.each(['http', 'socket'] as const)('over %s lists and a zone are chosen from menus by typing', async (mode) => {
  const world = await open({ mode });
  const { slack } = world;
  await world.ask('/followstats list create vip carol', asAdmin);
  await world.ask('/followstats list create stars alice bob', asAdmin);
  await openForm(world);
  const type = async (actionId: string, text: string) => {
    const { options } = await slack.suggest({ ...asAdmin, actionId, text });
    return options.map(({ text: shown }) => shown.text);
  };
  expect(await type(LISTS, '')).toEqual(['stars', 'vip']);
  expect(await type(LISTS, 'vi')).toEqual(['vip']);
  expect(await type(ZONE, 'BST')).toEqual(expect.arrayContaining(['Europe/London (UTC+0)', 'Asia/Dhaka (UTC+6)']));
  expect(await type(ZONE, 'new york')).toEqual(['America/New_York (UTC-5)']);
  expect(await type(ZONE, 'seou')).toEqual(['Asia/Seoul (UTC+9)']);
  expect((await type(ZONE, 'USA')).slice(0, 2)).toEqual(['America/New_York (UTC-5)', 'America/Chicago (UTC-6)']);
  expect((await type(ZONE, 'Korea'))[0]).toBe('Asia/Seoul (UTC+9)');

  await slack.fillIn({ ...asAdmin, values: { [ZONE]: 'Asia/Seoul' } });
  const form = await slack.waitForModal({ ...asAdmin, matches: (view) => nextRunsOf(view).includes('Asia/Seoul') });
  expect(nextRunsOf(form)).toContain('26 Nov 2026, 09:00 UTC+9');
  await slack.suggest({ ...asAdmin, actionId: LISTS, text: '' });
  await save(world, { title: 'Chosen', [LISTS]: ['vip', 'stars'], language: 'ja' });

  const edited = await openForm(world, 'digest edit 1');
  expect(edited.values).toMatchObject({
    [LISTS]: { [LISTS]: { selected_options: [{ value: 'vip' }, { value: 'stars' }] } },
    accounts: { accounts: { value: null } },
    [ZONE]: { [ZONE]: { selected_option: { value: 'Asia/Seoul' } } },
    language: { language: { selected_option: { value: 'ja' } } },
  });
});

test('who lost the role while the form was open is offered nothing by its menus', async () => {
  const world = await open();
  const { slack } = world;
  await world.ask('/followstats list create vip carol', asAdmin);
  await world.ask('/followstats allow @priya editor', asAdmin);
  const asPriya = { personId: PEOPLE.nobody };
  await openForm(world, 'digest new', asPriya);
  const type = (actionId: string, text: string) => slack.suggest({ ...asPriya, actionId, text });
  expect((await type(LISTS, 'v')).options).toHaveLength(1);
  await world.ask('/followstats revoke @priya', asAdmin);
  expect((await type(LISTS, 'vi')).options).toEqual([]);
  expect((await type(ZONE, 'seoul')).options).toEqual([]);
});

test('the next runs follow the fields, and what was typed outlives the other choice', async () => {
  const world = await open();
  const { slack } = world;
  await openForm(world);
  /** Resolves once the line says so. */
  const fill = async (values: Parameters<typeof slack.fillIn>[0]['values'], said: string) => {
    await slack.fillIn({ ...asAdmin, values });
    return slack.waitForModal({ ...asAdmin, matches: (view) => nextRunsOf(view).includes(said) });
  };
  const none = 'The next runs appear here once the schedule works.';
  await slack.fillIn({ ...asAdmin, values: { title: 'Half typed' } });
  await fill({ [WHEN]: 'every-day' }, 'Sat, 28 Nov 2026, 09:00 UTC+1');
  await fill({ followstats_digest_time: '17:30' }, '25 Nov 2026, 17:30 UTC+1');
  await choose(world, 'days');
  await fill({ followstats_digest_days: [] }, none);
  await fill({ followstats_digest_days: ['6'] }, 'Sat, 28 Nov 2026, 17:30 UTC+1');
  const byCron = await fill({ [WHEN]: 'cron' }, none);
  expect(textOf(byCron)).not.toContain('"timepicker"');
  await slack.fillIn({ ...asAdmin, values: { followstats_digest_cron: '*/5 * * * *' } });
  await slack.waitForModal({ ...asAdmin, matches: (view) => textOf(view).includes('a post every 5 minutes') });
  await fill({ followstats_digest_cron: '0 6 1 * *' }, '1 Dec 2026, 06:00 UTC+1');
  await chooseZone(world, 'shanghai');
  await fill({}, '1 Dec 2026, 06:00 UTC+8');
  await chooseZone(world, 'utc');
  const weekly = await fill({ [WHEN]: 'days' }, '28 Nov 2026, 17:30');
  expect(weekly.values).toMatchObject({ title: { title: { value: 'Half typed' } } });
  const again = await fill({ [WHEN]: 'cron' }, '1 Dec 2026, 06:00');
  expect(again.values).toMatchObject({ followstats_digest_cron: { followstats_digest_cron: { value: '0 6 1 * *' } } });
});

test('a digest by cron line, with all there is, and edited', async () => {
  const world = await open();
  await world.ask('/followstats list create vip carol', asAdmin);
  await world.ask('/followstats link @priya bob', asAdmin);
  await openForm(world);
  await choose(world, 'cron');
  const told = await save(world, {
    ...SAVED,
    accounts: 'alice list:vip',
    people: [PEOPLE.nobody],
    followstats_digest_cron: '*/30 9-17 * * 1-5',
    options: ['only-if-changed'],
    absolute: 100,
    percent: '2.5',
  });
  expect(told.text).toContain('cron */30 9-17 * * 1-5, Europe/Copenhagen');

  const form = await openForm(world, 'digest edit 1');
  expect(form.title).toBe('Edit digest 1');
  expect(textOf(form)).toContain(`{"type":"user","user_id":"${PEOPLE.admin}"}`);
  expect(form.values).toMatchObject({
    title: { title: { value: 'Creators' } },
    channel: { channel: { selected_conversation: CHANNELS.community } },
    accounts: { accounts: { value: 'alice bob' } },
    [LISTS]: { [LISTS]: { selected_options: [{ value: 'vip' }] } },
    options: { options: { selected_options: [{ value: 'only-if-changed' }] } },
    absolute: { absolute: { value: '100' } },
    percent: { percent: { value: '2.5' } },
  });
  expect((await save(world, { title: 'VIPs' })).text).toContain('#1 VIPs is saved');
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain('1 digest\n#1 VIPs');
});

test('what is wrong stands on its field, and nothing is saved', async () => {
  const world = await open();
  await openForm(world);
  const { slack } = world;
  const submit = async (values: Parameters<typeof slack.fillIn>[0]['values']) => {
    await slack.fillIn({ ...asAdmin, values });
    await slack.submitModal(PEOPLE.admin);
    return slack.modalOf(PEOPLE.admin)?.errors;
  };
  expect(await submit({ title: '  ', accounts: '' })).toEqual({
    title: 'Give it a title.',
    followstats_digest_lists: 'Choose a list here, or name an account or a person below.',
  });
  expect(await submit({ ...SAVED, accounts: 'alice list:vip' })).toEqual({
    accounts: 'No list is called vip. There are no lists yet. Name accounts or people instead.',
  });
  expect(await submit({ accounts: 'alice "bob' })).toEqual({ accounts: 'Close the quote: "bob' });
  expect(await submit({ accounts: 'zoë' })).toEqual({ accounts: 'That isn’t a UserID: zoë' });
  expect(await submit({ accounts: '', people: [PEOPLE.nobody] })).toEqual({
    people: expect.stringContaining('Nobody chosen here is linked'),
  });
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain('There are no digests yet');
});

test('a list that was chosen and deleted since is told of on its field, with those that there are', async () => {
  const world = await open();
  for (const name of ['vip', 'stars']) await world.ask(`/followstats list create ${name} alice`, asAdmin);
  await openForm(world);
  const { slack } = world;
  await slack.suggest({ ...asAdmin, actionId: LISTS, text: '' });
  await slack.fillIn({ ...asAdmin, values: { ...SAVED, [LISTS]: ['vip'] } });
  await world.ask('/followstats list delete vip', asAdmin);
  await slack.submitModal(PEOPLE.admin);
  expect(slack.modalOf(PEOPLE.admin)?.errors).toEqual({ [LISTS]: 'No list is called vip. Lists: stars.' });
});

test('an abbreviation of a zone in a forged form is refused on its field, which says what to choose instead', async () => {
  const world = await open();
  const form = await openForm(world);
  await world.slack.fillIn({ ...asAdmin, values: SAVED });
  const answer = await createForger(world, PEOPLE.admin).submit(world.slack.modalOf(PEOPLE.admin) ?? form, {
    values: { [ZONE]: { type: 'external_select', selected_option: { value: 'BST' } } },
  });
  expect(answer).toEqual({
    response_action: 'errors',
    errors: { [ZONE]: 'BST can mean several time zones. Choose Europe/London or Asia/Dhaka.' },
  });
});

test('what can’t be seen in a field of the form changes nothing', async () => {
  const world = await open();
  await openForm(world);
  const told = await save(world, {
    title: '\u200bCrea\u00adtors',
    accounts: 'al\u200bice; “bob”\u2069',
  });
  expect(told.text).toContain('#1 Creators is saved');
  const form = await openForm(world, 'digest edit 1');
  expect(form.values).toMatchObject({
    accounts: { accounts: { value: 'alice bob' } },
  });
});

test('a digest kept with a zone that isn’t taken any more can be edited and saved', async () => {
  const world = await open();
  await world.restart((store) =>
    createDigest(store, { schedule: { ...scheduleOf('0 9 * * *'), zone: 'BST' as Zone } }),
  );
  expect(nextRunsOf(await openForm(world, 'digest edit 1'))).toContain('26 Nov 2026, 09:00 UTC+6');
  expect((await save(world, { title: 'Dhaka' })).text).toContain('#1 Dhaka is saved');
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain('at 09:00, Asia/Dhaka');
});

test('a preview is made from what Chat says now, and only its person sees it', async () => {
  const world = await open();
  const { slack } = world;
  await openForm(world);
  await slack.pressInView({ ...asAdmin, actionId: 'followstats_digest_preview' });
  await slack.waitForModal({ ...asAdmin, matches: (view) => textOf(view).includes('Give it a title') });
  await slack.fillIn({ ...asAdmin, values: { ...SAVED, accounts: 'alice bob ghost' } });
  const since = slack.mark();
  await slack.pressInView({ ...asAdmin, actionId: 'followstats_digest_preview' });
  const preview = await slack.waitForMessage({ ...asAdmin, since, matches: ({ text }) => text.startsWith('Preview') });
  expect(preview.channelId).toMatch(/^D/);
  expect(preview.text).toContain(
    '3 followers in the 2 accounts that were read. The next post will say what changed.\nalice: 2 followers',
  );
  expect(preview.blocks.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['header', 'data_visualization', 'data_table']),
  );
  const form = await slack.waitForModal({ ...asAdmin, matches: (view) => textOf(view).includes('"success"') });
  expect(textOf(form)).toContain('It begins like this. The whole post is in your messages with followstats.');
  for (const line of [
    '3 followers',
    ' in the 2 accounts that were read. The next post',
    'alice: 2 followers',
    '⚠ ghost',
    '2 of 3 read',
  ]) {
    expect(textOf(form)).toContain(line);
  }
  expect(form.values).toMatchObject({ accounts: { accounts: { value: 'alice bob ghost' } } });
  expect(slack.messagesFor(PEOPLE.viewer, CHANNELS.community)).toEqual([]);
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain('There are no digests yet');
});

test.each([
  [1, 'Nothing has changed, so nothing would be posted now. Otherwise it would begin like this.'],
  [7, 'After a week without change only a line would say so now. Otherwise it would begin like this.'],
])('where nothing changed a preview says so in the form, too, %i days after the last post', async (days, words) => {
  const clock = createMovedClock(NOW);
  const world = await createWorld({ clock });
  onTestFinished(world.stop);
  const { slack } = world;
  await world.restart((store) => createDigest(store, { onlyIfChanged: true, schedule: scheduleOf('0 0 1 1 *') }));
  const since = slack.mark();
  await world.ask('/followstats digest run 1', asAdmin);
  await slack.waitForMessage({ ...asAdmin, since, matches: ({ text }) => text.startsWith('Creators\n') });
  clock.moveTo(NOW + days * 86_400_000);
  await openForm(world, 'digest edit 1');
  await slack.pressInView({ ...asAdmin, actionId: 'followstats_digest_preview' });
  const form = await slack.waitForModal({ ...asAdmin, matches: (view) => textOf(view).includes('"success"') });
  expect(textOf(form)).toContain(`${words} The whole post is in your messages with followstats.`);
});

test.each([
  ['cannot_dm_bot', 'Slack doesn’t let followstats send you the whole post.', 'takes no direct messages'],
  ['messages_tab_disabled', 'Slack doesn’t let followstats send you the whole post.', 'Switch on the Messages tab'],
  ['some_new_code', 'Slack didn’t take the message with the whole post. Try again in a minute.', ''],
])('where the message is refused (%s) the form says why, and shows how the post begins', async (error, words, why) => {
  const world = await open();
  const { slack } = world;
  await openForm(world);
  await slack.fillIn({ ...asAdmin, values: SAVED });
  slack.setFaults([{ kind: 'refuse', method: 'chat.postMessage', error, times: 9 }]);
  await slack.pressInView({ ...asAdmin, actionId: 'followstats_digest_preview' });
  const form = await slack.waitForModal({ ...asAdmin, matches: (view) => textOf(view).includes('"level":"error"') });
  for (const said of [words, why, error]) expect(textOf(form)).toContain(said);
  expect(textOf(form)).toMatch(/alice.*followers/);
});

test('a preview is written as the digest is, in its zone, below words in its person’s language', async () => {
  const world = await open();
  const { slack } = world;
  await openForm(world);
  await slack.fillIn({ ...asAdmin, values: SAVED });
  await chooseZone(world, 'tokyo');
  const since = slack.mark();
  await slack.pressInView({ ...asAdmin, actionId: 'followstats_digest_preview' });
  const { text } = await slack.waitForMessage({ ...asAdmin, since, matches: (one) => one.text.startsWith('Preview') });
  expect(text).toContain('only you see it');
  expect(text).toContain('Asia/Tokyo');
});

test('where the app is no member the digest is kept but paused, and its person told what to do', async () => {
  const world = await open();
  await openForm(world);
  const told = await save(world, { ...SAVED, channel: CHANNELS.withoutBot });
  expect(told.text).toContain(
    '#1 Creators is saved, but paused for now.\n' +
      `followstats isn’t in <#${CHANNELS.withoutBot}>. Invite it there with /invite, or choose another channel. not_in_channel`,
  );
  const list = await world.ask('/followstats digest list', asAdmin);
  expect(list.text).toContain('#1 Creators · ⚠️ In trouble');
  expect(list.text).toContain('not_in_channel');
  world.slack.changeChannel(CHANNELS.withoutBot, { hasBot: true });
  expect((await world.ask('/followstats digest resume 1', asAdmin)).text).toContain(
    '#1 Creators is running again. Next: tomorrow 09:00.',
  );
});

test('asked for where the app is no member, the words come as a direct message', async () => {
  const world = await open();
  await openForm(world, 'digest new', { channelId: CHANNELS.withoutBot });
  const told = await save(world, { ...SAVED, channel: CHANNELS.growth });
  expect(told.channelId).toMatch(/^D/);
});

test('pause, resume, run, log and delete, each with its words', async () => {
  const world = await open();
  await openForm(world);
  await save(world, SAVED);
  const ask = async (text: string) => (await world.ask(`/followstats digest ${text}`, asAdmin)).text;
  expect(await ask('pause 1')).toBe('#1 Creators is paused.');
  expect(await ask('pause #1')).toContain('#1 Creators is already paused');
  expect(await ask('list')).toContain('#1 Creators · ⏸️ Paused');
  expect(await ask('resume 1')).toContain('#1 Creators is running again');
  expect(await ask('resume 1')).toContain('isn’t paused');
  expect(await ask('log 1')).toContain('It hasn’t run yet.');
  expect(await ask('run 1')).toBe('#1 Creators comes to <#C0COMMUNITY> in a moment.');
  const post = await world.slack.waitForMessage({
    personId: PEOPLE.viewer,
    matches: ({ metadata }) => metadata?.event_type === 'followstats_digest',
  });
  expect(post.text).toContain('Creators\n3 followers in all.');
  const log = await world.ask('/followstats digest log 1', asAdmin);
  expect(log.text).toContain('✅ 25 Nov, 11:30 · Posted. Somebody asked for it.');
  expect(log.blocks.map(({ type }) => type)).toEqual(['rich_text', 'actions', 'rich_text']);
  expect(await ask('delete 1')).toContain('#1 Creators is deleted');
  expect(await ask('run 1')).toBe('#1 Creators is deleted.');
  expect(textOf(await openForm(world, 'digest edit 7'))).toContain('There is no digest');
});

test('viewers and guests are refused, and so is who lost the role while the form was open', async () => {
  const world = await open();
  const { slack } = world;
  expect((await world.ask('/followstats digest list')).text).toContain('Only editors can do that. You’re a viewer');
  expect(textOf(await openForm(world, 'digest new', { personId: PEOPLE.viewer }))).toContain(
    'Only editors can do that',
  );
  expect(textOf(await openForm(world, 'digest new', { personId: PEOPLE.guest }))).toContain(
    'You haven’t been given access',
  );

  await world.ask('/followstats allow @priya editor', asAdmin);
  const asPriya = { personId: PEOPLE.nobody };
  await openForm(world, 'digest new', asPriya);
  await slack.fillIn({ ...asPriya, values: SAVED });
  await world.ask('/followstats revoke @priya', asAdmin);
  await slack.submitModal(PEOPLE.nobody);
  const view = await slack.waitForModal({ ...asPriya, matches: ({ submit }) => submit === undefined });
  expect(textOf(view)).toContain('You haven’t been given access');
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain('There are no digests yet');
});

test('the button that a person sees works, even when the form is shown anew before the press arrives', async () => {
  const world = await open();
  const { slack } = world;
  const seen = (await openForm(world)).blocks.find(({ type }) => type === 'actions');
  await slack.fillIn({ ...asAdmin, values: { [WHEN]: 'every-day' } });
  await slack.waitForModal({ ...asAdmin, matches: (view) => nextRunsOf(view).includes('Sat, 28 Nov') });
  await slack.pressInView({ ...asAdmin, actionId: 'followstats_digest_preview', blockId: String(seen?.block_id) });
  await slack.waitForModal({ ...asAdmin, matches: (view) => textOf(view).includes('Give it a title') });
});

// Found by the simulation: the SDK asks again, and Slack says that it has taken the trigger already.
test('a form that opened although Slack’s answer was lost is filled all the same', async () => {
  const world = await open();
  world.slack.setFaults([{ kind: 'lose-answer', method: 'views.open', times: 1 }]);
  expect((await openForm(world)).title).toBe('New digest');
  expect(world.slack.modalsOf(PEOPLE.admin)).toHaveLength(1);
});

test('a form that Slack does not open, and a preview of what Chat does not tell, are told', async () => {
  const world = await open({ seams: { now: () => NOW, retryDelayMs: 1 } });
  const { slack, chat } = world;
  slack.setFaults([{ kind: 'refuse', method: 'views.open', error: 'expired_trigger_id', times: 1 }]);
  expect((await world.ask('/followstats digest new', asAdmin)).text).toContain(
    'Slack didn’t open the form. Try again in a moment.',
  );
  await openForm(world);
  await slack.fillIn({ ...asAdmin, values: SAVED });
  chat.setFaults([{ kind: 'code', code: 30005 }]);
  await slack.pressInView({ ...asAdmin, actionId: 'followstats_digest_preview' });
  await slack.waitForModal({ ...asAdmin, matches: (view) => textOf(view).includes('30005') });
});

test.each([
  ['is_archived', { isArchived: true }, 'Unarchive it'],
  ['restricted_action', { isRestricted: true }, 'Ask an admin of the workspace'],
] as const)('a channel that answers %s pauses its digest, with the fix', async (code, change, fix) => {
  const world = await open();
  await openForm(world);
  await world.slack.fillIn({ ...asAdmin, values: { channel: CHANNELS.growth } });
  world.slack.changeChannel(CHANNELS.growth, change);
  const told = await save(world, SAVED);
  expect(told.text).toContain(fix);
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain(code);
});

test('a refusal that will not pass is told on Save, with the fix, though no channel shows it', async () => {
  const world = await open();
  await openForm(world);
  const error = 'restricted_action_read_only_channel';
  world.slack.setFaults([{ kind: 'refuse', method: 'chat.postMessage', error, times: 1 }]);
  expect((await save(world, SAVED)).text).toContain('Ask an admin of the workspace to allow it');
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain(error);
});

test('a digest that was deleted while its form was open is not made anew', async () => {
  const world = await open();
  await openForm(world);
  await save(world, SAVED);
  await openForm(world, 'digest edit 1');
  await world.ask('/followstats digest delete 1', asAdmin);
  await world.slack.fillIn({ ...asAdmin, values: { title: 'Half typed' } });
  await world.slack.submitModal(PEOPLE.admin);
  const form = world.slack.modalOf(PEOPLE.admin);
  expect(form?.errors?.title).toContain('Somebody deleted this digest meanwhile, so nothing was saved.');
  expect(form?.values).toMatchObject({ title: { title: { value: 'Half typed' } } });
  await world.slack.pressInView({ ...asAdmin, actionId: 'followstats_digest_preview' });
  await world.slack.waitForModal({
    ...asAdmin,
    matches: (view) => textOf(view).includes('Somebody deleted this digest'),
  });
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain('There are no digests yet');
});

test('a channel is told of what is new to it, and of nothing when nothing has changed', async () => {
  const world = await open();
  const { slack } = world;
  const linesIn = (channelId: string) =>
    slack.messagesFor(PEOPLE.viewer, channelId).flatMap(({ text }) => (text.includes('digest') ? [text] : []));
  await openForm(world);
  await save(world, { ...SAVED, channel: CHANNELS.community });
  expect(linesIn(CHANNELS.community)).toEqual([expect.stringMatching(/^This channel gets the digest Creators: /)]);

  await openForm(world, 'digest edit 1');
  await save(world, {});
  expect(linesIn(CHANNELS.community)).toHaveLength(1);

  await openForm(world, 'digest edit 1');
  await save(world, { title: 'Stars' });
  expect(linesIn(CHANNELS.community)[1]).toMatch(/^The digest Stars was changed: /);

  await openForm(world, 'digest edit 1');
  await save(world, { channel: CHANNELS.growth });
  expect(linesIn(CHANNELS.community)).toHaveLength(2);
  expect(linesIn(CHANNELS.growth)).toEqual([expect.stringMatching(/^This channel gets the digest Stars: /)]);
});

test('who saves a digest is told of accounts that Chat doesn’t know and of people without one', async () => {
  const world = await open();
  await openForm(world);
  const { text, blocks } = await save(world, { ...SAVED, accounts: 'alice ghost', people: [PEOPLE.nobody] });
  expect(text).toContain('ghost isn’t in Chat (yet).');
  expect(text).toContain(`<@${PEOPLE.nobody}> isn’t linked to an account yet.`);
  expect(JSON.stringify(blocks)).toContain('Link them…');
});

test('where one language is fixed for everybody, no digest chooses one, and its own is kept', async () => {
  const DATA_DIR = temporaryFolder();
  const world = await open({ env: { DATA_DIR } });
  await openForm(world);
  await save(world, { ...SAVED, language: 'ja' });
  await world.stop();
  const fixed = await open({ env: { DATA_DIR, FOLLOWSTATS_LANGUAGE: 'en' } });
  const form = await openForm(fixed, 'digest edit 1');
  expect(form.blocks.map(({ block_id: id }) => id)).not.toContain('language');
  await save(fixed, { title: 'Kept' });
  await fixed.stop();
  const again = await open({ env: { DATA_DIR } });
  expect((await openForm(again, 'digest edit 1')).values).toMatchObject({
    title: { title: { value: 'Kept' } },
    language: { language: { selected_option: { value: 'ja' } } },
  });
});
