import { expect, test } from 'vitest';
import { dateFormat, numberFormat } from '../../src/followstats/formats.ts';

test('one format is made for a locale, a zone and a form, and another for any other', () => {
  const minutes = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const london = dateFormat('en-GB', { ...minutes, timeZone: 'Europe/London' });
  const tokyo = dateFormat('en-GB', { ...minutes, timeZone: 'Asia/Tokyo' });
  expect([london, tokyo].map((format) => format.format(0))).toEqual(['01:00', '09:00']);
  expect(dateFormat('en-GB', { ...minutes, timeZone: 'Europe/London' })).toBe(london);
  expect([numberFormat('de'), numberFormat('de', { style: 'percent' })].map((one) => one.format(1000))).toEqual([
    '1.000',
    '100.000\u00a0%',
  ]);
});
