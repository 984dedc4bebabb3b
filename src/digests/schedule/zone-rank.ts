import type { Zone } from './zone.ts';

/** A zone, and the texts in which a search looks for it, simplified: small letters, digits and single spaces. */
export interface ZoneEntry {
  readonly zone: Zone;
  /** The last part of its name. */
  readonly city: string;
  /** What its clock is called in each language, and the places that go by it. */
  readonly spoken: readonly string[];
  /** What its country is called, for short too, and its place among the zones of that. */
  readonly country: { readonly names: readonly string[]; readonly place: number } | undefined;
  /** All its names and its country's, with a space before each. */
  readonly words: string;
}

/** The rank of a zone that isn't meant. */
export const NO_MATCH = 7;

/** Up to so many letters are too often within a word that has nothing to do with them: `usa` is in Lusaka. */
const FEW_LETTERS = 3;
/** Scripts that put no spaces between words, and in which a word may be one letter. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * How well a zone fits what was typed, simplified: the lower, the better.
 *
 * What is called just what was typed comes first, of a country the zone by which most people live. Names that begin with it as
 * whole words come before those that only begin so: India before Indianapolis. Among each, a city comes first, then what is
 * spoken of, the shortest name first: China before Hong Kong, China.
 */
export function rankOf(asked: string, { city, spoken, country, words }: ZoneEntry): number {
  const { names = [], place = 0 } = country ?? {};
  if (city === asked) return 0;
  if (names.includes(asked)) return place / MOST_PLACES;
  if (beginsWhole(city, asked)) return 1;
  const nearest = (begins: (name: string, asked: string) => boolean): number =>
    Math.min(
      shortest(spoken.filter((name) => begins(name, asked))),
      shortest(names.filter((name) => begins(name, asked))) + place / MOST_PLACES / 1000,
    );
  const wholly = nearest(beginsWhole);
  if (wholly < 1) return 2 + wholly;
  if (city.startsWith(asked)) return 3;
  const partly = nearest((name) => name.startsWith(asked));
  if (partly < 1) return 4 + partly;
  if (words.includes(` ${asked}`)) return 5;
  const isPartOfWord = asked.length > FEW_LETTERS || UNSPACED.test(asked);
  return isPartOfWord && words.includes(asked) ? 6 : NO_MATCH;
}

/** No country has so many zones. */
const MOST_PLACES = 1000;

/** Whether a name begins with what was typed as whole words. */
export const beginsWhole = (name: string, asked: string): boolean => name === asked || name.startsWith(`${asked} `);

/** Less than 1; infinite where there is no name. */
const shortest = (names: readonly string[]): number => Math.min(...names.map(({ length }) => length)) / 1000;
