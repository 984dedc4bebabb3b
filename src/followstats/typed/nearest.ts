import distance from 'damerau-levenshtein';

/** Longer ones are never compared: a comparison takes time and memory in proportion to both lengths multiplied. */
const MOST_BYTES = 32;

/**
 * The name that a mistyped word was most likely meant to be: the fewest typos away (letters missing, extra, wrong, or two
 * swapped), and at most `mostTypos`. Of equally near ones the first. A word over 32 bytes is near none, and a name that
 * long is near no word.
 */
export function nearest<Name extends string>(
  word: string,
  names: readonly Name[],
  mostTypos: number,
): Name | undefined {
  if (!isComparable(word)) return undefined;
  let best: { readonly name: Name; readonly typos: number } | undefined;
  for (const name of names) {
    // Each typo makes a word one letter longer or shorter at most.
    if (Math.abs(name.length - word.length) > mostTypos || !isComparable(name)) continue;
    const typos = name === word ? 0 : distance(word, name).steps;
    if (typos <= mostTypos && typos < (best?.typos ?? Number.POSITIVE_INFINITY)) best = { name, typos };
  }
  return best?.name;
}

const isComparable = (text: string): boolean => text.length <= MOST_BYTES && Buffer.byteLength(text) <= MOST_BYTES;
