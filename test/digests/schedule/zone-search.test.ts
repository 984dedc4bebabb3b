import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readZone } from '../../../src/digests/schedule/zone.ts';
import { countriesOfZones, mainZones } from '../../../src/digests/schedule/zone-countries.ts';
import { listZones } from '../../../src/digests/schedule/zone-names.ts';
import { placesIn } from '../../../src/digests/schedule/zone-places.ts';
import { searchZones } from '../../../src/digests/schedule/zone-search.ts';
import { LANGUAGES, type Language } from '../../../src/followstats/languages.ts';

const find = (query: string, language: Language = 'en') => searchZones(query, { language, zone: 'Europe/Berlin' }, 100);

test.each([
  ['Copenhagen', 'Europe/Copenhagen'],
  ['copen', 'Europe/Copenhagen'],
  ['new york', 'America/New_York'],
  ['NEW_YORK', 'America/New_York'],
  ['são paulo', 'America/Sao_Paulo'],
  ['buenos', 'America/Argentina/Buenos_Aires'],
  ['Calcutta', 'Asia/Kolkata'],
  ['kyiv', 'Europe/Kyiv'],
  ['Asia/Ho_Chi', 'Asia/Ho_Chi_Minh'],
  ['denmark', 'Europe/Copenhagen'],
  ['south korea', 'Asia/Seoul'],
  ['us/pacific', 'America/Los_Angeles'],
  ['Japan', 'Asia/Tokyo'],
  ['India', 'Asia/Kolkata'],
  ['mexico', 'America/Mexico_City'],
  ['utc', 'UTC'],
  [' seoul ', 'Asia/Seoul'],
  ['Brazil', 'America/Sao_Paulo'],
  ['Canada', 'America/Toronto'],
  ['canad', 'America/Toronto'],
  ['Russia', 'Europe/Moscow'],
  ['United States', 'America/New_York'],
  ['united king', 'Europe/London'],
  ['US', 'America/New_York'],
  ['USA', 'America/New_York'],
  ['U.S.A.', 'America/New_York'],
  ['America', 'America/New_York'],
  ['UK', 'Europe/London'],
  ['England', 'Europe/London'],
  ['UAE', 'Asia/Dubai'],
  ['Korea', 'Asia/Seoul'],
  ['north korea', 'Asia/Pyongyang'],
  ['China', 'Asia/Shanghai'],
  ['Australia', 'Australia/Sydney'],
  ['Germany', 'Europe/Berlin'],
  ['Ukraine', 'Europe/Kyiv'],
  ['Türkiye', 'Europe/Istanbul'],
  ['Turkey', 'Europe/Istanbul'],
  ['cote d’ivoire', 'Africa/Abidjan'],
])('%s finds %s before all others', async (query, zone) => {
  expect((await find(query))[0]).toBe(zone);
});

test.each([
  ['BST', ['Europe/London', 'Asia/Dhaka']],
  ['ist', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
  ['CST', ['America/Chicago', 'Asia/Shanghai', 'America/Havana']],
  ['EST', ['America/New_York', 'America/Panama']],
  ['GMT', ['UTC', 'Europe/London']],
])('the abbreviation %s gives first each zone that it can mean', async (query, zones) => {
  expect((await find(query)).slice(0, zones.length)).toEqual(zones);
});

test.each<[Language, string, string]>([
  ['ko', '덴마크', 'Europe/Copenhagen'],
  ['ko', '서울', 'Asia/Seoul'],
  ['ko', '로스앤젤레스', 'America/Los_Angeles'],
  ['ja', 'ドイツ', 'Europe/Berlin'],
  ['zh-CN', '中国', 'Asia/Shanghai'],
  ['zh-CN', '北京', 'Asia/Shanghai'],
  ['ja', '東京', 'Asia/Tokyo'],
  ['en', 'san fr', 'America/Los_Angeles'],
  ['en', 'Mumbai', 'Asia/Kolkata'],
  ['zh-CN', 'copen', 'Europe/Copenhagen'],
  ['zh-CN', '美国', 'America/New_York'],
  ['zh-CN', '英国', 'Europe/London'],
  ['zh-CN', '阿联酋', 'Asia/Dubai'],
  ['zh-CN', '韩国', 'Asia/Seoul'],
  ['ja', 'アメリカ', 'America/New_York'],
  ['ja', '米国', 'America/New_York'],
  ['ja', '英国', 'Europe/London'],
  ['ja', 'イギリス', 'Europe/London'],
  ['ja', '韓国', 'Asia/Seoul'],
  ['ko', '한국', 'Asia/Seoul'],
  ['ko', '대한민국', 'Asia/Seoul'],
  ['ko', '미국', 'America/New_York'],
  ['ko', 'Brazil', 'America/Sao_Paulo'],
])('a reader of %s finds by %s: %s', async (language, query, zone) => {
  const found = await find(query, language);
  expect(found[0]).toBe(zone);
});

test('of a country with many zones all are found, those by which most people live first', async () => {
  const found = await find('united states');
  expect(found.slice(0, 4)).toEqual(['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles']);
  expect(found).toContain('America/Indiana/Knox');
  expect(found).toContain('Pacific/Honolulu');
});

test('every country of this runtime is found by its name in each language, and of several zones one is known to be the main one', async () => {
  const countries = Map.groupBy(await countriesOfZones(), ([, { region }]) => region);
  expect(countries.size).toBeGreaterThan(200);
  for (const [region, zones] of countries) {
    const [main] = zones.find(([, { place }]) => place === 0) ?? [];
    for (const language of LANGUAGES) {
      const name = new Intl.DisplayNames(language, { type: 'region' }).of(region) ?? '';
      expect(await find(name, language)).toContain(main);
    }
    // The database's own order is that of names: the zones of islands and bases have no main one.
    if (zones.length > 1 && !['AQ', 'UM'].includes(region)) expect(mainZones(region)[0]).toBe(main);
  }
});

test('a few letters are found at the beginning of words only, but in scripts without spaces anywhere', async () => {
  expect(await find('usa')).not.toContain('Africa/Lusaka');
  expect(await find('yiv')).toEqual([]);
  expect(await find('usak')).toContain('Africa/Lusaka');
  expect(await find('京', 'ja')).toContain('Asia/Tokyo');
});

test('before anything is typed, one’s own zone comes first, then those that people ask for most', async () => {
  const offered = await find('  ');
  expect(offered.slice(0, 2)).toEqual(['Europe/Berlin', 'UTC']);
  expect(offered).toContain('Asia/Shanghai');
  expect(new Set(offered).size).toBe(offered.length);
});

test('every zone of this runtime is listed once, by a name that can be read, and found by that name', async () => {
  const zones = listZones().map(({ zone }) => zone);
  const clocks = zones.map((timeZone) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone);
  expect(new Set(clocks)).toEqual(new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]));
  expect(clocks).toHaveLength(new Set(clocks).size);
  for (const zone of zones) {
    expect(readZone(zone)).toBe(zone);
    expect((await find(zone))[0]).toBe(zone);
  }
});

test('places of each zone are found, in their own language', async () => {
  const zones = listZones().filter(({ zone }) => placesIn(zone).length > 0);
  expect(zones.length).toBeGreaterThan(10);
  for (const { zone } of zones) for (const place of placesIn(zone)) expect(await find(place)).toContain(zone);
});

test('whatever is typed, what is offered can be chosen, and no more of it than was asked for', async () => {
  const query = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.stringMatching(/^[a-z]{0,3}$/));
  await fc.assert(
    fc.asyncProperty(query, fc.constantFrom(...LANGUAGES), fc.nat(100), async (typed, language, most) => {
      const zones = await searchZones(typed, { language, zone: 'not a zone' }, most);
      expect(zones.length).toBeLessThanOrEqual(most);
      for (const zone of zones) expect(readZone(zone)).toBe(zone);
    }),
    { numRuns: 50 },
  );
});

test('listing all zones asks the runtime about few of them: each takes long, and nothing else runs meanwhile', () => {
  const ask = vi.spyOn(Intl, 'DateTimeFormat');
  expect(listZones().length).toBeGreaterThan(400);
  expect(ask.mock.calls.length).toBeLessThan(30);
  ask.mockRestore();
});
