import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { Run } from './args.ts';
import { simulateInChild } from './child.ts';

const DAYS = 10;

/** Keeps as many cores busy as there may be. */
function keepBusy(): void {
  for (let n = 0; n < 2; n += 1) {
    const busy = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
    onTestFinished(() => void busy.kill('SIGKILL'));
  }
}

test('a seed gives the same trace and the same tables again, also on a busy machine', async ({ signal }) => {
  const run: Run = { seed: randomInt(999_999_999), days: DAYS, plant: undefined, postgres: undefined };
  const first = await simulateInChild(run, { signal });
  keepBusy();
  const second = await simulateInChild(run, { signal });
  expect(second, `seed ${run.seed}`).toEqual(first);
  const other = await simulateInChild({ ...run, seed: run.seed + 1, days: 1 }, { signal });
  expect(other.traceHash).not.toBe(first.traceHash);
});
