import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SlackFault } from '../../src/demo/slack/types.ts';
import { kindsOf, rowsOf } from './read-answer.ts';
import { CHANNELS, createWorld, type Mode, PEOPLE, type World } from './world.ts';

const accounts = Array.from({ length: 150 }, (_, n) => `account_${String(n).padStart(3, '0')}`);

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({
      mode,
      chat: { accounts, follows: [['account_001', 'account_000']] },
      env: { FOLLOWSTATS_MAX_ACCOUNTS: '500' },
    });
  });
  afterEach(() => world.stop());

  const uses = () => world.slack.apiCalls.filter(({ method }) => method === 'response_url').length;

  describe('a workspace that refuses data blocks', () => {
    test.each<[readonly string[], readonly string[]]>([
      [['data_table'], ['table', 'actions', 'context']],
      [
        ['data_table', 'table'],
        ['rich_text', 'actions', 'context'],
      ],
      [['data_table', 'table', 'rich_text'], []],
    ])('without %j the answer comes as %j, with the same numbers', async (types, kinds) => {
      world.slack.setFaults([{ kind: 'refuse-blocks', types }]);
      const answer = await world.ask('/followstats account_000 account_002');
      expect(kindsOf(answer)).toEqual(kinds);
      expect(answer.text).toContain('account_000 · 1 follower · 0 following · 0 mutual');
      expect(uses()).toBe(types.length + 1);
    });
  });

  test.each<[string, SlackFault]>([
    ['429', { kind: 'rate-limit', method: 'response_url', retryAfterSeconds: 0, times: 1 }],
    ['503', { kind: 'status', method: 'response_url', status: 503, times: 1 }],
  ])('a response URL that says %s once is used again', async (_, fault) => {
    world.slack.setFaults([fault]);
    expect(rowsOf(await world.ask('/followstats account_000'))).toHaveLength(1);
    expect(uses()).toBe(2);
  });

  test.each<[string, SlackFault]>([
    ['is expired', { kind: 'refuse', method: 'response_url', error: 'expired_url', times: 9 }],
    ['stays out of order', { kind: 'status', method: 'response_url', status: 500, times: 9 }],
    ['asks to wait long', { kind: 'rate-limit', method: 'response_url', retryAfterSeconds: 60, times: 9 }],
  ])('when the response URL %s the answer comes by chat.postEphemeral, to the asker only', async (_, fault) => {
    world.slack.setFaults([fault]);
    const answer = await world.ask('/followstats account_000');
    expect(rowsOf(answer)).toHaveLength(1);
    expect(answer.visibleTo).toBe(PEOPLE.viewer);
    expect(world.slack.apiCalls.at(-1)).toMatchObject({ method: 'chat.postEphemeral', error: undefined });
  });

  test('an answer works where the bot is no member of the channel', async () => {
    const answer = await world.ask('/followstats account_000', { channelId: CHANNELS.withoutBot });
    expect(rowsOf(answer)).toHaveLength(1);
  });

  test('an answer longer than a table shows the first rows, and the rest as CSV in the asker’s direct messages', async () => {
    const answer = await world.ask(`/followstats ${[...accounts, 'ghost'].join(' ')}`);
    expect(rowsOf(answer)).toHaveLength(100);
    expect(answer.text).toContain('account_149 · 0 followers');
    await world.press(answer, 'followstats_csv');
    const direct = world.slack.channels.find(
      ({ id, memberIds }) => id.startsWith('D') && memberIds.includes(PEOPLE.viewer),
    );
    const [message] = world.slack.messagesFor(PEOPLE.viewer, direct?.id ?? '');
    const lines = message?.files[0]?.content.trimEnd().split('\r\n') ?? [];
    expect(lines).toHaveLength(152);
    expect(lines.slice(0, 2)).toEqual([
      '\ufeff"Account","Name","Followers","Following","Mutual","Change","Since","Status","Code","Reason","Read at"',
      expect.stringMatching(/^"account_000",,1,0,0,,,"read",,,"20\d\d-.*Z"$/),
    ]);
    expect(lines.at(-1)).toBe('"ghost",,,,,,,"not read",30003,"Chat doesn’t know this account.",');
  });

  test('without the scopes for it, the CSV button says whom to tell, and to an admin what is missing', async () => {
    world.slack.setFaults([{ kind: 'refuse', method: 'conversations.open', error: 'missing_scope', times: 1 }]);
    const answer = await world.ask(`/followstats ${accounts.join(' ')}`);
    const { text } = await world.press(answer, 'followstats_csv');
    expect(text).toBe(`followstats isn’t allowed to send files here yet. Please tell <@${PEOPLE.admin}>.`);
    world.slack.setFaults([{ kind: 'refuse', method: 'conversations.open', error: 'missing_scope', times: 1 }]);
    const asAdmin = { personId: PEOPLE.admin };
    const theirs = await world.ask(`/followstats ${accounts.join(' ')}`, asAdmin);
    expect((await world.press(theirs, 'followstats_csv', asAdmin)).text).toContain('files:write and im:write');
  });

  test('buttons below a question too long for their value still work', async () => {
    const long = await world.ask(`/followstats ${accounts.map((account) => `${account}_of_some_length`).join(' ')}`);
    const again = await world.press(long, 'followstats_refresh');
    expect(again.ts).toBe(long.ts);
    expect(again.text).toMatch(/^⚠ account_000_of_some_length, .*account_149_of_some_length: /);
  });
});
