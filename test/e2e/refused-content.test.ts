import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ContentFault, Message, SlackFault } from '../../src/demo/slack/types.ts';
import { openForm, textOf } from './digest-form.ts';
import { CHANNELS, createWorld, PEOPLE, type World } from './world.ts';

const accounts = Array.from({ length: 300 }, (_, n) => `account_${String(n).padStart(3, '0')}`);
const LAST_WORD = 'Slack wouldn’t show this answer.';

let world: World;
beforeAll(async () => {
  world = await createWorld({
    mode: 'socket',
    chat: { accounts: [...accounts, 'alice'], follows: [] },
    env: { FOLLOWSTATS_MAX_ACCOUNTS: '500' },
  });
});
afterAll(() => world.stop());
afterEach(() => world.slack.setFaults([]));

type How = Omit<ContentFault, 'kind' | 'method'>;

/** What Slack, or what stands before it, has been seen to answer to content that it doesn't take. */
const REFUSALS: readonly (readonly [name: string, how: How])[] = [
  ...[
    ...['invalid_blocks', 'invalid_arguments', 'invalid_payload', 'msg_too_long', 'msg_blocks_too_long'],
    ...['internal_error', 'invalid_blocks_of_a_new_kind'],
  ].map((error) => [error, { error }] as const),
  ['internal_error, HTTP 500', { error: 'internal_error', status: 500 }],
  ['HTTP 400 without a body', { error: '', status: 400, body: 'none' }],
  ['HTTP 413', { error: 'Request Entity Too Large', status: 413, body: 'bare' }],
];

/** Asks as Maya does, and resolves with the first message that comes of it, wherever it comes. */
async function answerTo(text: string): Promise<Message> {
  const since = world.slack.mark();
  await world.slack.type({ personId: PEOPLE.viewer, channelId: CHANNELS.community, text: `/followstats ${text}` });
  return world.slack.waitForMessage({
    personId: PEOPLE.viewer,
    since,
    matches: ({ authorId, text: said }) =>
      authorId === world.slack.botUserId && !said.startsWith('This takes a little longer. '),
  });
}

const used = { kind: 'refuse', method: 'response_url', error: 'used_url' } as const satisfies SlackFault;
const noMember = {
  kind: 'refuse',
  method: 'chat.postEphemeral',
  error: 'not_in_channel',
} as const satisfies SlackFault;

/** The ways in which an answer comes, and what leaves only that one. */
const DOORS: readonly (readonly [method: string, before: readonly SlackFault[]])[] = [
  ['response_url', []],
  ['chat.postEphemeral', [used]],
  ['chat.postMessage', [used, noMember]],
];

describe.each(DOORS)('at %s', (method, before) => {
  describe.each(REFUSALS)('%s', (_, how) => {
    const refuse = (more: Partial<How>): SlackFault => ({ kind: 'refuse-content', method, ...how, ...more });

    test('of tables is followed by the numbers as rich text', async () => {
      world.slack.setFaults([...before, refuse({ blocks: ['data_table', 'table'] })]);
      const answer = await answerTo('alice account_000');
      expect(answer.blocks.map(({ type }) => type)).toEqual(['rich_text', 'actions', 'context']);
      expect(answer.text).toContain('alice · 0 followers');
    });

    test('of all blocks is followed by the text alone', async () => {
      world.slack.setFaults([...before, refuse({ blocks: ['*'] })]);
      const answer = await answerTo('alice');
      expect(answer.blocks).toEqual([]);
      expect(answer.text).toContain('alice · 0 followers');
    });

    test('of a long text is followed by one that says what is left out', async () => {
      world.slack.setFaults([...before, refuse({ textOver: 3900 })]);
      const answer = await answerTo(accounts.join(' '));
      expect(answer.text).toMatch(/… and \d+ more accounts/);
    });

    test('of all but one short sentence is followed by that', async () => {
      world.slack.setFaults([...before, refuse({ blocks: ['*'] }), refuse({ textOver: 200 })]);
      const answer = await answerTo(accounts.join(' '));
      expect(answer.text).toContain(LAST_WORD);
      const reference = /reference (\w+)\.$/.exec(answer.text)?.[1];
      await world.log.first('Slack refused the content of a message', (line) => line.reference === reference);
    });
  });
});

test.each(REFUSALS)(
  'where %s is all that the response URL and the channel say, the answer is a direct message',
  async (_, how) => {
    world.slack.setFaults([
      { kind: 'refuse-content', method: 'response_url', ...how },
      { kind: 'refuse-content', method: 'chat.postEphemeral', ...how },
    ]);
    const answer = await answerTo('alice');
    expect(answer.channelId).toMatch(/^D/);
    expect(answer.text).toContain('alice · 0 followers');
  },
);

test('an answer that had a sign of life before it still gets through by the response URL', async () => {
  const slow = await createWorld({ mode: 'socket', seams: { progressAfterMs: 0 } });
  try {
    slow.chat.setFaults([{ kind: 'slow', ms: 300 }]);
    slow.slack.setFaults([
      { kind: 'refuse-content', method: 'response_url', error: 'internal_error', blocks: ['data_table', 'table'] },
    ]);
    const answer = await slow.ask('/followstats alice bob');
    expect(answer.blocks.map(({ type }) => type)).toEqual(['rich_text', 'actions', 'context']);
    // The line, the table that is refused, and the plainest of the blocks: two uses are left.
    expect(slow.slack.apiCalls.filter(({ method }) => method === 'response_url')).toHaveLength(3);
  } finally {
    await slow.stop();
  }
});

test('an answer that can’t be refreshed in its place stays there, and the new one comes beside it', async () => {
  const old = await answerTo('alice');
  world.slack.setFaults([{ kind: 'refuse-content', method: 'response_url', error: 'invalid_arguments' }]);
  const fresh = await world.press(old, 'followstats_refresh');
  expect(fresh.ts).not.toBe(old.ts);
  expect(fresh.text).toContain('alice · 0 followers');
  const seen = world.slack.messagesFor(PEOPLE.viewer, CHANNELS.community);
  expect(seen.find(({ ts }) => ts === old.ts)).toEqual(old);
});

describe('a share', () => {
  test('whose blocks are refused is shown as text, to everyone and once', async () => {
    const answer = await answerTo('alice');
    world.slack.setFaults([
      { kind: 'refuse-content', method: 'response_url', error: 'invalid_arguments', blocks: ['*'] },
    ]);
    const shared = await world.share(answer);
    expect(shared).toMatchObject({
      visibleTo: undefined,
      blocks: [],
      text: expect.stringContaining('alice · 0 followers'),
    });
  });

  test('that is refused to the last word is told to the person who shared, and to nobody else', async () => {
    const answer = await answerTo('alice');
    world.slack.setFaults([{ kind: 'refuse-content', method: 'response_url', error: 'invalid_arguments' }]);
    const told = await world.press(answer, 'followstats_share');
    expect(told).toMatchObject({ visibleTo: PEOPLE.viewer, text: expect.stringContaining('it wasn’t shared') });
  });
});

describe('a form', () => {
  const askForForm = () => {
    const since = world.slack.mark();
    const asked = world.slack.type({
      personId: PEOPLE.admin,
      channelId: CHANNELS.community,
      text: '/followstats digest new',
    });
    const said = world.slack.waitForMessage({
      personId: PEOPLE.admin,
      since,
      matches: ({ authorId }) => authorId === world.slack.botUserId,
    });
    return asked.then(() => said);
  };

  test.each(REFUSALS)('that isn’t opened for %s is answered in words', async (_, how) => {
    world.slack.setFaults([{ kind: 'refuse-content', method: 'views.open', ...how }]);
    expect((await askForForm()).text).toContain('Slack didn’t open the form');
  });

  test.each(REFUSALS)('that isn’t shown for %s says so in its place', async (_, how) => {
    world.slack.setFaults([{ kind: 'refuse-content', method: 'views.update', ...how, blocks: ['input'] }]);
    expect(textOf(await openForm(world))).toContain('Slack didn’t take the form just now');
  });

  test.each(REFUSALS)('whose place takes no more than plain text after %s has the words as that', async (_, how) => {
    world.slack.setFaults([{ kind: 'refuse-content', method: 'views.update', ...how, blocks: ['input', 'rich_text'] }]);
    const { blocks } = await openForm(world);
    expect(blocks).toMatchObject([{ type: 'section', text: { type: 'plain_text' } }]);
    expect(textOf({ blocks })).toContain('Slack didn’t take the form just now');
  });

  test.each(REFUSALS)('whose place takes nothing after %s is answered in words', async (_, how) => {
    world.slack.setFaults([{ kind: 'refuse-content', method: 'views.update', ...how }]);
    expect((await askForForm()).text).toContain('Slack didn’t take the form just now');
  });

  test('whose preview can’t be shown in it has the words as a message', async () => {
    const form = await openForm(world);
    world.slack.setFaults([{ kind: 'refuse-content', method: 'views.update', error: 'internal_error' }]);
    const since = world.slack.mark();
    await world.slack.pressInView({ personId: PEOPLE.admin, actionId: 'followstats_digest_preview' });
    const told = await world.slack.waitForMessage({ personId: PEOPLE.admin, since });
    expect(form.title).toBe('New digest');
    expect(told.text).toMatch(/\w/);
    expect(told.visibleTo ?? told.channelId).toMatch(/^(U|D)/);
  });
});
