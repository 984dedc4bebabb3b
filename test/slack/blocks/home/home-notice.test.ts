import { expect, test } from 'vitest';
import { noticeOf, readNotice, writeNotice } from '../../../../src/slack/blocks/home/home-notice.ts';
import { toRichText } from '../../../../src/slack/blocks/kit/inline.ts';
import type { MessageBlock, Reply } from '../../../../src/slack/blocks/kit/reply.ts';
import { readerOf } from '../../readers.ts';

const line = toRichText([['done']]);
const row: MessageBlock = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'Undo' }, value: 'v' }],
};
const reply = (...renderings: readonly (readonly MessageBlock[])[]): Reply => ({
  text: 'done <@U1> &amp; more',
  renderings,
});

test('an answer stands there with its controls', () => {
  expect(noticeOf(readerOf(), reply([line, row]))).toEqual([line, row]);
});

test('of one that a Home doesn’t take, or that is long, the words are left, and the controls', () => {
  const table = { type: 'data_table' } as unknown as MessageBlock;
  const plain = { type: 'section', text: { type: 'plain_text', text: 'done a person & more', emoji: false } };
  expect(noticeOf(readerOf(), reply([table, row]))).toEqual([plain, row]);
  expect(noticeOf(readerOf(), reply([table, row], [line, row]))).toEqual([line, row]);
  expect(noticeOf(readerOf(), reply([...Array(9).fill(line), row]))).toEqual([plain, row]);
  expect(noticeOf(readerOf(), reply([toRichText([['x'.repeat(5000)]])]))).toEqual([plain]);
});

test('it comes back from the store as it was, and of another version nothing does', () => {
  expect(readNotice(writeNotice([line, row]))).toEqual([line, row]);
  for (const other of ['', '{}', '[1]', '[{"type":"input"}]', JSON.stringify(Array(20).fill(line))])
    expect(readNotice(other)).toEqual([]);
});
