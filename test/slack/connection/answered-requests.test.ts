import { expect, test } from 'vitest';
import { createAnsweredRequests } from '../../../src/slack/connection/answered-requests.ts';

test('an answer is found while it is to come and while it is kept, and only the first counts', async () => {
  let now = 0;
  const answered = createAnsweredRequests({ now: () => now, keptMs: 1000, max: 10 });
  expect(answered.find('a')).toBeUndefined();
  const answer = answered.begin('a');
  const found = answered.find('a');
  answer({ status: 200, body: 'first' });
  answer({ status: 500 });
  expect(await found).toEqual({ status: 200, body: 'first' });
  now = 999;
  answered.begin('b');
  expect(await answered.find('a')).toEqual({ status: 200, body: 'first' });
  now = 1000;
  answered.begin('c');
  expect(answered.find('a')).toBeUndefined();
  expect(answered.find('b')).toBeDefined();
});

test('no more are kept than allowed; the oldest go', () => {
  const answered = createAnsweredRequests({ now: () => 0, keptMs: 1000, max: 100 });
  for (let n = 0; n < 1000; n += 1) answered.begin(`${n}`);
  const kept = Array.from({ length: 1000 }, (_, n) => n).filter((n) => answered.find(`${n}`));
  expect(kept).toEqual(Array.from({ length: 100 }, (_, n) => 900 + n));
});

test('a request that is forgotten is new again', () => {
  const answered = createAnsweredRequests({ now: () => 0, max: 10 });
  answered.begin('a');
  answered.begin('b');
  answered.forget('a');
  expect(answered.find('a')).toBeUndefined();
  expect(answered.find('b')).toBeDefined();
});
