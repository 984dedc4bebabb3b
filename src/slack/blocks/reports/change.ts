import type { ReadRow, Row } from '../../../followstats/reports/report.ts';
import { isRead } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import type { Inline } from '../kit/inline.ts';
import type { Moments } from '../kit/moments.ts';
import { MISSING } from '../kit/table.ts';

/** How many followers more or fewer than at the baseline, negative when it fell; `undefined` without a baseline. */
export function changeOf({ lookup, baseline }: Row): number | undefined {
  return lookup.kind === 'found' && baseline ? lookup.followers - baseline.followers : undefined;
}

/** Writes changes: `+36`, `−12`, `0`, and `–` where there is nothing to compare with. */
export function createWriteChange({ locale }: Reader): (by: number | undefined) => string {
  const numbers = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  // A hyphen is as wide as no sign of a number, and some screen readers leave it out.
  return (by) => (by === undefined ? MISSING : numbers.format(by).replace('-', '−'));
}

/** Since when the changes of some rows are. */
export interface Since {
  /** A text for one reader; an instant where many read it, each in their own zone. */
  readonly at: Inline;
  /** Whether those of some rows began later. */
  readonly orLater: boolean;
}

/** The moment of a baseline, as its readers see it. @param moments `undefined` where many read it, each in their own zone */
export function sinceWhen(at: number, moments: Moments | undefined): Inline {
  return moments ? moments.since(at) : { time: at };
}

/** Since when the changes of these rows are; `undefined` when none has any. */
export function sinceOf(rows: readonly Row[], moments: Moments | undefined): Since | undefined {
  const instants = rows
    .filter((row): row is ReadRow => isRead(row))
    .flatMap(({ baseline }) => (baseline ? [baseline.readAt] : []));
  if (instants.length === 0) return undefined;
  const earliest = instants.reduce((least, one) => Math.min(least, one));
  const shown = new Set(instants.map((at) => moments?.since(at) ?? Math.floor(at / 60_000)));
  return { at: sinceWhen(earliest, moments), orLater: shown.size > 1 };
}
