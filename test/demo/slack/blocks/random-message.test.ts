import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import {
  actions,
  button,
  container,
  count,
  dataTable,
  input,
  letters,
  line,
  mrkdwn,
  options,
  plain,
  raw,
  rich,
  section,
} from './samples.ts';

const text = (max: number) =>
  fc.string({ minLength: 1, maxLength: max, unit: 'binary' }).filter((one) => one.length <= max);

const cell = fc.oneof(text(20).map(raw), fc.integer().map(count), text(20).map(rich));
const grid = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 15 }))
  .chain(([columns, rows]) =>
    fc.tuple(
      fc.array(text(20).map(raw), { minLength: columns, maxLength: columns }),
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    ),
  )
  .map(([header, rows]) => [header, ...rows]);

const ordinary = fc.oneof(
  text(150).map((words) => ({ type: 'header', text: plain(words) })),
  text(3000).map((words) => section({ text: mrkdwn(words) })),
  fc.array(text(2000).map(mrkdwn), { minLength: 1, maxLength: 10 }).map((fields) => section({ fields })),
  text(75).map((words) => section({ accessory: button({ text: plain(words) }) })),
  fc
    .integer({ min: 1, max: 25 })
    .map((many) => actions(...Array.from({ length: many }, (_, i) => button({ action_id: `a${i}` })))),
  fc.integer({ min: 1, max: 100 }).map((many) => input({ type: 'static_select', options: options(many) })),
  text(500).map(rich),
  fc.constant({ type: 'divider' }),
);
const message = fc
  .tuple(fc.array(ordinary, { maxLength: 20 }), grid, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 20 }))
  .map(([blocks, rows, series, points]) => [...blocks, dataTable(rows), line(series, points), container(section())]);

/** Each breaks one limit of the block it adds, and says where. */
const MUTATIONS: readonly (readonly [pointer: string, block: Record<string, unknown>])[] = [
  ['/text/text', { type: 'header', text: plain(letters(151)) }],
  ['/text/text', section({ text: mrkdwn(letters(3001)) })],
  ['/fields/3/text', section({ fields: [1, 2, 3, 2001].map((size) => plain(letters(size))) })],
  ['/accessory/text/text', section({ accessory: button({ text: plain(letters(76)) }) })],
  ['/elements/0/confirm/text/text', actions(button({ confirm: { text: plain(letters(301)) } }))],
  ['/element/options', input({ type: 'static_select', options: options(101) })],
  ['/child_blocks', container(...Array.from({ length: 11 }, () => section()))],
  ['/child_blocks/0/text/text', container(section({ text: mrkdwn('') }))],
  ['/chart/series', line(7, 3)],
  ['/chart/series/0/data/0/label', line(1, 1, () => letters(21))],
];

test('any message within the limits is taken', () => {
  fc.assert(
    fc.property(message, (blocks) => {
      expect(validateBlocks(blocks, 'message')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('one block over a limit is refused, and named, wherever it stands', () => {
  const spoilt = fc.tuple(message, fc.nat(), fc.constantFrom(...MUTATIONS));
  fc.assert(
    fc.property(spoilt, ([blocks, place, [pointer, block]]) => {
      const index = place % (blocks.length + 1);
      const faults = validateBlocks(blocks.toSpliced(index, 0, block), 'message');
      expect(faults.map((fault) => fault.pointer)).toContain(`/${index}${pointer}`);
      expect(new Set(faults.map((fault) => fault.pointer.split('/')[1]))).toEqual(new Set([String(index)]));
    }),
    { numRuns: 100 },
  );
});

test('no JSON at all makes it throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...MUTATIONS), (junk, [, block]) => {
      const keys = Object.keys(block).filter((key) => key !== 'type');
      const spoilt = keys.map((key) => ({ ...block, [key]: junk }));
      expect(Array.isArray(validateBlocks([junk, ...spoilt], 'modal'))).toBe(true);
    }),
    { numRuns: 200 },
  );
});
