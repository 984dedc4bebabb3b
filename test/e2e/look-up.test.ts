import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindsOf, rowsOf, unreadOf } from './read-answer.ts';
import { CHANNELS, createWorld, type Mode, PEOPLE, type World } from './world.ts';

describe.each<Mode>(['http', 'socket'])('a look-up over %s', (mode) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ mode });
  });
  afterAll(() => world.stop());

  test('every account has its row, in the order asked, and only the asker sees them', async () => {
    const answer = await world.ask('/followstats carol ghost alice alice');
    expect(rowsOf(answer)).toEqual([
      ['carol', '0', '1', '0'],
      ['alice', '2', '1', '1'],
    ]);
    expect(unreadOf(answer)).toEqual(['⚠ ghost: Chat doesn’t know this account. Check the spelling and case. 30003']);
    expect(answer.visibleTo).toBe(PEOPLE.viewer);
    expect(world.slack.messagesFor(PEOPLE.admin, CHANNELS.community)).not.toContainEqual(answer);
  });

  test('the top-level text tells every row and what to do about failures', async () => {
    const { text } = await world.ask('/followstats bob ghost');
    expect(text).toMatch(/^bob · 1 follower · 1 following · 1 mutual\n⚠ ghost: .* 30003\nAs of \d\d:\d\d\.$/);
    expect(text).not.toContain('import the account');
    const asAdmin = await world.ask('/followstats bob ghost', { personId: PEOPLE.admin });
    expect(asAdmin.text).toContain('import it into Chat');
  });

  test('Refresh asks Chat again and puts the new counts in the place of the old', async () => {
    const first = await world.ask('/followstats bob');
    world.chat.follow('carol', 'bob');
    const second = await world.press(first, 'followstats_refresh');
    expect(second.ts).toBe(first.ts);
    expect(rowsOf(second)).toEqual([['bob', '2', '1', '1']]);
    world.chat.unfollow('carol', 'bob');
  });

  test('Share shows the answer to the channel once, without buttons', async () => {
    const answer = await world.ask('/followstats alice');
    const shared = await world.share(answer);
    expect(shared.visibleTo).toBeUndefined();
    expect(rowsOf(shared)).toEqual([['alice', '2', '1', '1']]);
    expect(shared.text).toContain(`Shared by <@${PEOPLE.viewer}>`);
    expect(shared.blocks.map(({ type }) => type)).not.toContain('actions');
    const own = await world.slack.waitForMessage({
      personId: PEOPLE.viewer,
      channelId: CHANNELS.community,
      matches: ({ ts, text }) => ts === answer.ts && text.startsWith('Shared to'),
    });
    expect(own).toMatchObject({ text: `Shared to <#${CHANNELS.community}>.`, visibleTo: PEOPLE.viewer });
    expect(kindsOf(own)).toEqual(['rich_text']);
  });

  test('without words, and for help, the usage comes with the asker’s role; a person without one is told who can let them in', async () => {
    expect((await world.ask('/followstats')).text).toContain('Your role: viewer.');
    expect((await world.ask('/followstats help', { personId: PEOPLE.admin })).text).toContain('Your role: admin.');
    expect((await world.ask('/followstats help', { personId: PEOPLE.guest })).text).toBe(
      `You don’t have access to followstats yet. Ask <@${PEOPLE.admin}> to let you in.`,
    );
  });

  test.each([
    ['/followstats lokup alice', 'Did you mean /followstats lookup alice?'],
    ['/followstats hlep', 'Did you mean /followstats help?'],
    ['/followstats changes alice', 'will be a command one day'],
    ['/followstats "alice', 'The quote at "alice isn’t closed'],
    ['/followstats alice #community', '#community isn’t an account or a person'],
    ['/followstats alice zoë', 'zoë can’t be a UserID'],
    [`/followstats alice ${'x'.repeat(33)}`, 'is too long: a UserID has at most 32 characters'],
    [
      `/followstats ${Array.from({ length: 101 }, (_, n) => `u${n}`).join(' ')}`,
      'That’s 101 accounts, and one command takes 100 at most',
    ],
    ['/followstats lookup', 'Which accounts?'],
  ])('%s is answered with one sentence and asks nothing upstream', async (typed, sentence) => {
    const calls = world.countCalls.length;
    expect((await world.ask(typed)).text).toContain(sentence);
    expect(world.countCalls).toHaveLength(calls);
  });

  test('mentioned people without a link are named, and the accounts beside it are answered', async () => {
    const answer = await world.ask('/followstats alice @priya @creators-team');
    expect(rowsOf(answer)).toEqual([['alice', '2', '1', '1']]);
    expect(answer.text).toMatch(
      new RegExp(`<@${PEOPLE.nobody}>.* aren’t linked to accounts yet. Ask <@${PEOPLE.admin}> to link them.`),
    );
    expect(answer.text).not.toContain('Nobody in');
  });

  test('what looks like a link or an e-mail address is read as it was typed', async () => {
    world.chat.addAccount('a@b.com');
    world.chat.addAccount('foo.com');
    const answer = await world.ask('/followstats a@b.com, foo.com');
    expect(rowsOf(answer).map(([account]) => account)).toEqual(['a@b.com', 'foo.com']);
  });

  test('who has no role is refused, told who can help, and nothing is asked upstream', async () => {
    const calls = world.countCalls.length;
    const { text } = await world.ask('/followstats alice', { personId: PEOPLE.nobody });
    expect(text).toBe(`You haven’t been given access to followstats. An admin can change that: <@${PEOPLE.admin}>.`);
    expect(world.countCalls).toHaveLength(calls);
  });
});
