import { expect, test } from 'vitest';
import { BOT_USER_ID } from '../../../src/demo/slack/installed-app.ts';
import { seedWorkspace } from '../../../src/demo/slack/seed.ts';

test('every member of a channel or group is a known person', () => {
  const { people, channels, userGroups } = seedWorkspace();
  const known = new Set([...people.map(({ id }) => id), BOT_USER_ID]);
  const named = [...channels, ...userGroups].flatMap(({ memberIds }) => memberIds);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

test('there is a member, a guest and a stranger, and a private channel without the latter two', () => {
  const { people, channels } = seedWorkspace();
  expect(new Set(people.map(({ kind }) => kind))).toEqual(new Set(['member', 'guest', 'stranger']));
  const outsiders = people.filter(({ kind }) => kind !== 'member').map(({ id }) => id);
  const hidden = channels.filter(({ isPrivate }) => isPrivate).flatMap(({ memberIds }) => memberIds);
  expect(hidden.filter((id) => outsiders.includes(id))).toEqual([]);
});

test('the app is in some channels and not in others', () => {
  const { channels } = seedWorkspace();
  expect(new Set(channels.map(({ memberIds }) => memberIds.includes(BOT_USER_ID)))).toEqual(new Set([true, false]));
});

test('secrets have the form that apps expect, and are new each time', () => {
  const { credentials } = seedWorkspace();
  expect(credentials).toMatchObject({
    botToken: expect.stringMatching(/^xoxb-/),
    appToken: expect.stringMatching(/^xapp-/),
    signingSecret: expect.stringMatching(/^[\da-f]{32}$/),
  });
  expect(seedWorkspace().credentials.botToken).not.toBe(credentials.botToken);
});
