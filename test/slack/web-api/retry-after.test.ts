import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRetryAfter } from '../../../src/slack/web-api/retry-after.ts';
import { createSlackFetch } from '../../../src/slack/web-api/slack-fetch.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');

test.each([
  ['0', 0],
  ['30', 30],
  [' 7 ', 7],
  ['3601', 3600],
  ['99999999999999999999', 3600],
  ['Mon, 23 Nov 2026 09:00:40 GMT', 40],
  ['Mon, 23 Nov 2026 08:00:00 GMT', 0],
  ['Mon, 23 Nov 2029 08:00:00 GMT', 3600],
  ['Mon, 99 Nov 2026 09:00:00 GMT', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['1e9', undefined],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('%j asks for %j seconds', (header, seconds) => {
  expect(readRetryAfter(header, NOW)).toBe(seconds);
});

test('whatever it says, the wait is nothing or between 0 and an hour', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.integer().map(String),
        fc.date({ noInvalidDate: true }).map((at) => at.toUTCString()),
      ),
      (header) => {
        const seconds = readRetryAfter(header, NOW) ?? 0;
        expect(seconds).toBeGreaterThanOrEqual(0);
        expect(seconds).toBeLessThanOrEqual(3600);
      },
    ),
  );
});

test.each([
  [429, undefined, '30'],
  [429, 'x', '30'],
  [429, '7', '7'],
  [429, '86400', '3600'],
  [503, 'x', 'x'],
])('an answer with status %i and Retry-After %j comes with %j', async (status, given, header) => {
  const headers = { 'x-other': 'kept', ...(given !== undefined && { 'retry-after': given }) };
  const fetch = createSlackFetch(
    async () => new Response('body', { status, headers }),
    () => NOW,
  );
  const response = await fetch('https://slack.test/api/auth.test');
  expect(response.status).toBe(status);
  expect(response.headers.get('retry-after')).toBe(header);
  expect(response.headers.get('x-other')).toBe('kept');
  expect(await response.text()).toBe('body');
});

test('an answer without a body stays one', async () => {
  const response = await createSlackFetch(
    async () => new Response(null, { status: 204 }),
    () => NOW,
  )('https://slack.test/');
  expect(response.status).toBe(204);
});
