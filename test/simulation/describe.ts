import type { TraceLine } from './kernel/trace.ts';
import type { SimulationResult } from './simulate.ts';

const DAY_MS = 86_400_000;
/** Lines of a timeline at most. */
const MOST = 60;
/** Lines right before a violation that are shown whatever they are about. */
const LAST = 12;

/** The result in lines for people: the figures, and what didn't hold with its timeline. */
export function describeResult(result: SimulationResult): readonly string[] {
  const { seed, virtualDays, slots, kills, traceHash, violation, marks } = result;
  const reached = Object.entries(marks).filter(([, count]) => count > 0);
  const figures = [
    `seed ${seed}: ${virtualDays} virtual days, ${slots} slots, ${kills} kills, trace ${traceHash}`,
    `marks: ${reached.map(([mark, count]) => `${mark} ${count}`).join(' · ')}`,
  ];
  return violation ? [...figures, ...describeViolation(result)] : [...figures, 'Everything held.'];
}

function describeViolation({ seed, violation, latest }: SimulationResult): readonly string[] {
  if (!violation) return [];
  const { invariant, what, at } = violation;
  return [
    '',
    `Did not hold: ${invariant}`,
    `  ${what}`,
    '',
    ...timeline(latest, violation.about).map(toLine),
    '',
    `Again: npm run simulate -- --seed ${seed} --days ${Math.ceil(at / DAY_MS)}`,
  ];
}

/** The shortest that explains it: what names the subject, deaths and faults since then, and the last lines. */
export function timeline(latest: readonly TraceLine[], about: readonly string[]): readonly TraceLine[] {
  const isAbout = ({ who, what }: TraceLine) => about.some((word) => what.includes(word) || who === word);
  const first = latest.findIndex(isAbout);
  const since = first < 0 ? [] : latest.slice(first);
  const isTold = (line: TraceLine, n: number) =>
    isAbout(line) || n >= since.length - LAST || /^(is killed|starts|begins|ends|is stopped|has ended)/.test(line.what);
  const told = first < 0 ? latest.slice(-LAST) : since.filter(isTold);
  return told.slice(-MOST);
}

/** `12d 03:04:05.678  r1.4  run 1-… posted` */
export function toLine({ at, who, what }: TraceLine): string {
  const days = Math.floor(at / DAY_MS);
  const time = new Date(at % DAY_MS).toISOString().slice(11, 23);
  return `${String(days).padStart(4)}d ${time}  ${who.padEnd(8)} ${what}`;
}
