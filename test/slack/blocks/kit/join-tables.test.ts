import { expect, test } from 'vitest';
import { joinTables } from '../../../../src/slack/blocks/kit/join-tables.ts';

test('rows of all tables stand in one', () => {
  const joined: { readonly a: 1; readonly b: 2 } = joinTables([{ a: 1 }, { b: 2 }]);
  expect(joined).toEqual({ a: 1, b: 2 });
});

test('a name in two tables does not compile', () => {
  // @ts-expect-error: it would have to be a text that says so.
  joinTables([{ a: 1, b: 2 }, { c: 3 }, { a: 4 }]);
});
