import { expect, test } from 'vitest';
import { toTimeline } from '../../../src/demo/page/timeline.ts';
import type { PageMessage } from '../../../src/demo/page-server/page-state.ts';

const messageAt = (seconds: number): PageMessage => ({
  ts: seconds.toFixed(6),
  channelId: 'C0',
  authorId: 'U0',
  text: '',
  blocks: [],
  attachments: [],
  files: [],
  visibleTo: undefined,
  threadTs: undefined,
  version: 1,
  values: {},
});
const noticeAt = (seconds: number, id = 1) => ({ id, at: seconds * 1000, text: '' });
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

test.each([
  ['nothing', [], [], undefined, []],
  ['a day over what is said on it', [60, 61], [], undefined, ['1970-01-01', '60', '61']],
  ['another day', [60, 86_400], [], undefined, ['1970-01-01', '60', '1970-01-02', '86400']],
  ['a notice at its own time', [60, 62], [noticeAt(61)], undefined, ['1970-01-01', '60', 'notice 1', '62']],
  ['a notice after a message of its instant', [60], [noticeAt(60)], undefined, ['1970-01-01', '60', 'notice 1']],
  [
    'a notice of a day without messages',
    [60],
    [noticeAt(90_000)],
    undefined,
    ['1970-01-01', '60', '1970-01-02', 'notice 1'],
  ],
  ['a line above what is new', [60, 61], [], '61.000000', ['1970-01-01', '60', 'new', '61']],
  ['the line below the day', [60], [], '60.000000', ['1970-01-01', 'new', '60']],
])('it shows %s', (_, seconds, notices, newFrom, expected) => {
  const items = toTimeline({ messages: seconds.map(messageAt), notices, dayOf, newFrom });
  expect(items.map(({ key }) => key.replace('.000000', ''))).toEqual(expected);
});
