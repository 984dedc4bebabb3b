import distance from 'damerau-levenshtein';

/**
 * The name that a mistyped word was most likely meant to be: the fewest typos away (letters missing, extra, wrong, or two
 * swapped), and at most `mostTypos`. Of equally near ones the first.
 */
export function nearest<Name extends string>(
  word: string,
  names: readonly Name[],
  mostTypos: number,
): Name | undefined {
  let best: { readonly name: Name; readonly typos: number } | undefined;
  for (const name of names) {
    const typos = distance(word, name).steps;
    if (typos <= mostTypos && typos < (best?.typos ?? Number.POSITIVE_INFINITY)) best = { name, typos };
  }
  return best?.name;
}
