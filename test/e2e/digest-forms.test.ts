import { expect, onTestFinished, test } from 'vitest';
import type { Zone } from '../../src/digests/schedule/zone.ts';
import { scheduleOf } from '../digests/schedule/sample-schedules.ts';
import { nextRunsOf, openForm, SAVED, save, textOf } from './digest-form.ts';
import { createDigest } from './digest-world.ts';
import { CHANNELS, createWorld, PEOPLE, type WorldOptions } from './world.ts';

/** Wednesday. */
const NOW = Date.parse('2026-11-25T10:30:00Z');

async function open(options: WorldOptions = {}) {
  const world = await createWorld({ ...options, seams: { now: () => NOW, ...options.seams } });
  onTestFinished(world.stop);
  return world;
}

const asAdmin = { personId: PEOPLE.admin };

test.each(['http', 'socket'] as const)(
  'over %s a weekly digest is made in the form, and its channel is told',
  async (mode) => {
    const world = await open({ mode });
    const form = await openForm(world);
    expect(form.title).toBe('New digest');
    expect(form.values.followstats_digest_zone).toEqual({
      followstats_digest_zone: { type: 'plain_text_input', value: 'Europe/Copenhagen' },
    });
    expect(nextRunsOf(form)).toContain('Next runs, Europe/Copenhagen');
    expect(nextRunsOf(form)).toContain('26 Nov 2026, 09:00 GMT+1');

    const told = await save(world, { title: 'Creators', accounts: 'alice "bob"', followstats_digest_days: ['1', '3'] });
    expect(told).toMatchObject({ visibleTo: PEOPLE.admin, channelId: CHANNELS.community });
    expect(told.text).toContain('#1 Creators is saved');
    const line = world.slack.messagesFor(PEOPLE.viewer, CHANNELS.community).at(-1);
    expect(line?.text).toContain('will be posted here: Mondays and Wednesdays at 09:00, Europe/Copenhagen');

    const list = await world.ask('/followstats digest', asAdmin);
    expect(list.text).toContain(
      '#1 Creators to <#C0COMMUNITY>: Mondays and Wednesdays at 09:00, Europe/Copenhagen · next',
    );
    expect(list.text).toContain(`owner <@${PEOPLE.admin}>`);
  },
);

test('the next runs follow the fields, and what was typed outlives the other choice', async () => {
  const world = await open();
  const { slack } = world;
  await openForm(world);
  /** Resolves once the line says so. */
  const fill = async (values: Parameters<typeof slack.fillIn>[0]['values'], said: string) => {
    await slack.fillIn({ ...asAdmin, values });
    return slack.waitForModal({ ...asAdmin, matches: (view) => nextRunsOf(view).includes(said) });
  };
  await slack.fillIn({ ...asAdmin, values: { title: 'Half typed' } });
  await fill({ followstats_digest_time: '17:30' }, '25 Nov 2026, 17:30 GMT+1');
  await fill({ followstats_digest_days: [] }, 'Choose at least one day');
  await fill({ followstats_digest_days: ['6'] }, 'Sat, 28 Nov 2026, 17:30 GMT+1');
  const byCron = await fill({ followstats_digest_timing: 'cron' }, 'five fields');
  expect(textOf(byCron)).not.toContain('"timepicker"');
  await fill({ followstats_digest_cron: '0 6 1 * *' }, '1 Dec 2026, 06:00 GMT+1');
  await fill({ followstats_digest_zone: 'Asia/Shanghai' }, '1 Dec 2026, 06:00 GMT+8');
  await fill({ followstats_digest_zone: 'Mars/Base' }, '“Mars/Base” is not a time zone');
  const weekly = await fill(
    { followstats_digest_timing: 'weekly', followstats_digest_zone: 'UTC' },
    '28 Nov 2026, 17:30',
  );
  expect(weekly.values).toMatchObject({ title: { title: { value: 'Half typed' } } });
  const again = await fill({ followstats_digest_timing: 'cron' }, '1 Dec 2026, 06:00');
  expect(again.values).toMatchObject({ followstats_digest_cron: { followstats_digest_cron: { value: '0 6 1 * *' } } });
});

test('a digest by cron line, with all there is, and edited', async () => {
  const world = await open();
  await world.ask('/followstats list create vip carol', asAdmin);
  await world.ask('/followstats link @priya bob', asAdmin);
  await openForm(world);
  await world.slack.fillIn({ ...asAdmin, values: { followstats_digest_timing: 'cron' } });
  await world.slack.waitForModal({ ...asAdmin, matches: (view) => textOf(view).includes('Cron line') });
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
    accounts: { accounts: { value: 'alice\nbob\nlist:vip' } },
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
  expect(await submit({ title: '  ', accounts: '', followstats_digest_zone: 'Mars/Base' })).toEqual({
    title: 'Give it a title, like Creators.',
    accounts: 'Name at least one account or list, like alice list:creators, or choose a person below.',
    followstats_digest_zone: '“Mars/Base” is not a time zone; write one like Europe/Berlin or Asia/Shanghai.',
  });
  expect(await submit({ ...SAVED, accounts: 'alice list:vip' })).toEqual({
    accounts: expect.stringContaining('There is no list:vip. Type /followstats list show'),
  });
  expect(await submit({ accounts: 'alice "bob' })).toEqual({ accounts: expect.stringContaining('never closed') });
  expect(await submit({ accounts: '', people: [PEOPLE.nobody] })).toEqual({
    accounts: expect.stringContaining('Nobody chosen below is linked'),
  });
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain('There are no digests yet');
});

test('an abbreviation of a zone is refused on its field, which says what to write instead', async () => {
  const world = await open();
  const { slack } = world;
  await openForm(world);
  await slack.fillIn({ ...asAdmin, values: { ...SAVED, followstats_digest_zone: 'BST' } });
  await slack.submitModal(PEOPLE.admin);
  expect(slack.modalOf(PEOPLE.admin)?.errors).toEqual({
    followstats_digest_zone: '“BST” can mean several time zones; write Europe/London or Asia/Dhaka.',
  });
});

test('what can’t be seen in a field of the form changes nothing', async () => {
  const world = await open();
  await openForm(world);
  const told = await save(world, {
    title: '\u200bCrea\u00adtors',
    accounts: 'al\u200bice; “bob”\u2069',
    followstats_digest_zone: '\u2066Asia/Shanghai\u2069',
  });
  expect(told.text).toContain('#1 Creators is saved');
  const form = await openForm(world, 'digest edit 1');
  expect(form.values).toMatchObject({
    accounts: { accounts: { value: 'alice\nbob' } },
    followstats_digest_zone: { followstats_digest_zone: { value: 'Asia/Shanghai' } },
  });
});

test('a digest kept with a zone that isn’t taken any more can be edited and saved', async () => {
  const world = await open();
  await world.restart((store) =>
    createDigest(store, { schedule: { ...scheduleOf('0 9 * * *'), zone: 'BST' as Zone } }),
  );
  expect(nextRunsOf(await openForm(world, 'digest edit 1'))).toContain('26 Nov 2026, 09:00 GMT+6');
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
  expect(preview.text).toContain('2 of 3 read, 1 failed');
  expect(preview.blocks.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['header', 'data_visualization', 'data_table']),
  );
  const form = await slack.waitForModal({ ...asAdmin, matches: (view) => textOf(view).includes('"success"') });
  expect(form.values).toMatchObject({ accounts: { accounts: { value: 'alice bob ghost' } } });
  expect(slack.messagesFor(PEOPLE.viewer, CHANNELS.community)).toEqual([]);
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain('There are no digests yet');
});

test('where the app is no member the digest is kept but paused, and its person told what to do', async () => {
  const world = await open();
  await openForm(world);
  const told = await save(world, { ...SAVED, channel: CHANNELS.withoutBot });
  expect(told.text).toContain(
    '#1 Creators is saved, and paused: followstats is not a member of the channel (not_in_channel). ' +
      'Invite it there: type /invite and the name of the app. Then type /followstats digest resume 1.',
  );
  const list = await world.ask('/followstats digest list', asAdmin);
  expect(list.text).toContain('paused since');
  expect(list.text).toContain('not_in_channel');
  world.slack.changeChannel(CHANNELS.withoutBot, { hasBot: true });
  expect((await world.ask('/followstats digest resume 1', asAdmin)).text).toContain(
    '#1 Creators goes on: weekdays at 09:00',
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
  expect(await ask('pause 1')).toContain('#1 Creators is paused. To go on with it, type /followstats digest resume 1.');
  expect(await ask('pause #1')).toContain('#1 Creators is already paused');
  expect(await ask('list')).toContain('a person paused it');
  expect(await ask('resume 1')).toContain('#1 Creators goes on');
  expect(await ask('resume 1')).toContain('isn’t paused');
  expect(await ask('log 1')).toContain('It has not run yet');
  expect(await ask('run 1')).toContain('#1 Creators is read now and then posted to <#C0COMMUNITY>');
  const post = await world.slack.waitForMessage({
    personId: PEOPLE.viewer,
    matches: ({ metadata }) => metadata?.event_type === 'followstats_digest',
  });
  expect(post.text).toContain('Creators\n2 of 2 read');
  const log = await world.ask('/followstats digest log 1', asAdmin);
  expect(log.text).toMatch(/\(asked for\): posted/);
  expect(log.blocks.map(({ type }) => type)).toEqual(['rich_text', 'rich_text']);
  expect(await ask('delete 1')).toContain('#1 Creators is deleted');
  expect(await ask('delete 1')).toContain('There is no digest 1. Type /followstats digest list');
  expect(textOf(await openForm(world, 'digest edit 7'))).toContain('There is no digest');
});

test('viewers and guests are refused, and so is who lost the role while the form was open', async () => {
  const world = await open();
  const { slack } = world;
  expect((await world.ask('/followstats digest list')).text).toContain(
    'This needs the role editor, and yours is viewer',
  );
  expect(textOf(await openForm(world, 'digest new', { personId: PEOPLE.viewer }))).toContain('This needs the role');
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
  await slack.fillIn({ ...asAdmin, values: { followstats_digest_days: ['6'] } });
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
    'Slack did not open the form (expired_trigger_id); please type the command again.',
  );
  await openForm(world);
  await slack.fillIn({ ...asAdmin, values: SAVED });
  chat.setFaults([{ kind: 'code', code: 30005 }]);
  await slack.pressInView({ ...asAdmin, actionId: 'followstats_digest_preview' });
  await slack.waitForModal({ ...asAdmin, matches: (view) => textOf(view).includes('(30005)') });
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
  expect(told.text).toContain(`(${code}). ${fix}`);
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain(`(${code})`);
});

test('a refusal that will not pass is told on Save, with the fix, though no channel shows it', async () => {
  const world = await open();
  await openForm(world);
  const error = 'restricted_action_read_only_channel';
  world.slack.setFaults([{ kind: 'refuse', method: 'chat.postMessage', error, times: 1 }]);
  expect((await save(world, SAVED)).text).toContain(`(${error}). Ask an admin of the workspace, or choose another`);
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain('paused since');
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
  expect(form?.errors?.title).toContain('This digest was deleted meanwhile, so nothing was saved.');
  expect(form?.values).toMatchObject({ title: { title: { value: 'Half typed' } } });
  await world.slack.pressInView({ ...asAdmin, actionId: 'followstats_digest_preview' });
  await world.slack.waitForModal({ ...asAdmin, matches: (view) => textOf(view).includes('was deleted meanwhile') });
  expect((await world.ask('/followstats digest list', asAdmin)).text).toContain('There are no digests yet');
});
