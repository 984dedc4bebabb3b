import { timeSchedules, timeTypedInput } from '../soak/typed-input.ts';
import { createSeededRandom } from './seeded-random.ts';

const TIME_MS = 200;

/** How time grows with what a person types, and what reading a schedule takes. @returns lines to print */
export function benchTyped(): readonly string[] {
  // This thread's own time: whatever else the machine does is left out.
  const now = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const times = timeTypedInput({ random: createSeededRandom(14), now, timeMs: TIME_MS }).map(
    ({ kind, size, ms, ratio }) =>
      `  ${kind.padEnd(32)} ${String(size).padStart(9)} ${ms.toFixed(2).padStart(9)} ms   × ${ratio.toFixed(1)} for twice as much`,
  );
  const schedules = [...timeSchedules({ now })].map(
    ([line, ms]) => `  schedule ${line.padEnd(33)} ${ms.toFixed(2).padStart(9)} ms`,
  );
  return [...times, ...schedules];
}
