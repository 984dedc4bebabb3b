import { expect, test } from 'vitest';
import { createQuestionKeeper } from '../../src/slack/question-keeper.ts';

const long = (n: number) => `lookup ${n} ${'x'.repeat(2000)}`;

test('a question that fits a button is its own value', () => {
  const keeper = createQuestionKeeper();
  const question = `lookup ${'x'.repeat(1993)}`;
  expect(keeper.keep(question)).toBe(question);
  expect(keeper.recall(question)).toBe(question);
});

test('a longer one is kept, and its value fits', () => {
  const keeper = createQuestionKeeper();
  const value = keeper.keep(long(1));
  expect(value.length).toBeLessThan(100);
  expect(keeper.recall(value)).toBe(long(1));
});

test('any other process, or one started anew, doesn’t know it', () => {
  const value = createQuestionKeeper().keep(long(1));
  expect(createQuestionKeeper().recall(value)).toBeUndefined();
});

test('the oldest make room: five hundred are kept', () => {
  const keeper = createQuestionKeeper();
  const values = Array.from({ length: 501 }, (_, n) => keeper.keep(long(n)));
  expect(keeper.recall(values[0] as string)).toBeUndefined();
  expect(keeper.recall(values[1] as string)).toBe(long(1));
  expect(keeper.recall(values[500] as string)).toBe(long(500));
});

test('an account that is named like a key is an account', () => {
  const keeper = createQuestionKeeper();
  const question = 'lookup "kept 1"';
  expect(keeper.recall(keeper.keep(question))).toBe(question);
});
