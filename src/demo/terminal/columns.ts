/** Characters two terminal columns wide: emoji, and what East Asian Width calls wide. */
const WIDE =
  /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many terminal columns the text takes. */
export function columnsOf(text: string): number {
  return graphemesOf(text).reduce((sum, grapheme) => sum + widthOf(grapheme), 0);
}

/** A number with its thousands apart, in English. */
export function numberWords(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 20 });
}

/** Breaks text into lines of at most `width` columns, between words where possible. Line breaks in the text stay. */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

/** `text` with spaces before or after, to `width` columns; longer text is returned as it is. */
export function pad(text: string, width: number, side: 'left' | 'right'): string {
  const gap = ' '.repeat(Math.max(0, width - columnsOf(text)));
  return side === 'left' ? gap + text : text + gap;
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  const words = line.split(' ').flatMap((word) => chop(word, width));
  for (const [index, word] of words.entries()) {
    const taken = columnsOf(word);
    if (index === 0 || used + 1 + taken > width) {
      if (index > 0) lines.push(current);
      current = word;
      used = taken;
    } else {
      current += ` ${word}`;
      used += 1 + taken;
    }
  }
  return [...lines, current];
}

/** Pieces of a word that fit; a grapheme wider than `width` stands alone. */
function chop(word: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let current = '';
  let used = 0;
  for (const grapheme of graphemesOf(word)) {
    const taken = widthOf(grapheme);
    if (current !== '' && used + taken > width) {
      pieces.push(current);
      current = '';
      used = 0;
    }
    current += grapheme;
    used += taken;
  }
  return [...pieces, current];
}

function graphemesOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function widthOf(grapheme: string): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}]+$/u.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}
