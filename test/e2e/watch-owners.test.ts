import { afterEach, expect, test } from 'vitest';
import type { Message, View } from '../../src/demo/slack/types.ts';
import { createWatchWorld, MINUTE, type WatchWorld } from './watch-world.ts';
import { PEOPLE } from './world.ts';

/* Watches of a person who made them as an editor, and is a viewer by now. */

let world: WatchWorld;
const OWNER = PEOPLE.viewer;
/** A viewer, too. */
const OTHER = PEOPLE.chinese;
const env = { FOLLOWSTATS_VIEWERS: `${OWNER},${OTHER}` };
afterEach(() => world.stop());

const POLL = 15 * MINUTE;

/** Opens a world in which a watch of this person's has told. */
async function openTold(owner: string = OWNER): Promise<readonly Message[]> {
  const rule = { kind: 'reaches', followers: 2 } as const;
  world = await createWatchWorld({ env, owner, watches: [{ rule }], fans: 5 });
  await look(0);
  await look(2);
  return world.alerts();
}

async function look(followers: number): Promise<void> {
  world.setFollowers('alice', followers);
  await world.pass(POLL);
}

const press = (message: Message | undefined, deed: string, personId: string = OWNER) =>
  world.press(message as Message, `followstats_command:watch-${deed}-1`, { personId });
const textOf = ({ blocks }: View) => JSON.stringify(blocks);

/** What stands where a form opens, once it isn't *Opening…* any more. */
async function openForm(message: Message | undefined, personId: string = OWNER): Promise<View> {
  const since = world.slack.mark();
  const { ts } = message as Message;
  await world.slack.press({ personId, ts, actionId: 'followstats_command:watch-edit-1' });
  return world.slack.waitForModal({
    personId,
    since,
    matches: (view) => view.submit !== undefined || /An admin can|管理员/.test(textOf(view)),
  });
}

test('mutes it by the button of its alert, and has it tell again', async () => {
  const [alert] = await openTold();
  expect((await press(alert, 'mute')).text).toMatch(/^#1 is muted until /);
  await look(0);
  await look(2);
  expect(world.alerts()).toHaveLength(1);
  expect((await world.ask('/followstats watch unmute 1', { personId: OWNER })).text).toBe('#1 tells again.');
  await look(0);
  await look(2);
  expect(world.alerts()).toHaveLength(2);
});

test('edits it by the button of its alert: the form, its menu of rules, and Save', async () => {
  const [alert] = await openTold();
  const form = await openForm(alert);
  expect(textOf(form)).toContain('"initial_value":"2"');
  const changed = world.slack.mark();
  await world.slack.fillIn({ personId: OWNER, values: { followstats_watch_kind: 'falls-below' } });
  await world.slack.waitForModal({ personId: OWNER, since: changed, matches: (view) => view.submit !== undefined });
  const since = world.slack.mark();
  await world.slack.fillIn({ personId: OWNER, values: { followers: '4' } });
  await world.slack.submitModal(OWNER);
  const notice = await world.slack.waitForMessage({
    personId: OWNER,
    since,
    matches: ({ text }) => text.includes('is saved'),
  });
  expect(notice.text).toContain('falls below 4 followers');
});

test('does nothing else to it, and a viewer whose own it isn’t does nothing at all', async () => {
  const [alert] = await openTold();
  for (const verb of ['pause', 'resume', 'delete', 'restore'])
    expect((await world.ask(`/followstats watch ${verb} 1`, { personId: OWNER })).text).toContain('editor');
  for (const deed of ['mute', 'unmute'])
    expect((await world.ask(`/followstats watch ${deed} 1`, { personId: OTHER })).text).not.toContain('#1');
  expect((await press(alert, 'mute', OTHER)).text).not.toContain('#1');
  expect((await openForm(alert, OTHER)).submit).toBeUndefined();
  await look(0);
  await look(2);
  expect(world.alerts()).toHaveLength(2);
});

test('without any role its owner does nothing', async () => {
  const [alert] = await openTold(PEOPLE.nobody);
  const { text } = await press(alert, 'mute', PEOPLE.nobody);
  expect(text).not.toContain('#1');
  const denied = await openForm(alert, PEOPLE.nobody);
  expect(denied).toMatchObject({ title: 'Watches', submit: undefined });
});
