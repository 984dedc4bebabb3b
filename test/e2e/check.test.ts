import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readCsv } from '../slack/blocks/kit/read-csv.ts';
import { kindsOf, rowsOf } from './read-answer.ts';
import { createWorld, PEOPLE, type World } from './world.ts';

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `user_${n}`);
const COUNT = 250;

describe('check', () => {
  let world: World;
  const calls = () => world.chat.calls.filter(({ command }) => command === 'follow_check').length;
  const shown = (text: string): string => text.replace(/\nAs of .*$/, '');
  beforeAll(async () => {
    world = await createWorld({
      env: { FOLLOWSTATS_MAX_ACCOUNTS: '250' },
      chat: {
        accounts: ['alice', 'bob', 'carol', 'dave', 'erin', ...names(COUNT)],
        follows: [
          ...[
            ['alice', 'bob'] as const,
            ['bob', 'alice'] as const,
            ['alice', 'carol'] as const,
            ['dave', 'alice'] as const,
          ],
          ...names(COUNT).map((name): readonly [string, string] => [name, 'alice']),
        ],
        nicknameOf: (id) => (id === 'bob' ? '*Bob* <!here>' : undefined),
      },
    });
  });
  afterAll(() => world.stop());

  test('says of each who follows whom, a line each, in the order asked; one that Chat doesn’t know fails alone', async () => {
    const answer = await world.ask('/followstats check alice bob carol dave erin nosuch');
    expect(shown(answer.text).split('\n')).toEqual([
      'alice and bob (*Bob* &lt;!here&gt;) follow each other.',
      'alice follows carol, and isn’t followed back.',
      'dave follows alice, and isn’t followed back.',
      'Neither alice nor erin follows the other.',
      expect.stringMatching(/^⚠ nosuch: Chat doesn’t know this account\..*30003/),
    ]);
    expect(kindsOf(answer)).toEqual(['rich_text', 'rich_text', 'actions', 'context']);
  });

  test('an account can’t follow itself, and that is said; it doesn’t count and isn’t asked', async () => {
    const answer = await world.ask('/followstats check alice bob alice');
    expect(answer.text).toContain('alice can’t follow itself, so it was left out.\nalice and bob');
    const before = calls();
    const alone = await world.ask('/followstats check alice alice');
    expect(alone.text).toContain('alice can’t follow itself. Name another account, like /followstats check alice bob.');
    expect(calls()).toBe(before);
  });

  test('of 250 others costs three calls, and is a table, a text of all, and a CSV', async () => {
    const before = calls();
    const answer = await world.ask(`/followstats check alice ${names(COUNT).join(' ')}`);
    expect(calls() - before).toBe(3);
    expect(answer.text).toContain('alice follows 0 of 250 accounts, 250 of them follow it, and with 0 both is so.');
    expect(answer.text).toContain('user_249 follows alice, and isn’t followed back.');
    expect(rowsOf(answer)[0]).toEqual(['user_0', 'Follows alice, not back']);
    await world.press(answer, 'followstats_csv');
    const [file] = world.slack.channels
      .filter(({ id, memberIds }) => id.startsWith('D') && memberIds.includes(PEOPLE.viewer))
      .flatMap(({ id }) => world.slack.messagesFor(PEOPLE.viewer, id))
      .flatMap(({ files }) => files);
    const rows = readCsv(file?.content ?? '', ',');
    expect(rows).toHaveLength(COUNT + 1);
    expect(rows[1]).toEqual(['alice', 'user_0', 'no', 'yes', 'read', '', '']);
    expect(calls() - before).toBe(3);
  });

  test('251 others are one too many, and the account itself among them isn’t counted', async () => {
    const before = calls();
    const many = await world.ask(`/followstats check alice ${names(COUNT).join(' ')} bob`);
    expect(many.text).toContain('That’s 251 accounts, and one command takes 250 at most.');
    expect(calls()).toBe(before);
    const fitting = await world.ask(`/followstats check alice ${names(COUNT).join(' ')} alice`);
    expect(fitting.text).toContain('alice follows 0 of 250 accounts');
  });

  test('Refresh asks anew and takes its place; Share shows the same to the channel, with failures only counted', async () => {
    const answer = await world.ask('/followstats check alice bob nosuch');
    const before = calls();
    const refreshed = await world.press(answer, 'followstats_refresh');
    expect(calls() - before).toBe(1);
    expect(refreshed.text).toContain('follow each other.');
    const shared = await world.share(refreshed);
    expect(shared.text).toContain('follow each other.');
    expect(shared.text).toContain('1 of 2 couldn’t be read.');
    expect(shared.text).not.toContain('nosuch');
    expect(calls() - before).toBe(1);
  });

  test.each([
    ['check', 'Which account, and with whom? Name one and then the others, like /followstats check alice bob carol.'],
    ['check alice', 'With whom? Name the others behind the account, like /followstats check alice bob carol.'],
    ['check list:stars alice', 'list:stars may stand for several accounts, and this takes one.'],
    ['check nosuch bob', '⚠ nosuch: Chat doesn’t know this account.'],
    ['check @priya bob', 'isn’t linked to an account yet.'],
    ['chekc alice bob', 'Did you mean /followstats check alice bob?'],
  ])('%s is answered by a sentence', async (text, sentence) => {
    expect((await world.ask(`/followstats ${text}`)).text).toContain(sentence);
  });

  test('one unknown account that makes its whole call fail fails alone; an unknown account itself costs few calls', async () => {
    world.chat.setFaults([{ kind: 'poison', account: 'user_42', code: 30003 }]);
    const before = calls();
    const answer = await world.ask(`/followstats check alice ${names(100).join(' ')}`);
    expect(answer.text).toContain('⚠ user_42: Chat doesn’t know this account.');
    expect(answer.text).toContain('alice follows 0 of 99 accounts');
    expect(calls() - before).toBeLessThanOrEqual(15);
    world.chat.setFaults([]);
    const middle = calls();
    await world.ask(`/followstats check nosuch ${names(100).join(' ')}`);
    expect(calls() - middle).toBeLessThanOrEqual(2);
  });
});

test('a failed Refresh takes nothing away, and a person without a role learns nothing', async () => {
  const world = await createWorld();
  onTestFinished(() => world.stop());
  const answer = await world.ask('/followstats check alice bob');
  world.chat.setFaults([{ kind: 'code', code: 30005 }]);
  const failed = await world.press(answer, 'followstats_refresh');
  expect(failed.ts).not.toBe(answer.ts);
  expect(failed.text).toContain('30005');
  const denied = await world.ask('/followstats check alice "unclosed', { personId: PEOPLE.nobody });
  expect(denied.text).toContain('You haven’t been given access');
  expect(denied.text).not.toContain('alice');
});
