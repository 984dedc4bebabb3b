import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/demo/slack/types.ts';
import { rowsOf } from './read-answer.ts';
import { CHANNELS, createWorld, type Mode, PEOPLE, type World } from './world.ts';

const CHANNEL = CHANNELS.community;

describe.each<Mode>(['http', 'socket'])('Look up follow stats over %s', (mode) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ mode });
    for (const typed of ['link @maya alice', 'link @chenli bob', 'link @anders carol'])
      await world.ask(`/followstats ${typed}`, { personId: PEOPLE.admin });
  });
  afterAll(() => world.stop());

  /** Writes a message as Anders, who is linked to carol. */
  async function say(
    text: string,
    { channelId = CHANNEL, threadTs = '' }: { channelId?: string; threadTs?: string } = {},
  ): Promise<Message> {
    const { slack } = world;
    await slack.type({ personId: PEOPLE.admin, channelId, text, ...(threadTs && { threadTs }) });
    return slack.messagesFor(PEOPLE.admin, channelId).at(-1) as Message;
  }

  const accountsIn = (answer: Message) => rowsOf(answer).map(([account]) => account);

  test('looks up whom a message mentions, then its author, for the asker alone', async () => {
    const answer = await world.lookUpMentions(await say('thanks @chenli and @maya!'));
    expect(accountsIn(answer)).toEqual(['bob', 'alice', 'carol']);
    expect(answer).toMatchObject({ visibleTo: PEOPLE.viewer, threadTs: undefined });
    expect(answer.text).toContain(`<@${PEOPLE.chinese}> is bob`);
  });

  test('works where the bot is no member', async () => {
    const answer = await world.lookUpMentions(await say('hi @maya', { channelId: CHANNELS.withoutBot }));
    expect(accountsIn(answer)).toEqual(['alice', 'carol']);
  });

  test('looks up the linked members of a mentioned group, and names the others', async () => {
    const answer = await world.lookUpMentions(await say('@creators-team, look'));
    expect(accountsIn(answer)).toEqual(['alice', 'bob', 'carol']);
    expect(answer.text).toContain(`<@${PEOPLE.nobody}> isn’t linked to an account yet.`);
  });

  test('answers in the thread it was chosen in, where Refresh and Share stay, too', async () => {
    const parent = await say('a question');
    const reply = await say('ask @maya', { threadTs: parent.ts });
    const answer = await world.lookUpMentions(reply);
    expect(answer).toMatchObject({ threadTs: parent.ts, visibleTo: PEOPLE.viewer });
    const refreshed = await world.press(answer, 'followstats_refresh');
    expect(refreshed).toMatchObject({ ts: answer.ts, threadTs: parent.ts });
    expect(accountsIn(refreshed)).toEqual(['alice', 'carol']);
    const shared = await world.share(refreshed);
    expect(shared).toMatchObject({ threadTs: parent.ts, visibleTo: undefined });
    // The message a thread began with is read in the channel.
    expect(await world.lookUpMentions(parent)).toMatchObject({ threadTs: undefined });
  });

  test('reads nothing in code', async () => {
    const answer = await world.lookUpMentions(await say('type `@maya` or ```@chenli```'));
    expect(accountsIn(answer)).toEqual(['carol']);
  });

  test('reads what other bots post: text, blocks and attachments, and takes none for an author', async () => {
    const message = world.slack.postAsBot({
      username: 'deploys',
      channelId: CHANNEL,
      text: `by <@${PEOPLE.viewer}>`,
      attachments: [{ fallback: 'x', text: `for <@${PEOPLE.chinese}|li>` }],
    });
    expect(accountsIn(await world.lookUpMentions(message))).toEqual(['alice', 'bob']);
    const plain = world.slack.postAsBot({ username: 'deploys', channelId: CHANNEL, text: 'done' });
    expect((await world.lookUpMentions(plain)).text).toContain(
      'That message mentions nobody, and it wasn’t written by a person.',
    );
  });

  test('names people without a link, with whom to ask for one; an editor gets the button that links them', async () => {
    const message = world.slack.postAsBot({ username: 'x', channelId: CHANNEL, text: `<@${PEOPLE.nobody}>` });
    const { text, blocks } = await world.lookUpMentions(message);
    expect(text).toBe(`<@${PEOPLE.nobody}> isn’t linked to an account yet. Ask <@${PEOPLE.admin}> to link them.`);
    expect(blocks.map(({ type }) => type)).toEqual(['rich_text']);
    const toEditor = await world.lookUpMentions(message, { personId: PEOPLE.admin });
    expect(toEditor.text).toContain(`/followstats link <@${PEOPLE.nobody}> USERID`);
    expect(toEditor.blocks.map(({ type }) => type)).toEqual(['rich_text', 'actions']);
  });

  test.each([
    ['a guest', PEOPLE.guest, 'You haven’t been given access to followstats'],
    ['a person of another team', PEOPLE.stranger, 'You haven’t been given access to followstats'],
    ['a member without a role', PEOPLE.nobody, 'You haven’t been given access to followstats'],
  ])('%s is refused, and nothing is asked upstream', async (_, personId, words) => {
    const message = await say('hello @maya');
    const calls = world.countCalls.length;
    expect((await world.lookUpMentions(message, { personId })).text).toContain(words);
    expect(world.countCalls).toHaveLength(calls);
  });
});

test.each([
  ['a guest', PEOPLE.guest, 'Guests can use followstats only when they are let in by name.'],
  [
    'a person of another team',
    PEOPLE.stranger,
    'People from other workspaces can use followstats only when they are let in by name.',
  ],
])('where every member may look up, %s still may not, unless let in by name', async (_, personId, words) => {
  const open = await createWorld({ env: { FOLLOWSTATS_VIEWERS: '*' } });
  const post = (world: World) =>
    world.slack.postAsBot({ username: 'x', channelId: CHANNEL, text: `<@${PEOPLE.viewer}>` });
  expect((await open.lookUpMentions(post(open), { personId })).text).toContain(words);
  await open.stop();
  const named = await createWorld({ env: { FOLLOWSTATS_VIEWERS: personId } });
  expect((await named.lookUpMentions(post(named), { personId })).text).toContain('isn’t linked to an account yet');
  await named.stop();
});
