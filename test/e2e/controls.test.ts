import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FieldInput, Message, View } from '../../src/demo/slack/types.ts';
import { readGivenCommand } from '../../src/slack/blocks/kit/given-command.ts';
import { objectsIn } from '../slack/blocks/read-rendering.ts';
import { readAudit } from '../store/contracts/askers.ts';
import { textOf } from './digest-form.ts';
import { CHANNELS, createWorld, type Mode, PEOPLE, type World } from './world.ts';

const asAdmin = { personId: PEOPLE.admin };
const control = (key: string) => `followstats_command:${key}`;

/** What the controls of a message hold, those of menus too. */
const valuesOf = ({ blocks }: Message): readonly string[] =>
  objectsIn(blocks).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));

describe.each<Mode>(['http', 'socket'])('controls over %s', (mode) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ mode });
  });
  afterAll(() => world.stop());

  /** Presses a button that opens a form, and resolves with it once it may be used. */
  async function openAsk({ ts }: Message, key: string, personId: string): Promise<View> {
    const since = world.slack.mark();
    await world.slack.press({ personId, ts, actionId: control(key) });
    return world.slack.waitForModal({ personId, since, matches: (view) => !textOf(view).includes('One moment') });
  }

  /** Fills the form in and sends it; resolves with the answer, which comes as a message once the form is closed. */
  async function complete(personId: string, values: Readonly<Record<string, FieldInput>>): Promise<Message> {
    const since = world.slack.mark();
    await world.slack.fillIn({ personId, values });
    await world.slack.submitModal(personId);
    expect(world.slack.modalOf(personId)).toBeUndefined();
    return world.slack.waitForMessage({ personId, channelId: CHANNELS.community, since });
  }

  /** Fills the form in and sends it; resolves with what takes its place, or with it and its errors. */
  async function send(personId: string, values: Readonly<Record<string, FieldInput>>): Promise<View> {
    await world.slack.fillIn({ personId, values });
    await world.slack.submitModal(personId);
    const view = world.slack.modalOf(personId);
    if (!view) throw new Error('the form is closed');
    return view;
  }

  test('“Did you mean” is a button that does it, in the place of the message', async () => {
    const wrong = await world.ask('/followstats lokup alice');
    expect(wrong.text).toContain('There is no command lokup. Did you mean /followstats lookup alice?');
    const answer = await world.press(wrong, control('corrected'));
    expect(answer.ts).toBe(wrong.ts);
    expect(answer.text).toMatch(/alice.*2 followers/);
  });

  test('a person without an account is linked in a form, and what came of it is a message with its buttons', async () => {
    const unlinked = await world.ask('/followstats @priya', asAdmin);
    expect(unlinked.text).toContain(`<@${PEOPLE.nobody}> isn’t linked to an account yet.`);
    const viewers = await world.ask('/followstats @priya');
    expect(viewers.text).toContain(`Ask <@${PEOPLE.admin}> to link them.`);
    const empty = await world.ask('/followstats links', asAdmin);

    const form = await openAsk(empty, 'link', PEOPLE.admin);
    expect(form.title).toBe('Link someone');
    const wrong = await send(PEOPLE.admin, { ask_person: PEOPLE.nobody, ask_account: 'list:vip' });
    expect(wrong.errors).toEqual({ ask_account: 'list:vip is a list, and a person is one account.' });
    const done = await complete(PEOPLE.admin, { ask_person: PEOPLE.nobody, ask_account: 'no such' });
    expect(done.visibleTo).toBe(PEOPLE.admin);
    expect(done.text).toBe(`<@${PEOPLE.nobody}> is now linked to no such.\nno such isn’t in Chat (yet).`);
    expect(valuesOf(done)).toContain(`lookup <@${PEOPLE.nobody}>`);
    expect((await world.ask('/followstats links', asAdmin)).text).toContain(`no such: <@${PEOPLE.nobody}>`);

    const linked = await world.ask('/followstats links', asAdmin);
    const taken = await world.press(linked, control(`unlink-${PEOPLE.nobody}`), asAdmin);
    expect(taken.text.split('\n')).toEqual([
      `<@${PEOPLE.nobody}> is no longer linked to no such.`,
      expect.stringContaining('Nobody is linked to an account yet.'),
    ]);
  });

  test('accounts are looked up in a form, and the answer has its buttons', async () => {
    const help = await world.ask('/followstats');
    await openAsk(help, 'lookup', PEOPLE.viewer);
    expect((await send(PEOPLE.viewer, { ask_accounts: '"alice' })).errors).toEqual({
      ask_accounts: 'Close the quote: "alice',
    });
    const answer = await complete(PEOPLE.viewer, { ask_accounts: 'alice\nbob' });
    expect(answer.text).toMatch(/alice.*bob/s);
    const refreshed = await world.press(answer, 'followstats_refresh');
    expect(refreshed.text).toMatch(/alice.*bob/s);
  });

  test('where the app isn’t in the channel the answer takes the form’s place, and tells nobody to type', async () => {
    const wrong = await world.ask('/followstats link', { ...asAdmin, channelId: CHANNELS.withoutBot });
    const form = await openAsk(wrong, 'link', PEOPLE.admin);
    expect(form.title).toBe('Link someone');
    const shown = await send(PEOPLE.admin, { ask_person: PEOPLE.chinese, ask_account: 'alice' });
    expect(textOf(shown)).toContain('is now linked to ');
    expect(textOf(shown)).not.toContain('/followstats');
    await world.slack.closeModal({ personId: PEOPLE.admin });
    const help = await world.ask('/followstats', { ...asAdmin, channelId: CHANNELS.withoutBot });
    await openAsk(help, 'lookup', PEOPLE.admin);
    const found = await send(PEOPLE.admin, { ask_accounts: `alice <@${PEOPLE.stranger}>` });
    expect(textOf(found)).not.toContain('/followstats');
    await world.slack.closeModal({ personId: PEOPLE.admin });
    await world.ask('/followstats unlink @chenli', asAdmin);
  });

  test('an admin lets a person in by a form, whose fields hold what was typed rightly', async () => {
    const wrong = await world.ask('/followstats allow @chenli boss', asAdmin);
    const form = await openAsk(wrong, 'let-someone-in', PEOPLE.admin);
    expect(form.title).toBe('Let someone in');
    expect(textOf(form)).toContain(`"initial_user":"${PEOPLE.chinese}"`);
    const done = await complete(PEOPLE.admin, { ask_person: PEOPLE.chinese, ask_role: 'editor' });
    expect(done.text).toBe(`<@${PEOPLE.chinese}> is now an editor.`);
    const rules = await world.press(done, control('access'), asAdmin);
    expect(rules.text).toContain(`<@${PEOPLE.chinese}> · editor · granted by`);
    expect(valuesOf(rules)).toContain('ask:allow');
    await world.ask('/followstats revoke @chenli', asAdmin);
  });

  test.each(['allow', 'allow alice', 'allow viewer', 'allow @chenli viewer editor'])(
    'who may give access gets the form also after “%s”',
    async (text) => {
      const wrong = await world.ask(`/followstats ${text}`, asAdmin);
      expect(valuesOf(wrong).some((value) => value.startsWith('ask:allow'))).toBe(true);
    },
  );

  test('a mistyped role is put right by a button', async () => {
    const wrong = await world.ask('/followstats allow @chenli edtior', asAdmin);
    expect(wrong.text).toBe('edtior isn’t a role. Did you mean editor?');
    const done = await world.press(wrong, control('corrected'), asAdmin);
    expect(done.text).toBe(`<@${PEOPLE.chinese}> is now an editor.`);
    await world.ask('/followstats revoke @chenli', asAdmin);
  });

  test('a list is made, filled and deleted by its controls, and they always show what is true', async () => {
    const none = await world.ask('/followstats list', asAdmin);
    await openAsk(none, 'make', PEOPLE.admin);
    expect((await send(PEOPLE.admin, { ask_name: 'my list', ask_accounts: 'alice' })).errors).toHaveProperty(
      'ask_name',
    );
    expect((await complete(PEOPLE.admin, { ask_name: 'vip', ask_accounts: 'alice ghost' })).text).toContain(
      'isn’t in Chat (yet).',
    );

    const lists = await world.ask('/followstats list', asAdmin);
    const choose = async (message: Message, value: string, personId: string) => {
      const since = world.slack.mark();
      await world.slack.choose({ personId, ts: message.ts, actionId: control('list-vip'), value });
      return since;
    };
    await choose(lists, 'ask:list-add vip', PEOPLE.admin);
    await world.slack.waitForModal({ ...asAdmin, matches: (view) => textOf(view).includes('ask_accounts') });
    expect((await complete(PEOPLE.admin, { ask_accounts: 'bob' })).text).toContain('It now holds 3 accounts.');

    const since = await choose(lists, 'list delete vip\nlist show', PEOPLE.admin);
    const gone = await world.slack.waitForMessage({
      ...asAdmin,
      channelId: CHANNELS.community,
      since,
      matches: ({ text }) => text.startsWith('Deleted'),
    });
    expect(gone.ts).toBe(lists.ts);
    expect(gone.text).toMatch(/^Deleted list:vip and the 3 accounts on it\.\nThere are no lists yet\./);
    const back = await world.press(gone, control('undo'), asAdmin);
    expect(back.text).toMatch(/^list:vip now holds 3 accounts\..*\n1 list\nlist:vip · 3 accounts$/s);
  });

  test('a role is changed and taken back by the controls of its rule', async () => {
    await world.ask('/followstats allow @priya', asAdmin);
    const rules = await world.ask('/followstats access', asAdmin);
    const since = world.slack.mark();
    const rule = control(`rule-${PEOPLE.nobody}`);
    await world.slack.choose({
      ...asAdmin,
      ts: rules.ts,
      actionId: rule,
      value: `allow <@${PEOPLE.nobody}> editor\naccess`,
    });
    const changed = await world.slack.waitForMessage({
      ...asAdmin,
      channelId: CHANNELS.community,
      since,
      matches: ({ text }) => text.includes('is now an editor'),
    });
    expect(changed.text).toContain(`<@${PEOPLE.nobody}> · editor · granted by`);
    const taken = await world.press(changed, `${rule}-revoke`, asAdmin);
    expect(taken.text).toContain(`Took back what was granted to <@${PEOPLE.nobody}>.`);
    expect(taken.text).not.toContain(`<@${PEOPLE.nobody}> ·`);
  });

  test.each([
    ['lst create vip alice', '/followstats list create vip alice'],
    ['lst create', '/followstats list'],
    ['digst new', '/followstats digest new'],
    ['allw @priya', '/followstats allow'],
    ['lst show some', '/followstats list show some'],
  ])('of a typo like %s a person reads what was meant only where they may do it', async (text, meant) => {
    const read = async (personId: string) => (await world.ask(`/followstats ${text}`, { personId })).text;
    expect(await read(PEOPLE.admin)).toContain(`Did you mean ${meant}`);
    if (text.includes('show')) return expect(await read(PEOPLE.viewer)).toContain(`Did you mean ${meant}`);
    const [word] = text.split(' ');
    expect(await read(PEOPLE.viewer)).toBe(
      `There is no command ${word}. For an account of that name, type /followstats lookup ${word}.`,
    );
  });

  test('nothing that a viewer is offered is denied to them', async () => {
    await world.ask('/followstats list create some alice', asAdmin);
    const offered = new Set<string>();
    for (const text of [
      '',
      'list',
      'list show some',
      'list:smoe',
      'lits',
      'list show nosuch',
      '@priya',
      'lookup',
      'why',
    ]) {
      for (const value of valuesOf(await world.ask(`/followstats ${text}`))) offered.add(value);
    }
    const commands = [...offered].filter((value) => !value.startsWith('kept '));
    expect(commands.length).toBeGreaterThan(5);
    for (const value of commands.filter((one) => !one.startsWith('ask:'))) {
      const { command } = readGivenCommand(value);
      expect((await world.ask(`/followstats ${command}`)).text, value).not.toContain('Only editors can');
    }
    expect(commands.filter((one) => one.startsWith('ask:'))).toEqual(['ask:lookup']);
  });
});

test('what is given by controls and forms is audited as what is typed: once each', async () => {
  const world = await createWorld();
  const help = await world.ask('/followstats', asAdmin);
  const since = world.slack.mark();
  await world.slack.press({ ...asAdmin, ts: help.ts, actionId: control('lookup') });
  await world.slack.waitForModal({ ...asAdmin, since, matches: (view) => textOf(view).includes('ask_accounts') });
  await world.slack.fillIn({ ...asAdmin, values: { ask_accounts: '"oops' } });
  await world.slack.submitModal(PEOPLE.admin);
  await world.slack.fillIn({ ...asAdmin, values: { ask_accounts: 'alice' } });
  await world.slack.submitModal(PEOPLE.admin);
  const entries = await world.restart(({ audit }) => readAudit(audit));
  expect(entries.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['help', 'done'],
    ['wrong', 'failed'],
    ['lookup', 'done'],
  ]);
  await world.stop();
});
