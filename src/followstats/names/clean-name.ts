/** As much of a nickname as is shown, in characters as people count them. */
export const NAME_CHARACTERS = 40;

/** As much of one as is looked at, UTF-16 units; Chat itself takes 500 bytes. */
const MOST_UNITS = 2000;

/** Spaces of any kind, line breaks, and the blank of Braille, which looks like one. */
const SPACE = /[[\s\u0085\u2800]--[\ufeff]]/gv;
/** Control characters, characters that reorder or hide others (bidi, zero width, fillers, tags), and halves of surrogate pairs. */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]--[\ufe0e\ufe0f]]/gv;
/** Accents that would pile up over other lines, and those that would stand on what is not the name's. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
const LEADING_MARKS = /^[\p{M}\s]+/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
const CHARACTERS = new Intl.Segmenter();

/**
 * Makes a nickname, which is anybody's words, one short visible line: no control characters, nothing that reorders or hides text,
 * runs of space as one space, at most 40 characters, never cut within one.
 * @param raw as Chat gave it; of a longer one than Chat takes only the beginning is looked at
 * @returns `undefined` when nothing is left to see
 */
export function cleanName(raw: string): string | undefined {
  const head = wholeCharacters(raw);
  const line = head.replace(SPACE, ' ').replace(UNSEEN, '').replace(PILED_MARKS, '$1').replace(LEADING_MARKS, '');
  const name = cut(line.replace(/ +/g, ' ').trim());
  return VISIBLE.test(name) ? name : undefined;
}

/** The beginning that is looked at, without the character that it would be cut through. */
function wholeCharacters(raw: string): string {
  if (raw.length <= MOST_UNITS) return raw;
  return raw.slice(0, CHARACTERS.segment(raw.slice(0, MOST_UNITS)).containing(MOST_UNITS - 1)?.index);
}

function cut(name: string): string {
  const characters = [...CHARACTERS.segment(name)].map(({ segment }) => segment);
  if (characters.length <= NAME_CHARACTERS) return name;
  return `${characters
    .slice(0, NAME_CHARACTERS - 1)
    .join('')
    .trimEnd()}…`;
}
