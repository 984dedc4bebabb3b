import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from './digest-form.ts';
import { rowsOf, unreadOf } from './read-answer.ts';
import { createWorld, GROUP, type Mode, PEOPLE, type World } from './world.ts';

const CORRECTED = 'followstats_command:corrected';

describe.each<Mode>(['http', 'socket'])('lists and links over %s', (mode) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ mode });
  });
  afterAll(() => world.stop());

  const asAdmin = { personId: PEOPLE.admin };
  const accountsIn = async (text: string) => rowsOf(await world.ask(text)).map(([account]) => account);

  test('a list is made, changed, shown, looked up, deleted and brought back', async () => {
    const told = async (text: string) => (await world.ask(`/followstats list ${text}`, asAdmin)).text;
    expect(await told('')).toContain('There are no lists yet. Make one with /followstats list create');
    expect(await told('create Creators alice bob')).toContain('list:creators now holds 2 accounts');
    expect(await told('create creators carol')).toContain('There is a list:creators already');
    expect(await told('add creators carol bob')).toContain('Added 1 account to list:creators. 1 was in it already');
    expect(await told('remove creators bob')).toContain('Removed 1 account from list:creators');
    expect(await told('show creators')).toContain('alice carol');
    expect(await told('show')).toContain('list:creators · 2 accounts');
    expect(await accountsIn('/followstats list:Creators bob')).toEqual(['alice', 'carol', 'bob']);
    const deleted = await world.ask('/followstats list delete creators', asAdmin);
    expect(deleted.text).toBe('Deleted list:creators and the 2 accounts on it.');
    const back = await world.press(deleted, 'followstats_command:undo', asAdmin);
    expect(back.text.split('\n')).toEqual([
      'list:creators now holds 2 accounts.',
      '1 list',
      'list:creators · 2 accounts',
    ]);
    expect(await told('show creators')).toContain('alice carol');
    await told('delete creators');
    expect(await told('show creators')).toContain('There is no list:creators');
  });

  test('a person is linked, looked up by their mention, linked anew and unlinked', async () => {
    const told = async (text: string) => (await world.ask(`/followstats ${text}`, asAdmin)).text;
    expect(await told('links')).toContain('Nobody is linked to an account yet');
    expect(await told('link @priya alice')).toContain(`<@${PEOPLE.nobody}> is now linked to alice.`);
    expect(await told('link @chenli alice')).toContain('is now linked to alice');
    expect(await told('links')).toContain(`alice: <@${PEOPLE.chinese}> and <@${PEOPLE.nobody}>`);
    const answer = await world.ask('/followstats @priya');
    expect(rowsOf(answer)).toEqual([['alice', '2', '1', '1']]);
    expect(answer.text).toContain(`<@${PEOPLE.nobody}> is alice.`);
    expect(await told('link @priya bob')).toContain('is now linked to bob, and no longer to alice');
    expect(await told('unlink @priya')).toContain('is no longer linked to bob');
    expect(await told('unlink @priya')).toContain('isn’t linked to an account, so nothing was changed');
    await told('unlink @chenli');
  });

  test('everything that names somebody can be mixed, and comes in the order typed', async () => {
    await world.ask('/followstats list create mixed bob ghost', asAdmin);
    await world.ask('/followstats link @chenli carol', asAdmin);
    const answer = await world.ask('/followstats @creators-team "alice", list:mixed @tom bob');
    expect(rowsOf(answer).map(([account]) => account)).toEqual(['carol', 'alice', 'bob']);
    expect(unreadOf(answer)).toEqual([expect.stringMatching(/^⚠ ghost: /)]);
    expect(answer.text).toContain(`<@${PEOPLE.chinese}> is carol.`);
    expect(answer.text).toMatch(
      new RegExp(`<@${PEOPLE.guest}> aren’t linked to accounts yet\\. Ask <@${PEOPLE.admin}> to link them\\.`),
    );
    await world.ask('/followstats unlink @chenli', asAdmin);
    await world.ask('/followstats list delete mixed', asAdmin);
  });

  test('Refresh looks up who is on the list by then', async () => {
    await world.ask('/followstats list create growing alice', asAdmin);
    const first = await world.ask('/followstats list:growing');
    await world.ask('/followstats list add growing bob', asAdmin);
    const second = await world.press(first, 'followstats_refresh');
    expect(rowsOf(second).map(([account]) => account)).toEqual(['alice', 'bob']);
    await world.ask('/followstats list delete growing', asAdmin);
    const third = await world.press(second, 'followstats_refresh');
    expect(third.text).toContain('There is no list:growing');
  });

  test.each([
    ['/followstats list:nobody', 'There is no list:nobody'],
    ['/followstats list crate x alice', 'Did you mean /followstats list create'],
    ['/followstats lits', 'Did you mean /followstats list?'],
    ['/followstats list:x!', 'can’t be the name of a list'],
    ['/followstats list add x alice', 'There is no list:x. See all lists with /followstats list show.'],
    ['/followstats list remove x alice', 'There is no list:x'],
    ['/followstats list delete x', 'There is no list:x'],
    ['/followstats link priya alice', 'priya isn’t a mention of a person'],
    ['/followstats link @priya', `Which account is <@${PEOPLE.nobody}>?`],
    ['/followstats link @priya zoë', 'zoë can’t be a UserID'],
    [
      '/followstats link @tom @maya',
      `in place of <@${PEOPLE.viewer}>, like /followstats link <@${PEOPLE.guest}> alice.`,
    ],
    ['/followstats list add vip "oops', 'Try /followstats list add vip "with space" bob.'],
  ])('%s is answered with one sentence and asks nothing upstream', async (typed, sentence) => {
    const calls = world.countCalls.length;
    expect((await world.ask(typed, asAdmin)).text).toContain(sentence);
    expect(world.countCalls).toHaveLength(calls);
  });

  test('a mistyped list is put right by one button, which does all that was typed', async () => {
    const wrong = async (text: string) => world.ask(`/followstats ${text}`, asAdmin);
    const right = async (text: string) => (await world.press(await wrong(text), CORRECTED, asAdmin)).text;
    await wrong('list create vip alice');
    expect((await wrong('list VIP')).text).toContain('list:vip · 1 account\nalice');
    const unknown = await wrong('list vpi');
    expect(unknown.text).toBe(
      'There is no list:vpi. Did you mean list:vip? See all lists with /followstats list show.',
    );
    expect(JSON.stringify(unknown.blocks)).not.toMatch(/list show vpi|lookup list:vpi/);
    expect(await right('list vpi')).toContain('list:vip · 1 account');
    expect(await right('list add vpi carol')).toContain('Added 1 account to list:vip. It now holds 2 accounts.');
    expect(await right('carol bob list:vpi')).toMatch(/^carol · .*\nbob · .*\nalice · /);
    expect(await right('list remove vpi carol')).toContain('Removed 1 account from list:vip.');

    const since = world.slack.mark();
    const add = await wrong('list add vpi carol "with space"');
    await world.slack.press({ ...asAdmin, ts: add.ts, actionId: 'followstats_command:fill-vpi' });
    await world.slack.waitForModal({ ...asAdmin, since, matches: (view) => textOf(view).includes('ask_accounts') });
    await world.slack.submitModal(PEOPLE.admin);
    await world.slack.waitForMessage({ ...asAdmin, since, matches: ({ text }) => text.includes('list:vpi now holds') });
    expect((await wrong('list show vpi')).text).toContain('carol "with space"');
    await wrong('list delete vpi');
    expect(await right('list delete vpi')).toContain('Deleted list:vip');
  });

  test('what was taken from a list comes back by Undo', async () => {
    await world.ask('/followstats list create vip alice bob carol', asAdmin);
    const removed = await world.ask('/followstats list remove vip bob nobody', asAdmin);
    expect(removed.text).toContain('Removed 1 account from list:vip.');
    const back = await world.press(removed, 'followstats_command:undo', asAdmin);
    expect(back.text).toContain('Added 1 account to list:vip. It now holds 3 accounts.');
    expect((await world.ask('/followstats list show vip', asAdmin)).text).toContain('alice carol bob');
    await world.ask('/followstats list delete vip', asAdmin);
  });

  test('a mistyped account that was just put down is put right by one button', async () => {
    await world.ask('/followstats alice');
    const made = await world.ask('/followstats list create vip alcie bob', asAdmin);
    expect(made.text).toContain('alcie isn’t in Chat (yet). Did you mean alice?');
    const right = await world.press(made, 'followstats_command:use-meant', asAdmin);
    expect(right.text).toBe(
      'Removed 1 account from list:vip. It now holds 1 account.\nAdded 1 account to list:vip. It now holds 2 accounts.',
    );
    expect((await world.ask('/followstats list show vip', asAdmin)).text).toContain('bob alice');
    await world.ask('/followstats list delete vip', asAdmin);

    const linked = await world.ask('/followstats link @tom alcie', asAdmin);
    expect(linked.text).toContain('alcie isn’t in Chat (yet). Did you mean alice?');
    const relinked = await world.press(linked, 'followstats_command:use-meant', asAdmin);
    expect(relinked.text).toContain(`<@${PEOPLE.guest}> is now linked to alice, and no longer to alcie.`);
    await world.ask('/followstats unlink @tom', asAdmin);
  });

  test('who may only look up sees the lists, and changes neither them nor the links', async () => {
    expect((await world.ask('/followstats list')).text).toContain('There are no lists yet');
    for (const typed of ['list create x alice', 'list delete x', 'link @priya alice', 'unlink @priya', 'links']) {
      const { text } = await world.ask(`/followstats ${typed}`);
      expect(text).toContain('Only editors can do that. You’re a viewer.');
    }
    const aboutOneself = await world.ask('/followstats why foo');
    expect(aboutOneself.text).toBe('foo doesn’t belong there. Type /followstats why alone to see your own role.');
    expect((await world.ask('/followstats why foo', asAdmin)).text).toContain('/followstats why @priya');
    expect((await world.ask('/followstats list', { personId: PEOPLE.nobody })).text).toContain(
      'You haven’t been given access',
    );
  });
});

test('of a user group that Slack doesn’t tell of an admin reads the scope it needs, and others whom to tell', async () => {
  const world = await createWorld();
  world.slack.setFaults([{ kind: 'refuse', method: 'usergroups.users.list', error: 'missing_scope', times: 9 }]);
  const answer = await world.ask('/followstats alice @creators-team');
  expect(rowsOf(answer).map(([account]) => account)).toEqual(['alice']);
  expect(answer.text).toContain(`Slack doesn’t say who is in <!subteam^${GROUP}>. Please tell <@${PEOPLE.admin}>.`);
  const toAdmin = await world.ask('/followstats alice @creators-team', { personId: PEOPLE.admin });
  expect(toAdmin.text).toContain('needs the scope usergroups:read');
  await world.stop();
});

test('what a list holds counts towards the most accounts of a command', async () => {
  const world = await createWorld({ env: { FOLLOWSTATS_MAX_ACCOUNTS: '2' } });
  await world.ask('/followstats list create team alice bob', { personId: PEOPLE.admin });
  const calls = world.countCalls.length;
  expect((await world.ask('/followstats list:team carol')).text).toContain(
    'That’s 3 accounts, and one command takes 2 at most. With carol it’s too many.',
  );
  expect(world.countCalls).toHaveLength(calls);
  await world.stop();
});
