import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginSeen, countUnread, readSeen, seenUpTo, withSeen } from '../../../src/demo/page/unread.ts';

const AT = 1_795_960_418_390;
const seen = beginSeen(AT);

test('what was there when the page was opened is no news, whoever looks', () => {
  expect(countUnread(seen, 'U0ANA', { C0: ['1795960418.390000', '1795960418.390001', '1795960500.000000'] })).toEqual({
    C0: 2,
  });
  expect(countUnread(seen, 'U0BO', { C0: ['1795960418.389999'] })).toEqual({});
});

test('each person sees each channel for themselves', () => {
  const later = withSeen(seen, 'U0ANA', 'C0', '1795960500.000000');
  const incoming = { C0: ['1795960500.000000'], C1: ['1795960500.000000'] };
  expect(countUnread(later, 'U0ANA', incoming)).toEqual({ C1: 1 });
  expect(countUnread(later, 'U0BO', incoming)).toEqual({ C0: 1, C1: 1 });
});

test('what was seen stays seen, in whatever order it is looked at', () => {
  const ts = fc.integer({ min: 0, max: 999_999 }).map((micros) => `1795960500.${String(micros).padStart(6, '0')}`);
  fc.assert(
    fc.property(fc.array(ts, { minLength: 1 }), (looked) => {
      const all = looked.reduce((before, one) => withSeen(before, 'U0ANA', 'C0', one), seen);
      expect(seenUpTo(all, 'U0ANA', 'C0')).toBe(looked.toSorted().at(-1));
      expect(countUnread(all, 'U0ANA', { C0: looked })).toEqual({});
      expect(withSeen(all, 'U0ANA', 'C0', looked[0] ?? '')).toBe(all);
      expect(readSeen(JSON.stringify(all), AT)).toEqual(all);
    }),
  );
});

test.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['another thing', '{"since":1}'],
  ['null', 'null'],
  ['a later time, of another demo', JSON.stringify(beginSeen(AT + 1000))],
])('%s that was kept is not used', (_, kept) => {
  expect(readSeen(kept, AT)).toBeUndefined();
});
