import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Run } from './args.ts';
import { simulateInChild } from './child.ts';
import { describeFigures, describeMarks } from './describe.ts';
import { explain } from './explain.ts';
import { BUSY_EVERY } from './kernel/pace.ts';

const YEAR_DAYS = 365;
/** A busy day costs as much as a week of the others. */
const BUSY_DAYS = 30;
/** Printed also when all is well: the seeds are other ones each time. */
const write = (line: string) => process.stdout.write(`${line}\n`);

test('two virtual years of seeds that were never tried hold, and a month of a busy world', async ({ signal }) => {
  const busy = BUSY_EVERY * randomInt(1, 1_000_000);
  const toRun = (seed: number, days: number): Run => ({ seed, days, plant: undefined, postgres: undefined });
  const years = [toRun(busy + 1, YEAR_DAYS), toRun(busy + 2, YEAR_DAYS)];
  write(`Two virtual years and a busy month: seeds ${busy + 1}, ${busy + 2} and ${busy}`);
  const startedAt = performance.now();
  // Two at once, since CI has two cores.
  const results = await Promise.all(years.map((run) => simulateInChild(run, { signal })));
  write(`Two virtual years took ${Math.round((performance.now() - startedAt) / 1000)} s`);
  const month = toRun(busy, BUSY_DAYS);
  results.push(await simulateInChild(month, { signal }));
  for (const [n, run] of [...years, month].entries()) {
    const result = results[n] as (typeof results)[number];
    write(describeFigures(result));
    write(describeMarks(result.marks));
    const said = result.violation ? await explain(run, result.violation) : [];
    expect(result.violation, said.join('\n')).toBeUndefined();
    expect(result).toMatchObject({ doubled: 0, lost: 0 });
    expect(result.virtualDays).toBeGreaterThanOrEqual(run.days);
  }
});
