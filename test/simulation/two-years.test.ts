import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Run } from './args.ts';
import { simulateInChild } from './child.ts';
import { describeFigures, describeMarks } from './describe.ts';
import { explain } from './explain.ts';

/** Two, since CI has two cores. */
const YEARS = 2;
const DAYS = 365;
/** Printed also when all is well: the seeds are other ones each time. */
const write = (line: string) => process.stdout.write(`${line}\n`);

test('two virtual years of seeds that were never tried hold', async ({ signal }) => {
  const first = randomInt(1_000_000_000 - YEARS);
  const runs = Array.from({ length: YEARS }, (_, n): Run => {
    return { seed: first + n, days: DAYS, plant: undefined, postgres: undefined };
  });
  write(`Two virtual years: seeds ${runs.map(({ seed }) => seed).join(' and ')}`);
  const startedAt = performance.now();
  const results = await Promise.all(runs.map(async (run) => ({ run, result: await simulateInChild(run, { signal }) })));
  write(`Two virtual years took ${Math.round((performance.now() - startedAt) / 1000)} s`);
  for (const { run, result } of results) {
    write(describeFigures(result));
    write(describeMarks(result.marks));
    const said = result.violation ? await explain(run, result.violation) : [];
    expect(result.violation, said.join('\n')).toBeUndefined();
    expect(result).toMatchObject({ doubled: 0, lost: 0 });
    expect(result.virtualDays).toBeGreaterThanOrEqual(DAYS);
  }
});
