import { expect, test } from 'vitest';
import { soakMixedLoad } from './mixed-load.ts';

/** A process is started for real; `npm run soak` has it work for half an hour, and judges its memory, too. */
const TIME_LIMIT_MS = 60_000;

test(
  'a few seconds of everything at once: all that was acknowledged is answered, within Chat’s budget',
  async () => {
    const report = await soakMixedLoad({ minutes: 0.1, callsPerSecond: 20 });
    expect(report).toMatchObject({ unanswered: [], refused: 0, tooMany: 0, webhooksLost: 0 });
    expect(report.acknowledged).toBeGreaterThan(10);
    expect(report.calls).toBeGreaterThan(10);
    expect(report.endMb).toBeGreaterThan(30);
  },
  TIME_LIMIT_MS,
);
