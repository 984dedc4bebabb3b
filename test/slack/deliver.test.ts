import { describe, expect, test } from 'vitest';
import { BlocksRefused, deliver, isBlockRefusal, type Message } from '../../src/slack/deliver.ts';
import { counts, reportOf, show } from './blocks/sample-reports.ts';

const reply = show(reportOf([['alice', counts(1)]]));
const tableOf = ({ blocks }: Message) => blocks[1]?.type;

/** Sends to a workspace that refuses the first so many messages for their blocks. */
async function sendRefusing(refusals: number) {
  const sent: Message[] = [];
  await deliver(reply, async (message) => {
    sent.push(message);
    if (sent.length <= refusals) throw new BlocksRefused('invalid_blocks');
  });
  return sent;
}

test.each([
  [0, ['data_table']],
  [1, ['data_table', 'table']],
  [2, ['data_table', 'table', 'rich_text']],
  [3, ['data_table', 'table', 'rich_text', undefined]],
])('after %i refusals these were sent: %j', async (refusals, tables) => {
  expect((await sendRefusing(refusals)).map(tableOf)).toEqual(tables);
});

test('the last step is the text alone, which every step carried', async () => {
  const sent = await sendRefusing(3);
  expect(sent.at(-1)?.blocks).toEqual([]);
  expect(new Set(sent.map(({ text }) => text))).toEqual(new Set([reply.text]));
});

test('no message is parsed for markup or unfurls what it holds', async () => {
  for (const message of await sendRefusing(3)) {
    expect(message).toMatchObject({ mrkdwn: false, unfurl_links: false, unfurl_media: false });
  }
});

test('the refusal of the text itself, and any other trouble, is the sender’s', async () => {
  await expect(sendRefusing(4)).rejects.toThrow(BlocksRefused);
  const sent: Message[] = [];
  const broken = deliver(reply, async (message) => {
    sent.push(message);
    throw new Error('no connection');
  });
  await expect(broken).rejects.toThrow('no connection');
  expect(sent).toHaveLength(1);
});

describe('Slack’s errors about blocks', () => {
  test.each(['invalid_blocks', 'invalid_blocks_format', 'invalid_attachments', 'only_one_table_allowed'])(
    '%s is one',
    (error) => expect(isBlockRefusal(error)).toBe(true),
  );
  test.each(['channel_not_found', 'used_url', 'no_text', 'invalid_blocks_of_another_kind', '', undefined])(
    '%s is none',
    (error) => expect(isBlockRefusal(error)).toBe(false),
  );
});
