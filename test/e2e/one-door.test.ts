import { expect, onTestFinished, test } from 'vitest';
import { ACTIONS, SHORTCUTS, VIEWS } from '../../src/slack/names.ts';
import { readAudit } from '../store/contracts/askers.ts';
import { openForm, SAVED, save, textOf } from './digest-form.ts';
import { createForger } from './forged.ts';
import { CHANNELS, createWorld, PEOPLE } from './world.ts';

const REFUSAL = 'You haven’t been given access to followstats.';
const asAdmin = { personId: PEOPLE.admin };
const asPriya = { personId: PEOPLE.nobody };

/** Buttons below messages, with values whose mistakes the app would otherwise tell of. `test/drift.test.ts` knows every name. */
const BUTTONS: Readonly<Record<string, string>> = {
  [ACTIONS.refresh]: 'kept 00000000-0000-4000-8000-000000000000',
  [ACTIONS.share]: 'kept 00000000-0000-4000-8000-000000000000',
  [ACTIONS.csv]: 'lookup "secret',
  [ACTIONS.history]: `secret ${'x'.repeat(40)}`,
  [ACTIONS.historyCsv]: 'kept 00000000-0000-4000-8000-000000000000',
  [ACTIONS.changes]: `secret ${'x'.repeat(40)}`,
  [ACTIONS.changesCsv]: 'kept 00000000-0000-4000-8000-000000000000',
  [ACTIONS.digestArrived]: 'no run at all',
  [ACTIONS.digestAgain]: '1-1795000000000',
  [ACTIONS.digestCsv]: '1-1795000000000',
};
/** Of answers: what they hold is a command, or an account whose card stands in a modal. */
const OF_ANSWERS: readonly string[] = [ACTIONS.command, ACTIONS.openAccount];
/** Of a Home, with what they would do there. */
const IN_HOME: readonly (readonly [action: string, value: string])[] = [
  [ACTIONS.homeLookUp, '"secret'],
  [`${ACTIONS.homePage}:lists-next`, 'lists=1'],
  [`${ACTIONS.command}:x`, 'digest delete 77'],
  [`${ACTIONS.command}:x`, 'lookup secret'],
  [`${ACTIONS.command}:x`, 'list show secret'],
  [ACTIONS.digestArrived, 'no run at all'],
];
const OF_HOME: readonly string[] = [ACTIONS.homeLookUp, ACTIONS.homePage];
const IN_FORM = Object.values(ACTIONS).filter(
  (name) => !Object.hasOwn(BUTTONS, name) && !OF_ANSWERS.includes(name) && !OF_HOME.includes(name),
);

/** What controls give: commands, and forms for what is missing of one. */
const CONTROLS = [
  'digest delete 77',
  'lokup secret',
  'list delete secret\nlist show',
  'ask:list-add secret',
  'ask:lookup',
];

const COMMANDS = [
  'alice',
  '"secret',
  'lokup secret',
  'list show secret',
  'history secret 14d',
  'history list:secret',
  'changes secret 14d',
  'changes list:secret',
  'list create vip x',
  'link @maya secret',
  'links',
  'digest list',
  'digest run 1',
  'digest log 1',
  'digest delete 77',
  'digest frobnicate',
  'allow @maya',
  'access',
  'why @maya',
];

test('at every door somebody without a role reads the refusal and nothing else, and each time it is kept once', async () => {
  const world = await createWorld();
  onTestFinished(world.stop);
  const { slack } = world;
  await openForm(world);
  await save(world, SAVED);
  await world.ask('/followstats allow @priya editor', asAdmin);
  const form = await openForm(world, 'digest new', asPriya);
  await world.ask('/followstats revoke @priya', asAdmin);
  const forger = createForger(world, PEOPLE.nobody);
  const doors: string[] = [];

  const reads = async (door: string, deed: () => Promise<unknown>) => {
    doors.push(door);
    const since = slack.mark();
    await deed();
    const { text } = await slack.waitForMessage({ ...asPriya, channelId: CHANNELS.community, since });
    expect(text, door).toBe(`${REFUSAL} An admin can change that: <@${PEOPLE.admin}>.`);
  };
  const showsInForm = async (door: string, deed: () => Promise<unknown>) => {
    doors.push(door);
    const since = slack.mark();
    await deed();
    const view = await slack.waitForModal({
      ...asPriya,
      since,
      matches: (one) => textOf(one).includes('An admin can'),
    });
    expect(JSON.stringify(view.blocks), door).toContain(REFUSAL);
    expect(view.blocks, door).toHaveLength(1);
  };

  for (const text of COMMANDS) {
    await reads(text, () => slack.type({ ...asPriya, channelId: CHANNELS.community, text: `/followstats ${text}` }));
  }
  for (const [action, value] of Object.entries(BUTTONS)) await reads(action, () => forger.press(action, value));
  for (const value of CONTROLS) await reads(value, () => forger.press(`${ACTIONS.command}:x`, value));
  await reads('a card that can’t be opened', () => forger.press(ACTIONS.openAccount, 'secret'));
  await reads('a history above a card', () => forger.pressInView(form, ACTIONS.history));
  await reads('changes above a card', () => forger.pressInView(form, ACTIONS.changes));
  await reads('shortcut', () => forger.chooseShortcut(SHORTCUTS.mentions, { ts: '1.000001', text: '', bot_id: 'B1' }));

  const secret = { accounts: { type: 'plain_text_input', value: 'alice list:secret' } };
  for (const action of IN_FORM) {
    await showsInForm(action, () => forger.pressInView(form, action, { values: secret }));
    await showsInForm(`${action}, unread`, () => forger.pressInView(form, action, withoutDays(form.privateMetadata)));
  }
  for (const changed of [{ values: secret }, withoutDays(form.privateMetadata)]) {
    doors.push('save');
    const answer = await forger.submit(form, changed);
    expect(answer).toMatchObject({ response_action: 'update', view: { blocks: [{ type: 'rich_text' }] } });
    expect(JSON.stringify(answer)).toContain(REFUSAL);
  }
  for (const ask of ['ask:list-add secret', 'ask:lookup', 'secret']) {
    doors.push(`send ${ask}`);
    const metadata = JSON.stringify({ ask, channelId: CHANNELS.community });
    const values = { ask_accounts: { type: 'plain_text_input', value: '"secret' } };
    const answer = await forger.submit(form, { callbackId: VIEWS.ask, metadata, values });
    expect(answer).toMatchObject({ response_action: 'update', view: { blocks: [{ type: 'rich_text' }] } });
    expect(JSON.stringify(answer)).toContain(REFUSAL);
  }
  for (const menu of [ACTIONS.digestLists, ACTIONS.digestTimeZone]) {
    doors.push(`what ${menu} offers`);
    expect(await forger.suggest(form, menu, '')).toEqual({ options: [] });
  }
  for (const text of ['digest new', 'digest edit 1', 'digest edit 77']) {
    doors.push(text);
    const shown = await openForm(world, text, asPriya);
    expect(textOf(shown)).toContain(REFUSAL);
    expect(shown.blocks).toHaveLength(1);
  }

  const showsInHome = async (door: string, deed: () => Promise<unknown>) => {
    doors.push(door);
    await deed();
    const home = await slack.waitForHome({ ...asPriya, matches: (view) => textOf(view).includes('An admin can') });
    expect(home.blocks, door).toHaveLength(2);
  };
  await showsInHome('Home', () => slack.openHome(PEOPLE.nobody));
  for (const [action, value] of IN_HOME) await showsInHome(action, () => forger.pressInHome(action, value));

  const entries = await world.restart(({ audit }) => readAudit(audit));
  const own = entries.filter(({ actor }) => actor === PEOPLE.nobody).slice(1);
  expect(own.map(({ outcome }) => outcome)).toEqual(doors.map(() => 'refused'));
});

/** The same form as another version would have it, which can't be read. */
function withoutDays(metadata: string): { readonly metadata: string } {
  const { days: _, ...rest } = JSON.parse(metadata);
  return { metadata: JSON.stringify(rest) };
}

test('a viewer who gets an editor’s or admin’s command wrong reads what it needs, and not how to type it', async () => {
  const world = await createWorld();
  onTestFinished(world.stop);
  for (const [text, role] of [
    ['digest frobnicate', 'editor'],
    ['list create v!p', 'editor'],
    ['unlink alice', 'editor'],
    ['revoke bob', 'admin'],
  ]) {
    const { text: answer } = await world.ask(`/followstats ${text}`);
    expect(answer, text).toBe(
      `Only ${role}s can do that. You’re a viewer. An admin can change that: <@${PEOPLE.admin}>.`,
    );
  }
});
