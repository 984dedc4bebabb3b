const UNITS = { h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 } as const;

/**
 * Reads a moment of the past: `12h`, `7d`, `4w` ago, or a date such as `2026-11-25` or `2026-11-25T10:00Z`.
 * @returns Unix milliseconds; `undefined` for anything else
 * @param now Unix milliseconds
 */
export function readSince(text: string, now: number): number | undefined {
  const [, count, unit] = /^(\d{1,6})([hdw])$/.exec(text) ?? [];
  if (count && unit) return now - Number(count) * UNITS[unit as keyof typeof UNITS];
  const at = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
