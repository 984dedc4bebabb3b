import { expect, test } from 'vitest';
import { clockAhead } from '../../../src/followstats/health/clock-ahead.ts';
import {
  CHAT_CLOCK,
  judgeLeast,
  judgeMost,
  type Limits,
  OVERDUE,
  SLACK_CLOCK,
  SPACE,
} from '../../../src/followstats/health/limits.ts';

const MINUTE = 60_000;

test.each<[string, Limits, number, string]>([
  ['Slack’s clock', SLACK_CLOCK, 29_999, 'ok'],
  ['Slack’s clock', SLACK_CLOCK, 30_000, 'warn'],
  ['Slack’s clock', SLACK_CLOCK, 239_999, 'warn'],
  ['Slack’s clock', SLACK_CLOCK, 240_000, 'fail'],
  ['Chat’s clock', CHAT_CLOCK, 59_999, 'ok'],
  ['Chat’s clock', CHAT_CLOCK, 60_000, 'warn'],
  ['Chat’s clock', CHAT_CLOCK, 1e12, 'warn'],
  ['overdue runs', OVERDUE, 15 * MINUTE - 1, 'ok'],
  ['overdue runs', OVERDUE, 15 * MINUTE, 'warn'],
  ['overdue runs', OVERDUE, 180 * MINUTE, 'fail'],
])('%s: %o at %d is %s', (_name, limits, value, health) => {
  expect(judgeMost(value, limits)).toBe(health);
});

test.each([
  [200_000_000, 'ok'],
  [199_999_999, 'warn'],
  [20_000_000, 'warn'],
  [19_999_999, 'fail'],
  [0, 'fail'],
])('%d bytes are %s', (bytes, health) => {
  expect(judgeLeast(bytes, SPACE)).toBe(health);
});

test('a clock is compared in the middle of a call, with half a second for what a header leaves out', () => {
  const date = 'Sun, 29 Nov 2026 19:44:21 GMT';
  const theirs = Date.parse(date) + 500;
  expect(clockAhead(date, theirs - 1000, theirs + 1000)).toBe(0);
  expect(clockAhead(date, theirs + 40_000, theirs + 41_000)).toBe(40_500);
  expect(clockAhead(date, theirs - 60_000, theirs - 60_000)).toBe(-60_000);
});

test.each([undefined, null, '', 'yesterday'])('%j is no date', (date) => {
  expect(clockAhead(date, 0, 0)).toBeUndefined();
});
