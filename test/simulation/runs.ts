import { availableParallelism } from 'node:os';
import type { Run } from './args.ts';
import { simulateInChild } from './child.ts';
import { MARKS, type Mark } from './marks.ts';
import type { SimulationResult } from './simulate.ts';

/** What came of several runs together. */
export interface Sums extends Pick<SimulationResult, 'virtualDays' | 'slots' | 'kills' | 'doubled' | 'lost' | 'marks'> {
  /** In the order of their seeds. */
  readonly runs: readonly SimulationResult[];
}

/**
 * Does runs with the seeds from that of `first` on, each in a process of its own, as many at once as there are cores.
 * @param onResult called as each ends
 * Rejects when one ends without a result.
 */
export async function simulateMany(
  first: Run,
  count: number,
  onResult: (run: Run, result: SimulationResult) => Promise<void>,
): Promise<Sums> {
  const runs = Array.from({ length: count }, (_, n) => ({ ...first, seed: first.seed + n }));
  const results: SimulationResult[] = [];
  const left = [...runs.entries()];
  const failed = new AbortController();
  async function work(): Promise<void> {
    for (let next = left.shift(); next; next = left.shift()) {
      const [n, run] = next;
      const result = await simulateInChild(run, { signal: failed.signal });
      results[n] = result;
      await onResult(run, result);
    }
  }
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, work));
  } finally {
    failed.abort();
  }
  return sum(results);
}

/** The marks that weren't reached. */
export function unreachedOf(marks: SimulationResult['marks']): readonly Mark[] {
  return (Object.keys(MARKS) as Mark[]).filter((mark) => marks[mark] === 0);
}

function sum(runs: readonly SimulationResult[]): Sums {
  const total = (of: (run: SimulationResult) => number) => runs.reduce((sofar, run) => sofar + of(run), 0);
  const marks = Object.keys(MARKS) as Mark[];
  return {
    virtualDays: Math.round(total(({ virtualDays }) => virtualDays) * 100) / 100,
    slots: total(({ slots }) => slots),
    kills: total(({ kills }) => kills),
    doubled: total(({ doubled }) => doubled),
    lost: total(({ lost }) => lost),
    marks: Object.fromEntries(marks.map((mark) => [mark, total((run) => run.marks[mark])])) as Sums['marks'],
    runs,
  };
}
