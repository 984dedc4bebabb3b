import { expect, test } from 'vitest';
import { createSparingLog } from '../../../src/slack/connection/sparing-log.ts';

test('one line at once, then one in each interval, with the number of those left out', () => {
  let now = 0;
  const lines: unknown[] = [];
  const log = createSparingLog({ write: (...line) => lines.push(line), everyMs: 100, now: () => now });
  for (const at of [0, 1, 99, 100, 150, 350]) {
    now = at;
    log(`at ${at}`);
  }
  expect(lines).toEqual([
    ['at 0', 0],
    ['at 100', 2],
    ['at 350', 1],
  ]);
});
