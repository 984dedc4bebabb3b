import { expect, test } from 'vitest';
import type { Surface } from '../../../../src/demo/slack/blocks/shape.ts';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import { actions, button, card, container, dataTable, input, raw, section, table } from './samples.ts';

const faultsOf = (blocks: readonly unknown[], surface: Surface = 'message') =>
  validateBlocks(blocks, surface).map(({ code, pointer }) => `${code} ${pointer}`);

const aTable = table([[raw('a')]]);
const aDataTable = dataTable([[raw('a')], [raw('b')]]);

test.each<readonly [string, readonly unknown[], string]>([
  ['two tables', [aTable, aTable], '/1'],
  ['a table and a data table', [aDataTable, section(), aTable], '/2'],
  ['a table beside one in a container', [aDataTable, container(section(), aTable)], '/1/child_blocks/1'],
  ['two tables in one container', [container(aTable, aTable)], '/0/child_blocks/1'],
])('%s are too many for a message', (_, blocks, pointer) => {
  expect(faultsOf(blocks)).toEqual([`only_one_table_allowed ${pointer}`]);
});

test('a home tab may have several tables', () => {
  expect(faultsOf([aTable, aDataTable], 'home')).toEqual([]);
});

test.each<readonly [string, readonly unknown[], string]>([
  ['side by side', [section({ block_id: 'a' }), section({ block_id: 'a' })], '/1/block_id'],
  [
    'inside a container',
    [section({ block_id: 'a' }), container(section({ block_id: 'a' }))],
    '/1/child_blocks/0/block_id',
  ],
  [
    'on the cards of a carousel',
    [
      {
        type: 'carousel',
        elements: [
          { ...card, block_id: 'a' },
          { ...card, block_id: 'a' },
        ],
      },
    ],
    '/0/elements/1/block_id',
  ],
])('a block_id is used once: %s', (_, blocks, pointer) => {
  expect(faultsOf(blocks)).toEqual([`duplicate_id ${pointer}`]);
});

test('an action_id is used once within a block, and again in another', () => {
  expect(faultsOf([actions(button(), button())])).toEqual(['duplicate_id /0/elements/1/action_id']);
  expect(faultsOf([actions(button()), section({ accessory: button() })])).toEqual([]);
});

test('one element of a view at most is focused', () => {
  const focused = input({ type: 'datepicker', focus_on_load: true });
  expect(faultsOf([focused], 'modal')).toEqual([]);
  expect(faultsOf([focused, focused], 'modal')).toEqual(['failed_constraint /1/element/focus_on_load']);
});
