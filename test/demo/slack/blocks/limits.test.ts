import { expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import { expectLimit, type Limit } from './expect-limit.ts';
import * as sample from './samples.ts';
import { actions, button, input, letters, mrkdwn, options, plain, raw, section, times } from './samples.ts';

const confirm = (own: object) => [actions(button({ confirm: { text: plain('Sure?'), ...own } }))];
const select = (own: object) => [actions({ type: 'static_select', ...own })];

const LIMITS: readonly Limit[] = [
  { of: 'blocks in a message', most: 50, pointer: '', blocks: (n) => times(n, () => section()) },
  { of: 'blocks in a modal', most: 100, pointer: '', blocks: (n) => times(n, () => section()), surface: 'modal' },
  { of: 'blocks in a home tab', most: 100, pointer: '', blocks: (n) => times(n, () => section()), surface: 'home' },
  { of: 'a block_id', most: 255, pointer: '/0/block_id', blocks: (n) => [section({ block_id: letters(n) })] },
  { of: 'a section', most: 3000, pointer: '/0/text/text', blocks: (n) => [section({ text: mrkdwn(letters(n)) })] },
  { of: 'fields', most: 10, pointer: '/0/fields', blocks: (n) => [section({ fields: times(n, () => plain('a')) })] },
  { of: 'a field', most: 2000, pointer: '/0/fields/0/text', blocks: (n) => [section({ fields: [plain(letters(n))] })] },
  { of: 'a header', most: 150, pointer: '/0/text/text', blocks: (n) => [{ type: 'header', text: plain(letters(n)) }] },
  {
    of: 'a header level',
    most: 4,
    pointer: '/0/level',
    blocks: (n) => [{ type: 'header', text: plain('a'), level: n }],
  },
  {
    of: 'a context',
    most: 10,
    pointer: '/0/elements',
    blocks: (n) => [{ type: 'context', elements: times(n, () => plain('a')) }],
  },
  {
    of: 'an actions block',
    most: 25,
    pointer: '/0/elements',
    blocks: (n) => [actions(...times(n, (i) => button({ action_id: `a${i}` })))],
  },
  {
    of: 'an action_id',
    most: 255,
    pointer: '/0/elements/0/action_id',
    blocks: (n) => [actions(button({ action_id: letters(n) }))],
  },
  {
    of: 'a button',
    most: 75,
    pointer: '/0/elements/0/text/text',
    blocks: (n) => [actions(button({ text: plain(letters(n)) }))],
  },
  {
    of: 'a value',
    most: 2000,
    pointer: '/0/elements/0/value',
    blocks: (n) => [actions(button({ value: letters(n) }))],
  },
  {
    of: 'a button URL',
    most: 3000,
    pointer: '/0/elements/0/url',
    blocks: (n) => [actions(button({ url: letters(n) }))],
  },
  {
    of: 'a spoken label',
    most: 75,
    pointer: '/0/elements/0/accessibility_label',
    blocks: (n) => [actions(button({ accessibility_label: letters(n) }))],
  },
  {
    of: 'a confirm title',
    most: 100,
    pointer: '/0/elements/0/confirm/title/text',
    blocks: (n) => confirm({ title: plain(letters(n)) }),
  },
  {
    of: 'a confirm text',
    most: 300,
    pointer: '/0/elements/0/confirm/text/text',
    blocks: (n) => confirm({ text: plain(letters(n)) }),
  },
  {
    of: 'a confirm button',
    most: 30,
    pointer: '/0/elements/0/confirm/deny/text',
    blocks: (n) => confirm({ deny: plain(letters(n)) }),
  },
  { of: 'options', most: 100, pointer: '/0/elements/0/options', blocks: (n) => select({ options: options(n) }) },
  {
    of: 'an option',
    most: 75,
    pointer: '/0/elements/0/options/0/text/text',
    blocks: (n) => select({ options: [{ text: plain(letters(n)), value: 'a' }] }),
  },
  {
    of: 'an option value',
    most: 75,
    pointer: '/0/elements/0/options/0/value',
    blocks: (n) => select({ options: [{ text: plain('a'), value: letters(n) }] }),
  },
  {
    of: 'a placeholder',
    most: 150,
    pointer: '/0/elements/0/placeholder/text',
    blocks: (n) => select({ options: options(1), placeholder: plain(letters(n)) }),
  },
  {
    of: 'an overflow menu',
    most: 5,
    pointer: '/0/elements/0/options',
    blocks: (n) => [actions({ type: 'overflow', options: options(n) })],
  },
  {
    of: 'checkboxes',
    most: 10,
    pointer: '/0/elements/0/options',
    blocks: (n) => [actions({ type: 'checkboxes', options: options(n) })],
  },
  {
    of: 'radio buttons',
    most: 10,
    pointer: '/0/elements/0/options',
    blocks: (n) => [actions({ type: 'radio_buttons', options: options(n) })],
  },
  {
    of: 'a text input',
    most: 3000,
    pointer: '/0/element/max_length',
    blocks: (n) => [input({ type: 'plain_text_input', max_length: n })],
  },
  {
    of: 'a label',
    most: 2000,
    pointer: '/0/label/text',
    blocks: (n) => [input({ type: 'datepicker' }, { label: plain(letters(n)) })],
  },
  {
    of: 'a hint',
    most: 2000,
    pointer: '/0/hint/text',
    blocks: (n) => [input({ type: 'datepicker' }, { hint: plain(letters(n)) })],
  },
  {
    of: 'an image URL',
    most: 3000,
    pointer: '/0/image_url',
    blocks: (n) => [{ ...sample.image, image_url: letters(n) }],
  },
  {
    of: 'an image description',
    most: 2000,
    pointer: '/0/alt_text',
    blocks: (n) => [{ ...sample.image, alt_text: letters(n) }],
  },
  { of: 'a markdown block', most: 12_000, pointer: '/0/text', blocks: (n) => [{ type: 'markdown', text: letters(n) }] },
  {
    of: 'all markdown blocks',
    most: 12_000,
    pointer: '/1/text',
    blocks: (n) => ['a', letters(n - 1)].map((text) => ({ type: 'markdown', text })),
  },
];

test.each(LIMITS)('$of: $most is taken, one more is refused', expectLimit);

test.each<readonly [string, string, readonly unknown[]]>([
  ['text', '/0/text/text', [section({ text: mrkdwn('') })]],
  ['a context block', '/0/elements', [{ type: 'context', elements: [] }]],
  ['a table', '/0/rows', [sample.table([])]],
  ['a cell', '/0/rows/0/0/text', [sample.table([[raw('')]])]],
  ['the text of a number', '/0/rows/0/0/text', [sample.table([[{ type: 'raw_number', value: 1, text: '' }]])]],
  ['a data table with a header only', '/0/rows', [sample.dataTable([[raw('a')]])]],
  ['a caption', '/0/caption', [sample.dataTable([[raw('a')], [raw('b')]], { caption: '' })]],
  ['a pie', '/0/chart/segments', [sample.pie(0)]],
  ['a carousel', '/0/elements', [{ type: 'carousel', elements: [] }]],
])('%s may not be empty', (_, pointer, blocks) => {
  expect(validateBlocks(blocks, 'message')).toMatchObject([{ pointer, code: 'failed_constraint' }]);
});

test('length is counted in UTF-16 units, so an emoji takes two', () => {
  const header = (many: number) => [{ type: 'header', text: plain('🙂'.repeat(many)) }];
  expect(validateBlocks(header(75), 'message')).toEqual([]);
  expect(validateBlocks(header(76), 'message')).toHaveLength(1);
});
