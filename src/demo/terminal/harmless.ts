/**
 * Everything a terminal obeys instead of showing: control characters (ESC and the C1 range among them), invisible format
 * characters such as bidi overrides, line and paragraph separators, and halves of surrogate pairs. Line breaks stay, and
 * the two joiners, without which emoji and some scripts fall apart.
 */
const OBEYED = /(?![\n\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text that can't move the cursor, colour, ring, rename the window or reorder what is read. What was removed shows as `�`. */
export function harmless(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\t', ' ').replace(OBEYED, '\uFFFD');
}

/** The same for every string inside a JSON value. */
export function harmlessDeep(value: unknown): unknown {
  if (typeof value === 'string') return harmless(value);
  if (Array.isArray(value)) return value.map(harmlessDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, harmlessDeep(inner)]));
}
