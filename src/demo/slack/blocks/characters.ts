const WORDS: ReadonlySet<string> = new Set(['text', 'caption', 'title', 'alt_text', 'fallback', 'label', 'name']);

/** Code points of all words that stand in some blocks, cells and labels of charts among them. */
export function charactersIn(value: unknown, name = ''): number {
  if (typeof value === 'string') return WORDS.has(name) ? [...value].length : 0;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [inner, content]) => sum + charactersIn(content, inner), 0);
}
