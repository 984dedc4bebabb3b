import { DAY } from './faults/fault.ts';
import type { TraceLine } from './kernel/trace.ts';
import { MARKS, type Mark } from './marks.ts';
import type { Sums } from './runs.ts';
import type { SimulationResult } from './simulate.ts';

/** What came of one run, in one line. */
export function describeFigures(result: SimulationResult): string {
  const { seed, virtualDays, slots, kills, doubled, lost, traceHash, violation } = result;
  const end = violation ? `did not hold: ${violation.invariant}` : 'everything held';
  return `seed ${seed}: ${virtualDays} virtual days, ${slots} slots, ${kills} kills, ${doubled} doubled, ${lost} lost, trace ${traceHash}: ${end}`;
}

/** What came of several runs together, in one line. */
export function describeSums({ runs, virtualDays, slots, kills, doubled, lost }: Sums): string {
  const held = runs.filter(({ violation }) => !violation).length;
  return `${held} of ${runs.length} held: ${virtualDays} virtual days, ${slots} slots, ${kills} kills, ${doubled} doubled, ${lost} lost`;
}

/** Names the marks that no run reached, and what they mean. */
export function describeUnreached(marks: readonly Mark[]): readonly string[] {
  return marks.map((mark) => `No run reached the mark “${mark}”: ${MARKS[mark]}`);
}

/** How often each mark was reached, in one line. */
export function describeMarks(marks: SimulationResult['marks']): string {
  const reached = Object.entries(marks).filter(([, count]) => count > 0);
  return `marks: ${reached.map(([mark, count]) => `${mark} ${count}`).join(' · ')}`;
}

/** `12d 03:04:05.678  r1.4  run 1-… posted` */
export function toLine({ at, who, what }: TraceLine): string {
  const days = Math.floor(at / DAY);
  const time = new Date(at % DAY).toISOString().slice(11, 23);
  return `${String(days).padStart(4)}d ${time}  ${who.padEnd(8)} ${what}`;
}
