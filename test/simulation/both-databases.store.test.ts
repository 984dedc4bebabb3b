import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { describePostgres } from '../store/engines.ts';
import { simulateInChild } from './child.ts';
import { BUSY_EVERY } from './kernel/pace.ts';

const DAYS = 4;
/** A child's connections, its statements and its start on a machine that is busy with other tests. */
const TIME_LIMIT_MS = 180_000;

describePostgres('a simulation', (newStore) => {
  test.each([BUSY_EVERY, randomInt(999_999_999)])(
    'of seed %i ends with the same trace and the same rows as on SQLite',
    async (seed) => {
      const store = await newStore();
      if (store.kind !== 'postgres') throw new Error('this compares Postgres with SQLite');
      const run = { seed, days: DAYS, plant: undefined };
      const embedded = await simulateInChild({ ...run, postgres: undefined });
      const served = await simulateInChild({ ...run, postgres: store.url });
      expect(served).toEqual(embedded);
    },
    TIME_LIMIT_MS,
  );
});
