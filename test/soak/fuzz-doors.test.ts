import { expect, test } from 'vitest';
import { fuzzDoors } from './fuzz-doors.ts';

/** A process and its answers are real; `npm run bench -- fuzz` sends 20,000 to each door. */
const TIME_LIMIT_MS = 120_000;

test(
  'whatever comes in at a door, the app goes on, acknowledges it, and answers the person who waits',
  async () => {
    const reports = await Array.fromAsync(fuzzDoors({ inputs: 120, seed: 3 }));
    expect(reports.flatMap(({ door, failures }) => failures.map((failure) => `${door}: ${failure}`))).toEqual([]);
    expect(reports.map(({ inputs }) => inputs)).toEqual(reports.map(() => 120));
  },
  TIME_LIMIT_MS,
);
