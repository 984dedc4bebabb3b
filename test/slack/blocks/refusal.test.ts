import { expect, test } from 'vitest';
import { toText } from '../../../src/slack/blocks/inline.ts';
import { describeRefusal } from '../../../src/slack/blocks/refusal.ts';

const REASONS = ['no-rule', 'guest', 'stranger', 'unknown'] as const;

test.each(REASONS)('%s: the refusal names the admins who can help', (reason) => {
  expect(toText(describeRefusal(reason, ['U1', 'U2']))).toMatch(
    /^\p{Lu}.*\. An admin can change that: <@U1>, <@U2>\.$/u,
  );
});

test.each(REASONS)('%s: without admins it is whoever runs the app', (reason) => {
  expect(toText(describeRefusal(reason, []))).toMatch(/\. Whoever runs followstats can change that\.$/);
});

test('every reason has its own words', () => {
  expect(new Set(REASONS.map((reason) => toText(describeRefusal(reason, [])))).size).toBe(REASONS.length);
});
