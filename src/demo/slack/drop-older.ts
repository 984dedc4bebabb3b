/** Takes every entry out that is from before this moment (Unix milliseconds). */
export function dropOlder(entries: Map<string, { readonly at: number }>, beforeMs: number): void {
  for (const [key, { at }] of entries) if (at < beforeMs) entries.delete(key);
}
