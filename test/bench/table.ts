import type { Target } from './workload.ts';

/** One line of the table. `scores` in the order of the columns: ours, floor, DataLoader. */
export interface Row {
  readonly measure: string;
  readonly target: Target;
  readonly scores: readonly (number | undefined)[];
}

const WIDTHS = [34, 11, 13, 9, 10];

/** The heading over all rows. */
export function renderHeading(): string {
  return renderCells(['', 'ours', 'must reach', 'floor', 'DataLoader']);
}

/** A workload's title with its rows; ✓ and ✗ say of ours whether it reaches what it must. */
export function renderRows(title: string, rows: readonly Row[]): string {
  const lines = rows.map(({ measure, target, scores }) => {
    const [ours, ...others] = scores.map((score) => renderScore(score, target.digits));
    const mark = markOf(target, scores[0]);
    return renderCells([`  ${measure}`, `${ours} ${mark}`, renderTarget(target), ...others]);
  });
  return [title, ...lines].join('\n');
}

function renderCells([first = '', ...cells]: readonly (string | undefined)[]): string {
  const aligned = cells.map((cell, n) => (cell ?? '').padStart(WIDTHS[n + 1] ?? 0));
  return [first.padEnd(WIDTHS[0] ?? 0), ...aligned].join(' ');
}

function renderScore(score: number | undefined, digits: number): string {
  return score === undefined || Number.isNaN(score) ? '–' : score.toFixed(digits);
}

function renderTarget({ most, least, digits }: Target): string {
  if (most !== undefined) return `≤ ${most.toFixed(digits)}`;
  return least === undefined ? '' : `≥ ${least.toFixed(digits)}`;
}

function markOf({ most, least }: Target, score: number | undefined): string {
  if (score === undefined || (most === undefined && least === undefined)) return ' ';
  const isReached = (most === undefined || score <= most) && (least === undefined || score >= least);
  return isReached ? '✓' : '✗';
}
