import { describe, expect, test } from 'vitest';
import { simulateInChild } from '../child.ts';
import { BUSY_EVERY } from '../kernel/pace.ts';
import type { PlantedBug } from './bug.ts';
import { BUGS } from './bugs.ts';

/** What a bug may take to be found, whatever has become of its seed: a change of the app or of the simulation changes traces. */
const YEAR_DAYS = 365;
const OTHER_SEEDS_DAYS = 60;
const write = (line: string) => process.stdout.write(`${line}\n`);

/** Tries the bug's seed, then others. @returns the first violation; `undefined` when there is none in a virtual year */
async function find({ name, seed: first, days }: PlantedBug) {
  let left = YEAR_DAYS;
  for (let seed = first; left > 0; seed += BUSY_EVERY) {
    const run = {
      seed,
      days: Math.min(left, seed === first ? days : OTHER_SEEDS_DAYS),
      plant: name,
      postgres: undefined,
    };
    const { violation, virtualDays } = await simulateInChild(run);
    if (violation) {
      write(`${name}: seed ${seed}, day ${virtualDays}, “${violation.invariant}”`);
      return violation;
    }
    left -= run.days;
  }
  return undefined;
}

describe.concurrent('each bug that is planted is found within a virtual year', () => {
  test.each(BUGS)('$name: $about', async (bug) => {
    expect((await find(bug))?.invariant, 'by the invariant that is about it').toBe(bug.by);
  });
});
