import { describe, expect, test } from 'vitest';
import type { Surface } from '../../../../src/demo/slack/blocks/shape.ts';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import {
  ACCEPTED,
  actions,
  button,
  card,
  container,
  image,
  input,
  mrkdwn,
  options,
  plain,
  section,
  task,
} from './samples.ts';

/** Code and place of each fault, as one line. */
function faultsOf(block: unknown, surface: Surface = 'message'): readonly string[] {
  return validateBlocks([block], surface).map(({ code, pointer }) => `${code} ${pointer}`);
}

test.each(ACCEPTED)('%s is taken (%s)', (_, surface, block) => {
  expect(validateBlocks([block], surface)).toEqual([]);
});

test.each([undefined, null, 'blocks', 7, {}])('%j is not a list of blocks', (blocks) => {
  expect(validateBlocks(blocks, 'message')).toMatchObject([{ pointer: '', code: 'wrong_type' }]);
});

test.each(['constructor', 'video', 'file', 'button', '', 7])('a block of type %j is refused', (type) => {
  expect(faultsOf({ type })).toEqual(['unsupported_type /0/type']);
});

test.each([null, 'section', [], 4])('%j is refused as a block', (block) => {
  expect(faultsOf(block)).toEqual(['wrong_type /0']);
});

test('a block without a type is refused', () => {
  expect(faultsOf({})).toEqual(['missing_required_field /0']);
});

test.each<readonly [string, unknown]>([
  ['/0', { ...section(), colour: 'red' }],
  ['/0/text', section({ text: { ...mrkdwn('a'), emoji: true } })],
  ['/0/elements/0', actions(button({ disabled: true }))],
  ['/0/elements/0/confirm', actions(button({ confirm: { text: plain('a'), icon: 'b' } }))],
  ['/0', { ...section(), constructor: 'x' }],
])('a property Slack does not know is refused at %s', (pointer, block) => {
  expect(faultsOf(block)).toEqual([`invalid_additional_property ${pointer}`]);
});

test.each<readonly [string, string, unknown]>([
  ['a header without text', '/0', { type: 'header' }],
  ['a button without text', '/0/elements/0', actions({ type: 'button' })],
  [
    'an option without a value',
    '/0/element/options/0',
    input({ type: 'radio_buttons', options: [{ text: plain('a') }] }),
  ],
  ['a data table without a caption', '/0', { type: 'data_table', rows: [[], []] }],
  ['an image without a description', '/0', { type: 'image', image_url: 'https://example.com/a.png' }],
])('%s is refused', (_, pointer, block) => {
  expect(faultsOf(block)).toContain(`missing_required_field ${pointer}`);
});

test.each<readonly [string, Surface, string, unknown]>([
  ['an alert', 'message', '/0/type', { type: 'alert', text: plain('a') }],
  ['a chart', 'home', '/0/type', { type: 'data_visualization' }],
  ['a chart', 'modal', '/0/type', { type: 'data_visualization' }],
  ['a table', 'modal', '/0/type', { type: 'table' }],
  ['markdown', 'modal', '/0/type', { type: 'markdown', text: 'a' }],
  ['a container', 'home', '/0/type', container(section())],
  ['an e-mail input', 'message', '/0/element/type', input({ type: 'email_text_input' })],
  ['a rich text input', 'message', '/0/element/type', input({ type: 'rich_text_input' })],
])('%s is refused in a %s', (_, surface, pointer, block) => {
  expect(faultsOf(block, surface)).toEqual([`unsupported_type ${pointer}`]);
});

describe('text stands where it may', () => {
  test.each<readonly [string, string, unknown]>([
    ['mrkdwn in a header', '/0/text/type', { type: 'header', text: mrkdwn('a') }],
    ['mrkdwn on a button', '/0/elements/0/text/type', actions(button({ text: mrkdwn('a') }))],
    ['mrkdwn in a placeholder', '/0/element/placeholder/type', input({ type: 'datepicker', placeholder: mrkdwn('a') })],
    ['an input element in an actions block', '/0/elements/0/type', actions({ type: 'plain_text_input' })],
    ['a button in a context block', '/0/elements/0/type', { type: 'context', elements: [button()] }],
    ['a chart in a container', '/0/child_blocks/0/type', container({ type: 'data_visualization' })],
    ['a card in a container', '/0/child_blocks/0/type', container(card)],
  ])('%s is refused', (_, pointer, block) => {
    expect(faultsOf(block)).toEqual([`unsupported_type ${pointer}`]);
  });

  test('a bare string is no text object, and a text object is no bare string', () => {
    expect(faultsOf(section({ text: 'Hello' }))).toEqual(['wrong_type /0/text']);
    expect(faultsOf({ type: 'plan', title: plain('Look-ups') })).toEqual(['wrong_type /0/title']);
  });
});

describe('properties that depend on each other', () => {
  const select = (own: object) => input({ type: 'static_select', ...own });
  test.each<readonly [string, string, unknown]>([
    ['a section without text and fields', '/0', { type: 'section' }],
    ['an image from two places', '/0', { ...image, slack_file: { id: 'F1' } }],
    [
      'a Slack file named twice',
      '/0/slack_file',
      { type: 'image', alt_text: 'a', slack_file: { id: 'F1', url: 'https://a' } },
    ],
    ['a select without options', '/0/element', select({})],
    [
      'a select with options and groups',
      '/0/element',
      select({ options: options(1), option_groups: [{ label: plain('a'), options: options(1) }] }),
    ],
    [
      'a choice that is not on offer',
      '/0/element/initial_option',
      select({ options: options(1), initial_option: options(2)[1] }),
    ],
    [
      'a minimum above the maximum',
      '/0/element/min_length',
      input({ type: 'plain_text_input', min_length: 9, max_length: 8 }),
    ],
    ['a time that does not exist', '/0/element/initial_time', input({ type: 'timepicker', initial_time: '24:00' })],
    ['a zone that does not exist', '/0/element/timezone', input({ type: 'timepicker', timezone: 'Mars/Base' })],
    ['a day that does not exist', '/0/element/initial_date', input({ type: 'datepicker', initial_date: '2026-02-30' })],
    ['a style that does not exist', '/0/elements/0/style', actions(button({ style: 'default' }))],
    ['a card with a subtitle only', '/0', { type: 'card', subtitle: mrkdwn('a') }],
    ['a container without a title', '/0', { type: 'container', child_blocks: [section()] }],
    ['collapsed but not collapsible', '/0/default_collapsed', { ...container(section()), default_collapsed: true }],
    ['a lone task that is pending', '/0/status', { type: 'task_card', ...task('pending') }],
  ])('%s is refused', (_, pointer, block) => {
    expect(faultsOf(block)).toEqual([`failed_constraint ${pointer}`]);
  });
});

test('every fault of a payload is named, in the order of the document', () => {
  const faults = validateBlocks([section({ text: mrkdwn('') }), { type: 'header', text: plain('') }], 'message');
  expect(faults).toEqual([
    { pointer: '/0/text/text', code: 'failed_constraint', message: 'must be more than 0 characters' },
    { pointer: '/1/text/text', code: 'failed_constraint', message: 'must be more than 0 characters' },
  ]);
});
