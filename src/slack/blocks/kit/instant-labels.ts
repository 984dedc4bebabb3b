import type { Reader } from '../../words/reader.ts';
import { formatOf } from './instant.ts';
import { LIMITS } from './limits.ts';

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** From short to exact: days of two years may have the same day and month, and a day with a clock change may hold two instants. */
const DAYS: readonly Intl.DateTimeFormatOptions[] = [
  { day: 'numeric', month: 'short' },
  { day: 'numeric', month: 'short', year: 'numeric' },
  { day: 'numeric', month: 'numeric', year: 'numeric' },
  { day: 'numeric', month: 'numeric', ...CLOCK },
];
/** Days as far apart as this look as if they were one after the other, where no year stands beside them. */
const A_YEAR = 330 * 86_400_000;
const TIMES: readonly Intl.DateTimeFormatOptions[] = [CLOCK];

/**
 * Instants as labels of a chart, on the reader's clocks: days, or times of less than a day. The first form in which they differ and
 * each has room for.
 */
export function labelInstants(reader: Reader, instants: readonly number[], unit: 'day' | 'minute'): readonly string[] {
  const [first = 0, last = first] = [instants.at(0), instants.at(-1)];
  const days = last - first < A_YEAR ? DAYS : DAYS.slice(1);
  let labels: readonly string[] = [];
  for (const options of unit === 'day' ? days : TIMES) {
    labels = instants.map((instant) => formatOf(reader, options).format(instant));
    const isFine = new Set(labels).size === labels.length && labels.every(({ length }) => length <= LIMITS.chartLabel);
    if (isFine) break;
  }
  return labels;
}
