import { expect, test } from 'vitest';
import type { Permit } from '../../../src/lookup/budget/rate-budget.ts';
import { withWaitNote } from '../../../src/lookup/budget/with-wait-note.ts';

test('a wait is noted from asking to the permit; one that is given up never ends', async () => {
  const noted: string[] = [];
  const permit: Permit = { release() {} };
  const given = Promise.withResolvers<Permit>();
  const answers = [given.promise, Promise.reject(new Error('given up'))];
  const budget = withWaitNote({ acquire: () => answers.shift() ?? given.promise }, () => {
    noted.push('asked');
    return () => noted.push('had');
  });
  const first = budget.acquire({ urgency: 'normal' });
  await expect(budget.acquire({ urgency: 'urgent' })).rejects.toThrow('given up');
  expect(noted).toEqual(['asked', 'asked']);
  given.resolve(permit);
  expect(await first).toBe(permit);
  expect(noted).toEqual(['asked', 'asked', 'had']);
});
