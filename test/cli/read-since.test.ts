import { expect, test } from 'vitest';
import { readSince } from '../../src/cli/read-since.ts';

const NOW = Date.parse('2026-11-25T10:00:00Z');

test.each([
  ['12h', '2026-11-24T22:00:00Z'],
  ['7d', '2026-11-18T10:00:00Z'],
  ['4w', '2026-10-28T10:00:00Z'],
  ['2026-11-01', '2026-11-01T00:00:00Z'],
  ['2026-11-01T08:30Z', '2026-11-01T08:30:00Z'],
  ['2026-11-01T08:30:15+02:00', '2026-11-01T06:30:15Z'],
])('%s is %s', (text, time) => {
  expect(readSince(text, NOW)).toBe(Date.parse(time));
});

test.each(['', '7', 'd', '-7d', '7 d', '7m', '1.5d', 'yesterday', '2026-13-01', '2026-11-01T08:30', '01/11/2026'])(
  '%j is no moment',
  (text) => {
    expect(readSince(text, NOW)).toBeUndefined();
  },
);
