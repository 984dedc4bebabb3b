import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';

/** What a source map is made of, as rolldown gives it. */
interface SourceMap {
  readonly names: readonly string[];
  readonly sources: readonly string[];
  readonly mappings: string;
}

const BEYOND_ASCII = /[^\p{ASCII}]/gu;

/**
 * Writes every character beyond ASCII of a minified file as an escape, which strings, templates and patterns alike read as that
 * character: V8 keeps a file's text, and takes two bytes for each character of one that isn't Latin-1.
 * @param code without comments, and without tags that read the raw text of their templates
 * @param map `null` where there is none
 * @returns the code, and its map as JSON, which lacks the sources' text, which would be most of it
 */
export function toAscii(
  code: string,
  map: SourceMap | null,
): { readonly code: string; readonly map: string | undefined } {
  const lines = code.split('\n');
  return {
    code: lines.map((line) => line.replace(BEYOND_ASCII, escapeOf)).join('\n'),
    map: map === null ? undefined : shiftedMap(map, lines),
  };
}

function shiftedMap({ names, sources, mappings }: SourceMap, lines: readonly string[]): string {
  const shifted = decode(mappings).map((segments, number) => shiftedSegments(segments, lines[number] ?? ''));
  return JSON.stringify({ version: 3, names, sources, mappings: encode(shifted) });
}

/** Both the segments and the characters are in the order of their columns. */
function shiftedSegments(segments: readonly SourceMapSegment[], line: string): SourceMapSegment[] {
  const shifts = shiftsOf(line);
  let passed = 0;
  let by = 0;
  return segments.map((segment) => {
    for (let next = shifts[passed]; next && next.column < segment[0]; next = shifts[passed]) {
      by += next.by;
      passed += 1;
    }
    const [column, ...rest] = segment;
    return [column + by, ...rest] as SourceMapSegment;
  });
}

/** Each code unit by itself: not every pattern has the flag that `\u{…}` needs. */
function escapeOf(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/** By how many columns what comes after a character is farther right. */
function shiftsOf(line: string): readonly { readonly column: number; readonly by: number }[] {
  return [...line.matchAll(BEYOND_ASCII)].map(({ 0: character, index }) => ({
    column: index,
    by: escapeOf(character).length - character.length,
  }));
}
