export const CRON_FIELDS = ['minute', 'hour', 'day of the month', 'month', 'weekday'] as const;
export type CronField = (typeof CRON_FIELDS)[number];

/**
 * Reads a minute or hour field: `*`, numbers, ranges and steps (`8-18/2`), separated by commas.
 * @param count 60 or 24: values go from 0 to one below
 * @returns its values in order, each once; `undefined` when it is wrong
 */
export function readClockField(text: string, count: number): readonly number[] | undefined {
  const parts = text.split(',').map((part) => readPart(part, count));
  if (parts.includes(undefined)) return undefined;
  return [...new Set(parts.flatMap((part) => part ?? []))].toSorted((a, b) => a - b);
}

function readPart(text: string, count: number): readonly number[] | undefined {
  const match = /^(?:(\*)|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(text);
  if (!match) return undefined;
  const [, all, first, last, every] = match;
  const from = all ? 0 : Number(first);
  const to = all ? count - 1 : Number(last ?? first);
  const step = Number(every ?? 1);
  // `5/10` means other things to other crons.
  const isOneWithStep = every !== undefined && !all && last === undefined;
  if (isOneWithStep || step === 0 || from > to || to >= count) return undefined;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, n) => from + n * step);
}
