import { describe, expect, test } from 'vitest';
import { type Reply, sentences } from '../../../src/slack/blocks/kit/reply.ts';
import { ContentRejected } from '../../../src/slack/sending/content-rejected.ts';
import { deliver, type Message } from '../../../src/slack/sending/deliver.ts';
import { bigReport, counts, longId, reportOf, show } from '../blocks/reports/sample-reports.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';

const reader = async () => readerOf();
const reply = show(
  reportOf([
    ['alice', counts(1)],
    ['bob', counts(2)],
  ]),
);
const tableOf = ({ blocks }: Message) => blocks[0]?.type;

interface Circumstances {
  readonly code?: string;
  readonly what?: Reply;
  readonly uses?: number;
  readonly hasLastWord?: boolean;
  readonly mostInBlocks?: number;
}

/** Sends to a workspace that rejects the first so many messages for their content. */
async function sendRejecting(rejections: number, circumstances: Circumstances = {}) {
  const { code = 'invalid_blocks', what = reply, uses = Number.POSITIVE_INFINITY, ...options } = circumstances;
  const sent: Message[] = [];
  const { log, sink } = openLog();
  const send = async (message: Message) => {
    sent.push(message);
    if (sent.length <= rejections) throw new ContentRejected(code);
  };
  const error = await deliver(what, send, { log, reader, left: () => uses - sent.length, ...options }).catch(
    (thrown: unknown) => thrown,
  );
  return { sent, error, sink };
}

test.each([
  [0, ['data_table']],
  [1, ['data_table', 'table']],
  [2, ['data_table', 'table', 'rich_text']],
  [3, ['data_table', 'table', 'rich_text', undefined]],
  [4, ['data_table', 'table', 'rich_text', undefined, undefined]],
])('after %i rejections these were sent: %j', async (rejections, tables) => {
  expect((await sendRejecting(rejections)).sent.map(tableOf)).toEqual(tables);
});

test('the last step but one is the text alone, which every step carried', async () => {
  const { sent } = await sendRejecting(3);
  expect(sent.at(-1)?.blocks).toEqual([]);
  expect(new Set(sent.map(({ text }) => text))).toEqual(new Set([reply.text]));
});

test('the last is one sentence, whose reference stands in the log with what was refused', async () => {
  const { sent, error, sink } = await sendRejecting(4);
  expect(error).toBeUndefined();
  const reference = /the reference (\w{8})\.$/.exec(sent.at(-1)?.text ?? '')?.[1];
  const [line] = sink.named('Slack refused the content of a message');
  expect(line).toMatchObject({ reference, refusals: Array(4).fill('invalid_blocks') });
  expect(reference).toMatch(/./);
});

test('a message that is refused to its last word is an error, and in the log', async () => {
  const { error, sink } = await sendRejecting(5);
  expect(error).toMatchObject({ name: 'ContentRejected', code: 'invalid_blocks' });
  expect(sink.named('Slack refused a message to its last word')).toHaveLength(1);
});

test('no message is parsed for markup or unfurls what it holds', async () => {
  for (const message of (await sendRejecting(4)).sent) {
    expect(message).toMatchObject({ mrkdwn: false, unfurl_links: false, unfurl_media: false });
  }
});

test('any other error is the sender’s, at once', async () => {
  const sent: Message[] = [];
  const broken = deliver(
    reply,
    async (message) => {
      sent.push(message);
      throw new Error('no connection');
    },
    { log: openLog().log, reader },
  );
  await expect(broken).rejects.toThrow('no connection');
  expect(sent).toHaveLength(1);
});

describe('where only so many messages can be sent', () => {
  test.each([
    [5, ['data_table', 'table', 'rich_text', 'text', 'last word']],
    [4, ['data_table', 'rich_text', 'text', 'last word']],
    [3, ['data_table', 'text', 'last word']],
    [2, ['data_table', 'text']],
    [1, ['data_table']],
  ])('of %i these are chosen: %j', async (uses, kinds) => {
    const { sent, error } = await sendRejecting(9, { uses });
    const kindOf = (message: Message) =>
      tableOf(message) ?? (message.text.includes('the reference') ? 'last word' : 'text');
    expect(sent.map(kindOf)).toEqual(kinds);
    expect(error).toBeInstanceOf(ContentRejected);
  });

  test('in front of everyone there is no last word', async () => {
    const { sent } = await sendRejecting(9, { hasLastWord: false });
    expect(sent).toHaveLength(4);
  });
});

describe('a text that is too long', () => {
  const big = show(bigReport(200, counts, longId));

  test.each(['msg_too_long', 'http_413'])('%s is answered with the same blocks and a shorter text', async (code) => {
    const { sent } = await sendRejecting(1, { code, what: big });
    expect(sent.map(tableOf)).toEqual(['data_table', 'data_table']);
    expect(sent[0]?.text.length).toBeGreaterThan(4000);
    expect(sent[1]?.text.length).toBeLessThanOrEqual(3900);
    expect(sent[1]?.text).toMatch(/… and \d+ more accounts; press CSV to get all of them\./);
  });

  test('stays short from then on, and the text alone always is', async () => {
    const lengths = (await sendRejecting(4, { code: 'msg_too_long', what: big })).sent.map(({ text }) => text.length);
    expect(lengths.slice(1).every((length) => length <= 3900)).toBe(true);
    const { sent } = await sendRejecting(3, { what: big });
    expect(sent.at(-1)?.text.length).toBeLessThanOrEqual(3900);
    expect(sent.at(-1)?.text).toMatch(/more accounts that don’t fit here; look them up in smaller groups\./);
  });

  test('of plain lines says how many are left out', async () => {
    const lines = Array.from({ length: 300 }, (_, n) => [`line ${n} of a long list`] as const);
    const { sent } = await sendRejecting(1, { what: sentences(readerOf(), ...lines) });
    expect(sent.at(-1)?.text).toMatch(/… and \d+ more lines that Slack doesn’t take here\.$/);
  });
});

test('blocks that are known to be too long for the place aren’t tried', async () => {
  const { sent } = await sendRejecting(0, { what: sentences(readerOf(), ['x'.repeat(12_000)]), mostInBlocks: 11_000 });
  expect(sent).toMatchObject([{ blocks: [] }]);
});
