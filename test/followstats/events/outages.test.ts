import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findOutages } from '../../../src/followstats/events/outages.ts';
import type { HearingSpan } from '../../../src/followstats/events/ports.ts';

const MINUTE = 60_000;
const span = (since: number, until: number): HearingSpan => ({
  kind: 'hearing',
  since: since * MINUTE,
  until: until * MINUTE,
  events: 0,
});
const find = (spans: readonly HearingSpan[], since: number, until: number, now = 1000) =>
  findOutages(spans, { since: since * MINUTE, until: until * MINUTE, now: now * MINUTE });
const minutes = ({ outages }: ReturnType<typeof find>) => outages.map(({ from, to }) => [from / MINUTE, to / MINUTE]);

test('between two spans, before the first and behind the last is an outage', () => {
  expect(minutes(find([span(20, 30), span(5, 10)], 0, 40))).toEqual([
    [0, 5],
    [10, 20],
    [30, 40],
  ]);
  expect(minutes(find([span(0, 40)], 0, 40))).toEqual([]);
  expect(minutes(find([span(0, 20), span(10, 40)], 5, 35))).toEqual([]);
});

test('a span that was written a minute ago goes on', () => {
  expect(minutes(find([span(0, 39)], 0, 40, 40))).toEqual([]);
  expect(minutes(find([span(0, 38)], 0, 40, 40))).toEqual([[38, 40]]);
});

test('without any span nothing was heard; losses are added up', () => {
  expect(find([], 0, 40)).toMatchObject({ any: false, lost: 0 });
  const lost = (events: number) => ({ ...span(10, 20), kind: 'lost' as const, events });
  expect(find([span(0, 40), lost(3), lost(4), { ...lost(9), since: 50 * MINUTE, until: 60 * MINUTE }], 0, 40)).toEqual({
    any: true,
    outages: [],
    lost: 7,
  });
});

test('every moment of a period is either heard or in an outage', () => {
  const anySpan = fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 20 }));
  fc.assert(
    fc.property(fc.array(anySpan, { maxLength: 8 }), fc.integer({ min: 0, max: 50 }), (drawn, since) => {
      const spans = drawn.map(([from, length]) => span(from, from + length));
      const { outages } = find(spans, since, since + 40);
      for (let at = since; at < since + 40; at += 1) {
        const middle = (at + 0.5) * MINUTE;
        const isHeard = spans.some((one) => one.since <= middle && middle <= one.until);
        const isOut = outages.some(({ from, to }) => from <= middle && middle <= to);
        expect(isHeard).toBe(!isOut);
      }
    }),
  );
});
