import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createWallClock } from '../../../src/digests/schedule/wall-clock.ts';
import { readZone, toIanaZone, type Zone } from '../../../src/digests/schedule/zone.ts';
import { zonesOfAbbreviation } from '../../../src/digests/schedule/zone-abbreviations.ts';

/** Every zone and link of the tz database's release 2025b, from its `tzdata.zi`. */
const IANA = readFileSync(new URL('iana-names.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** What ICU takes for zones beside those: the abbreviations of its file `icuzones`, and some zones of System V. */
const LEFTOVERS =
  'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST ' +
  'SystemV/AST4ADT SystemV/EST5EDT SystemV/PST8 SystemV/YST9YDT US/Pacific-New Etc/Unknown';

test('every name of the IANA database is a zone, old ones and links too, in whatever case', () => {
  // `Factory` stands for a clock that nobody has set.
  const refused = IANA.filter((name) => readZone(name)?.toLowerCase() !== name.toLowerCase());
  expect(refused).toEqual(['Factory']);
  expect(IANA.filter((name) => !readZone(name.toLowerCase()))).toEqual(['Factory']);
});

test('all the zones that this runtime says it supports are among them', () => {
  expect(Intl.supportedValuesOf('timeZone').filter((name) => !readZone(name))).toEqual([]);
});

test.each(LEFTOVERS.split(' '))('%s is no zone, though ICU may know it', (name) => {
  expect(IANA).not.toContain(name);
  expect(readZone(name)).toBeUndefined();
  expect(readZone(` ${name.toLowerCase()} `)).toBeUndefined();
});

test.each([61, 1_000_000])('text of %i characters is not read', (length) => {
  expect(readZone('UTC'.padStart(length))).toBeUndefined();
});

test.each('ART AST BST CST IST JST PST SST VST'.split(' '))('what %s may mean are zones', (abbreviation) => {
  const zones = zonesOfAbbreviation(abbreviation);
  expect(zones.length).toBeGreaterThan(0);
  for (const zone of zones) expect(readZone(zone)).toBe(zone);
});

test.each([
  ['BST', 'Asia/Dhaka'],
  ['ART', 'Africa/Cairo'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['US/Pacific', 'US/Pacific'],
  ['Mars/Base', 'Mars/Base'],
])('a digest that keeps %s shows the same clock under the name %s', (kept, name) => {
  expect(toIanaZone(kept as Zone)).toBe(name);
  if (kept === 'Mars/Base') return;
  for (const month of [0, 3, 6, 9]) {
    const instant = Date.UTC(2026, month, 15, 12);
    expect(createWallClock(name as Zone).show(instant)).toBe(createWallClock(kept as Zone).show(instant));
  }
});
