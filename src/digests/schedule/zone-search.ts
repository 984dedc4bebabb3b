import type { Language } from '../../followstats/languages.ts';
import { MOST_ZONE, type Zone } from './zone.ts';
import { COMMON_ZONES, zonesOfAbbreviation } from './zone-abbreviations.ts';
import { listZones, type NamedZone, toNamedZone } from './zone-names.ts';
import { placesIn } from './zone-places.ts';

/** Who looks for a zone. */
interface Searcher {
  /** Countries and cities are found by their names in this language, too. */
  readonly language: Language;
  /** The person's own zone, offered first while nothing is typed. */
  readonly zone: string;
}

/** A zone, and the texts in which a search looks for it, made by `simplify`. */
interface Entry {
  readonly zone: Zone;
  /** The last part of its name. */
  readonly city: string;
  /** What its clock is called in each language, and the places that go by it. */
  readonly spoken: readonly string[];
  /** All its names, with a space before each. */
  readonly words: string;
}

/** Naming all zones in one language takes some 100 ms, which would hold up everything else: so it is done once, in pieces. */
const PIECE = 10;

/** What is being named, and what is: a search doesn't wait for the first where the names of the database do. */
const naming = new Map<Language, Promise<readonly Entry[]>>();
const named = new Map<Language | 'none', readonly Entry[]>();

/** Makes the zones' spoken names in a language ready, so that a search for them needn't wait. */
export function prepareZoneSearch(language: Language): void {
  void entriesIn(language);
}

function entriesIn(language: Language): Promise<readonly Entry[]> {
  const entries = naming.get(language) ?? nameZones(language === 'en' ? ['en'] : ['en', language]);
  naming.set(language, entries);
  entries.then((ready) => named.set(language, ready));
  return entries;
}

/** The zones by the names of the database alone. */
function unspoken(): readonly Entry[] {
  const entries = named.get('none') ?? listZones().map((zone) => toEntry(zone, []));
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

/** Until the spoken names are ready, the database's are enough where they find something. */
async function find(asked: string, language: Language): Promise<readonly Zone[]> {
  const ready = named.get(language);
  if (ready) return search(asked, ready);
  const spoken = entriesIn(language);
  const found = search(asked, unspoken());
  return found.length > 0 ? found : search(asked, await spoken);
}

function search(asked: string, entries: readonly Entry[]): readonly Zone[] {
  const ranked = entries.map((entry) => ({ zone: entry.zone, rank: rankOf(asked, entry) }));
  return ranked
    .filter(({ rank }) => rank < NO_MATCH)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ zone }) => zone);
}

const NO_MATCH = 6;

/**
 * Names that begin with what was typed as whole words come before those that only begin so: India before Indianapolis. Among each,
 * a city comes first, then what is spoken of, the shortest name first: China before Hong Kong, China.
 */
function rankOf(asked: string, { city, spoken, words }: Entry): number {
  const begins = (name: string): boolean => name.startsWith(asked);
  const beginsWhole = (name: string): boolean => name === asked || name.startsWith(`${asked} `);
  if (beginsWhole(city)) return 0;
  if (spoken.some(beginsWhole)) return 1 + shortest(spoken.filter(beginsWhole));
  if (begins(city)) return 2;
  if (spoken.some(begins)) return 3 + shortest(spoken.filter(begins));
  if (words.includes(` ${asked}`)) return 4;
  return words.includes(asked) ? 5 : NO_MATCH;
}

/** Less than 1. */
const shortest = (names: readonly string[]): number => Math.min(...names.map(({ length }) => length)) / 1000;

async function nameZones(languages: readonly Language[]): Promise<readonly Entry[]> {
  const zones = listZones();
  const entries: Entry[] = [];
  for (let from = 0; from < zones.length; from += PIECE) {
    entries.push(...zones.slice(from, from + PIECE).map((one) => toEntry(one, languages)));
    await new Promise(setImmediate);
  }
  return entries;
}

function toEntry({ zone, older }: NamedZone, languages: readonly Language[]): Entry {
  // The short one is the country's name where the country has one zone, else the city's.
  const spoken = languages
    .flatMap((language) => [nameIn(language, zone, 'longGeneric'), nameIn(language, zone, 'shortGeneric')])
    .concat(placesIn(zone))
    .map(simplify);
  return {
    zone,
    city: simplify(zone.slice(zone.lastIndexOf('/') + 1)),
    spoken,
    words: ` ${[zone, older ?? ''].map(simplify).concat(spoken).join(' ')}`,
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
