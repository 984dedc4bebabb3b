import type { Language } from '../../followstats/languages.ts';
import { MOST_ZONE, type Zone } from './zone.ts';
import { COMMON_ZONES, zonesOfAbbreviation } from './zone-abbreviations.ts';
import { countriesOfZones, type ZoneCountry } from './zone-countries.ts';
import { namesOfCountry, shortFormsOf } from './zone-country-names.ts';
import { listZones, type NamedZone, toNamedZone } from './zone-names.ts';
import { placesIn } from './zone-places.ts';
import { beginsWhole, NO_MATCH, rankOf, type ZoneEntry } from './zone-rank.ts';

/** Who looks for a zone. */
interface Searcher {
  /** Countries and cities are found by their names in this language, too. */
  readonly language: Language;
  /** The person's own zone, offered first while nothing is typed. */
  readonly zone: string;
}

/** Naming all zones in one language takes some 100 ms, which would hold up everything else: so it is done once, in pieces. */
const PIECE = 10;

/** What is being named, and what is: a search doesn't wait for the first where the names of the database do. */
const naming = new Map<Language, Promise<readonly ZoneEntry[]>>();
const named = new Map<Language | 'none', readonly ZoneEntry[]>();

/** Makes the zones' spoken names in a language ready, so that a search for them needn't wait. */
export function prepareZoneSearch(language: Language): void {
  void entriesIn(language);
}

function entriesIn(language: Language): Promise<readonly ZoneEntry[]> {
  const entries = naming.get(language) ?? nameZones(language === 'en' ? ['en'] : ['en', language]);
  naming.set(language, entries);
  entries.then((ready) => named.set(language, ready));
  return entries;
}

/** The zones by the names of the database alone. */
function unspoken(): readonly ZoneEntry[] {
  const entries = named.get('none') ?? listZones().map((zone) => toEntry(zone, [], undefined));
  named.set('none', entries);
  return entries;
}

/**
 * Finds zones by what a person types: a city or country, an old name, or an abbreviation, which gives each zone that it can
 * mean. Case, accents and underscores don't count.
 * @param query of any length; one that is longer than any name finds nothing
 * @param most how many zones at most, the best first
 */
export async function searchZones(
  query: string,
  { language, zone: own }: Searcher,
  most: number,
): Promise<readonly Zone[]> {
  if (query.length > MOST_ZONE) return [];
  const asked = simplify(query);
  const meant = asked === '' ? [own, 'UTC', ...COMMON_ZONES] : [...zonesOfAbbreviation(query), query];
  const found = asked === '' ? [] : await find(asked, language);
  return [...new Set([...meant.flatMap((name) => toNamedZone(name) ?? []), ...found])].slice(0, most);
}

/** Until the spoken names are ready, the database's are enough where a city is named: a few letters may stand for a country. */
async function find(asked: string, language: Language): Promise<readonly Zone[]> {
  const ready = named.get(language);
  if (ready) return search(asked, ready);
  const spoken = entriesIn(language);
  const found = unspoken().some(({ city }) => beginsWhole(city, asked)) ? search(asked, unspoken()) : [];
  return found.length > 0 ? found : search(asked, await spoken);
}

function search(asked: string, entries: readonly ZoneEntry[]): readonly Zone[] {
  const ranked = entries.map((entry) => ({ zone: entry.zone, rank: rankOf(asked, entry) }));
  return ranked
    .filter(({ rank }) => rank < NO_MATCH)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ zone }) => zone);
}

async function nameZones(languages: readonly Language[]): Promise<readonly ZoneEntry[]> {
  const countries = await countriesOfZones();
  const zones = listZones();
  const entries: ZoneEntry[] = [];
  for (let from = 0; from < zones.length; from += PIECE) {
    entries.push(...zones.slice(from, from + PIECE).map((one) => toEntry(one, languages, countries.get(one.zone))));
    await new Promise(setImmediate);
  }
  return entries;
}

function toEntry(
  { zone, older }: NamedZone,
  languages: readonly Language[],
  country: ZoneCountry | undefined,
): ZoneEntry {
  // The short one is the country's name where the country has one zone, else the city's.
  const spoken = languages
    .flatMap((language) => [nameIn(language, zone, 'longGeneric'), nameIn(language, zone, 'shortGeneric')])
    .concat(placesIn(zone))
    .map(simplify);
  const countryNames = country
    ? languages.flatMap((language) => namesOfCountry(country.region, language)).map(simplify)
    : [];
  return {
    zone,
    city: simplify(zone.slice(zone.lastIndexOf('/') + 1)),
    spoken,
    country: country && {
      names: [...countryNames, ...shortFormsOf(country.region).map(simplify)],
      place: country.place,
    },
    words: ` ${[zone, older ?? ''].map(simplify).concat(spoken, countryNames).join(' ')}`,
  };
}

function nameIn(language: Language, zone: Zone, style: 'longGeneric' | 'shortGeneric'): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: style }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** Letters and digits alone, in small letters and without accents, single spaces between. */
function simplify(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
