import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFreshReading } from '../../../src/slack/home/fresh-reading.ts';

test('what each gets was read after they asked, and those who ask at once share it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 8 }), async (s, asks) => {
      let clock = 0;
      let readings = 0;
      const fresh = createFreshReading(async () => {
        readings += 1;
        const begunAt = clock;
        await s.schedule(Promise.resolve());
        return begunAt;
      });
      const old: number[] = [];
      for (let n = 0; n < asks; n += 1) {
        void s.schedule(Promise.resolve()).then(async () => {
          clock += 1;
          const askedAt = clock;
          if ((await fresh()) < askedAt) old.push(askedAt);
        });
      }
      await s.waitIdle();
      expect(old).toEqual([]);
      expect(readings).toBeLessThanOrEqual(asks);
    }),
  );
});

test('a reading that fails rejects for those it was for, and the next is made anew', async () => {
  let isAway = true;
  const fresh = createFreshReading(async () => {
    if (isAway) throw new Error('away');
    return 'there';
  });
  const [first, second] = [fresh(), fresh()];
  await expect(first).rejects.toThrow('away');
  await expect(second).rejects.toThrow('away');
  isAway = false;
  expect(await fresh()).toBe('there');
});
