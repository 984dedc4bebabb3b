import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accounts, OTHER, readAudit } from '../store/contracts/askers.ts';
import { createDigest } from './digest-world.ts';
import { control, homesOf, said, sizeOf } from './open-home.ts';
import { CHANNELS, createWorld, type Mode, PEOPLE, type World } from './world.ts';

const { admin, viewer, nobody, guest, stranger } = PEOPLE;
const asAdmin = { personId: admin };
const REJECTED = 'couldn’t show this page';

describe.each<Mode>(['http', 'socket'])('a Home over %s', (mode) => {
  let world: World;
  let homes: ReturnType<typeof homesOf>;
  beforeAll(async () => {
    world = await createWorld({ mode });
    homes = homesOf(world);
  });
  afterAll(() => world.stop());

  test('says what its person may do and why, and has nothing yet', async () => {
    const home = await homes.open(admin);
    expect(said(home)).toContain('because you were added by name');
    expect(said(home)).toContain('FOLLOWSTATS_ADMINS');
    for (const words of ['no digests yet', 'no lists yet', 'Nobody is linked', 'Who may use followstats'])
      expect(said(home)).toContain(words);
    for (const words of ['needs attention', 'audit log']) expect(said(home)).not.toContain(words);
    expect(sizeOf(home).blocks).toBeLessThanOrEqual(100);
  });

  test('of a viewer has no links, rules or log, and no way to what they may not do', async () => {
    await homes.type('list create vip alice bob');
    const home = await homes.open(viewer, (view) => said(view).includes('list:vip'));
    for (const words of ['linked', 'Who may use', 'audit log', 'digest', 'New list', 'Delete', 'FOLLOWSTATS_'])
      expect(said(home)).not.toContain(words);
    expect(said(home)).toContain('lookup list:vip');
    await homes.type('list delete vip');
    await homes.until(viewer, (view) => said(view).includes('no lists yet'));
  });

  test('of a person without a role says whom to ask, and nothing else', async () => {
    const home = await homes.open(nobody);
    expect(said(home)).toContain('You don’t have access to followstats on this page.');
    expect(said(home)).toContain(`"user_id":"${admin}"`);
    expect(home.blocks.map(({ type }) => type)).toEqual(['header', 'rich_text']);
  });

  test('the Messages tab is none of its business', async () => {
    const calls = world.slack.apiCalls.length;
    await world.slack.openHome(viewer, 'messages');
    await world.ask('/followstats alice');
    expect(world.slack.apiCalls.slice(calls).map(({ method }) => method)).not.toContain('views.publish');
  });

  test('what another person changes is shown without being asked for', async () => {
    await homes.open(admin);
    await homes.open(viewer);
    await world.ask('/followstats allow @priya editor', asAdmin);
    await homes.until(admin, (view) => said(view).includes('granted by') && said(view).includes(nobody));
    await homes.open(nobody, (view) => said(view).includes('an '));
    await homes.type('list create creators alice', nobody);
    for (const personId of [admin, viewer, nobody])
      await homes.until(personId, (view) => said(view).includes('list:creators'));
    await homes.type('link @maya alice');
    await homes.until(nobody, (view) => said(view).includes('1 person'));
    // Whose role is gone sees that at once.
    await world.ask('/followstats revoke @priya', asAdmin);
    const left = await homes.until(nobody, (view) => said(view).includes('You don’t have access'));
    expect(left.blocks).toHaveLength(2);
    await homes.type('list delete creators');
    await homes.type('unlink @maya');
    await homes.until(admin, (view) => said(view).includes('Nobody is linked'));
  });

  test('a digest is made, paused, brought back and deleted there; its answers stand on top with their buttons', async () => {
    await homes.open(admin);
    await world.slack.pressInView({ personId: admin, surface: 'home', actionId: control('new-digest') });
    await world.slack.waitForModal({ personId: admin, matches: ({ title }) => title === 'New digest' });
    await world.slack.fillIn({
      personId: admin,
      values: {
        title: '<!channel> *Creators* & co',
        channel: CHANNELS.community,
        accounts: 'alice',
      },
    });
    const saved = await homes.after(
      admin,
      () => world.slack.submitModal(admin),
      (view) => said(view).includes('is saved') && said(view).includes('Running'),
    );
    expect(said(saved)).toContain('#1 <!channel> *Creators* & co');

    const paused = await homes.choose(admin, control('digest-1'), 'digest pause 1\ndigest list', (view) =>
      said(view).includes('is paused.'),
    );
    await homes.until(admin, (view) => said(view).includes('⏸️ Paused'));
    expect(said(paused)).toContain(control('resume-1'));
    await homes.press(admin, control('resume-1'), (view) => said(view).includes('is running again'));
    await homes.until(admin, (view) => said(view).includes('🟢 Running'));

    await homes.choose(admin, control('digest-1'), 'digest delete 1', (view) => said(view).includes('is deleted.'));
    await homes.until(admin, (view) => said(view).includes('no digests yet'));
    await homes.press(admin, control('undo-1'), (view) => said(view).includes('is back.'));
    await homes.until(admin, (view) => said(view).includes('🟢 Running'));
    // Opened anew, it has no notice.
    await homes.open(admin, (view) => !said(view).includes('is back.'));
  });

  test('what only shows something opens at once, without buttons', async () => {
    await homes.open(admin);
    const since = world.slack.mark();
    await world.slack.chooseInView({
      personId: admin,
      surface: 'home',
      actionId: control('digest-1'),
      value: 'digest log 1',
    });
    const log = await world.slack.waitForModal({
      personId: admin,
      since,
      matches: (view) => !said(view).includes('One moment'),
    });
    expect(log.title).toBe('Answer');
    expect(said(log)).toContain('It hasn’t run yet.');
    expect(said(log)).not.toContain('"actions"');
    await world.slack.closeModal({ personId: admin });

    const before = world.slack.mark();
    await world.slack.pressInView({ personId: admin, surface: 'home', actionId: control('access') });
    const rules = await world.slack.waitForModal({
      personId: admin,
      since: before,
      matches: (view) => !said(view).includes('One moment'),
    });
    expect(said(rules)).toContain('Who may use followstats');
    await world.slack.closeModal({ personId: admin });
  });

  test('the card of any account that the store knows opens there, found by what it begins with', async () => {
    await world.ask('/followstats alice bob', { personId: viewer });
    await homes.open(viewer);
    const search = { personId: viewer, surface: 'home', actionId: 'followstats_account' } as const;
    const { options } = await world.slack.suggest({ ...search, text: 'AL' });
    expect(options.map(({ value }) => value)).toEqual(['alice']);
    const since = world.slack.mark();
    await world.slack.fillIn({ personId: viewer, surface: 'home', values: { followstats_account: 'alice' } });
    const card = await world.slack.waitForModal({
      personId: viewer,
      since,
      matches: (view) => said(view).includes('alice'),
    });
    expect(card.title).toBe('Account details');
    expect(said(card)).toContain('followstats_history');
    await world.slack.closeModal({ personId: viewer });
    expect(
      (await world.slack.suggest({ ...search, personId: admin, text: '' }).catch(() => undefined))?.options,
    ).not.toEqual([]);
  });

  test('a form that asks for the rest closes, and its answer stands on top', async () => {
    await homes.open(admin);
    const since = world.slack.mark();
    await world.slack.pressInView({ personId: admin, surface: 'home', actionId: control('make') });
    await world.slack.waitForModal({ personId: admin, since, matches: (view) => said(view).includes('ask_name') });
    await world.slack.fillIn({ personId: admin, values: { ask_name: 'made', ask_accounts: 'alice' } });
    const made = await homes.after(
      admin,
      () => world.slack.submitModal(admin),
      (view) => said(view).includes('now holds 1 account'),
    );
    expect(said(made)).toContain('list:made');
    expect(world.slack.modalOf(admin)).toBeUndefined();
    await homes.choose(admin, control('list-made'), 'list delete made\nlist show', (view) =>
      said(view).includes('Deleted '),
    );
    await homes.press(admin, control('undo'), (view) => said(view).includes('now holds 1 account'));
    await homes.type('list delete made');
    await homes.until(admin, (view) => said(view).includes('no lists yet'));
  });

  test('accounts are looked up in its field; the answer is in the person’s messages, where its buttons work', async () => {
    await homes.open(viewer);
    const since = world.slack.mark();
    const lookUp = (text: string) =>
      world.slack.fillIn({ personId: viewer, surface: 'home', values: { followstats_home_lookup: text } });
    await lookUp('alice bob');
    const answer = await world.slack.waitForMessage({
      personId: viewer,
      since,
      matches: ({ channelId, text }) => channelId.startsWith('D') && /alice.*bob/s.test(text),
    });
    await homes.until(viewer, (view) => said(view).includes('The answer is in your messages'));
    const refreshed = await world.press(answer, 'followstats_refresh');
    expect(refreshed.text).toMatch(/alice.*bob/s);
    expect(refreshed.text).not.toContain('too old');

    await homes.type('list create vip alice bob');
    await homes.until(viewer, (view) => said(view).includes('list:vip'));
    const again = world.slack.mark();
    const fromMenu = {
      personId: viewer,
      surface: 'home',
      actionId: control('list-vip'),
      value: 'lookup list:vip',
    } as const;
    await world.slack.chooseInView(fromMenu);
    await world.slack.waitForMessage({
      personId: viewer,
      since: again,
      matches: ({ text }) => /alice.*bob/s.test(text),
    });
    await homes.type('list delete vip');

    // What is wrong is said where it was typed, and what was typed stays.
    const before = world.slack.mark();
    await lookUp('"alice');
    const wrong = await world.slack.waitForHome({
      personId: viewer,
      since: before,
      matches: (view) => said(view).includes('quote'),
    });
    expect(said(wrong)).not.toContain('The answer is in your messages');
    expect(wrong.values.followstats_home_lookup?.followstats_home_lookup).toMatchObject({ value: '"alice' });
    expect(world.slack.messagesFor(viewer, answer.channelId).at(-1)?.text).not.toContain('quote');
  });

  test('nothing of it was refused by Slack, and each opening and command is in the audit', async () => {
    expect(world.log.lines.join('\n')).not.toContain('refused the content');
    expect(said(world.slack.homeOf(admin) ?? { blocks: [] })).not.toContain(REJECTED);
    if (mode === 'http') return;
    const entries = await world.restart(({ audit }) => readAudit(audit));
    expect(entries).toContainEqual(expect.objectContaining({ action: 'home', actor: viewer, outcome: 'done' }));
    expect(entries).toContainEqual(expect.objectContaining({ action: 'home', actor: nobody, outcome: 'refused' }));
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'digest-pause', actor: admin, channelId: '', outcome: 'done' }),
    );
    expect(entries).toContainEqual(expect.objectContaining({ action: 'digest-log', actor: admin, outcome: 'done' }));
    expect(entries.filter(({ action, actor }) => action === 'lookup' && actor === viewer)).toContainEqual(
      expect.objectContaining({ outcome: 'done', channelId: expect.stringMatching(/^D/) }),
    );
  });
});

test.each([
  [guest, 'Guests can use followstats only when they are let in by name.'],
  [stranger, 'People from other workspaces can use followstats only when they are let in by name.'],
])('where every full member is let in, %s reads the words of a refusal', async (personId, words) => {
  const world = await createWorld({ env: { FOLLOWSTATS_VIEWERS: '*' } });
  try {
    const home = await homesOf(world).open(personId);
    expect(said(home)).toContain(words);
    expect(home.blocks).toHaveLength(2);
    expect(said(await homesOf(world).open(nobody))).toContain('like every full member of this workspace');
  } finally {
    await world.stop();
  }
});

describe('what was there before', () => {
  let world: World;
  let homes: ReturnType<typeof homesOf>;
  beforeAll(async () => {
    world = await createWorld({ mode: 'socket' });
    homes = homesOf(world);
    await world.restart(async (store) => {
      await createDigest(store, { title: 'Of Anders' });
      await store.digests.create(
        { ...(await createDigest(store, { title: 'Of Maya' })), title: 'Of Maya' },
        { personId: viewer, channelId: CHANNELS.community },
      );
      await store.lists.create('vip' as never, accounts('alice'), OTHER);
    });
  });
  afterAll(() => world.stop());

  test('a person who was an editor reads their own digests, and can do nothing with them', async () => {
    const home = await homes.open(viewer);
    expect(said(home)).toContain('Your digest');
    expect(said(home)).toContain('Only editors can change digests.');
    expect(said(home)).toContain('#3 Of Maya');
    expect(said(home)).not.toContain('Of Anders');
    expect(said(home)).not.toContain('digest pause');
  });

  test('a press that the person may no longer make is refused', async () => {
    await world.ask('/followstats allow @priya editor', asAdmin);
    await homes.open(nobody, (view) => said(view).includes('#1 Of Anders'));
    const forged = {
      personId: nobody,
      surface: 'home',
      actionId: control('digest-1'),
      value: 'digest delete 1',
    } as const;
    const since = world.slack.mark();
    await world.restart((store) => store.grants.revoke({ kind: 'person', id: nobody }, OTHER, { keepAnAdmin: false }));
    await world.slack.chooseInView(forged).catch(() => undefined);
    const left = await world.slack.waitForHome({
      personId: nobody,
      since,
      matches: (view) => said(view).includes('You don’t have access'),
    });
    expect(left.blocks).toHaveLength(2);
    const kept = await world.restart(({ digests }) => digests.all());
    expect(kept.readable.map(({ id }) => id)).toContain('1');
  });

  test('after a restart every button still works, and the Home is what it was', async () => {
    await homes.open(admin, (view) => said(view).includes('#1 Of Anders'));
    await world.restart(async () => {});
    await homes.choose(admin, control('digest-1'), 'digest pause 1\ndigest list', (view) =>
      said(view).includes('is paused.'),
    );
    await world.restart(async () => {});
    await homes.press(admin, control('resume-1'), (view) => said(view).includes('is running again'));
  });
});
