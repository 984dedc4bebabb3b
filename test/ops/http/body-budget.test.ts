import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBodyBudget } from '../../../src/ops/http/body-budget.ts';

const MAX = 1000;

test('whatever bodies grow and end, those that are left never hold more than the limit', () => {
  const step = fc.record({ body: fc.nat(9), bytes: fc.integer({ min: 0, max: 2 * MAX }), ends: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const budget = createBodyBudget(MAX);
      const held = new Map<number, number>();
      const open = (body: number) =>
        budget.open(() => {
          // It gives way only when there is too much, and none that is left was larger.
          const dropped = held.get(body) ?? 0;
          const sizes = [...held.values()];
          expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeGreaterThan(MAX);
          expect(Math.max(...sizes)).toBe(dropped);
          held.delete(body);
        });
      const shares = new Map<number, ReturnType<typeof open>>();
      for (const { body, bytes, ends } of steps) {
        const share = held.has(body) ? shares.get(body) : undefined;
        const mine = share ?? open(body);
        shares.set(body, mine);
        if (ends) {
          mine.close();
          held.delete(body);
          continue;
        }
        held.set(body, bytes);
        expect(mine.resize(bytes)).toBe(held.has(body));
        expect([...held.values()].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MAX);
      }
    }),
  );
});

test('of equals the oldest gives way', () => {
  const budget = createBodyBudget(MAX);
  const dropped: string[] = [];
  const shares = ['first', 'second', 'third'].map((name) => budget.open(() => dropped.push(name)));
  expect(shares.map((share) => share.resize(400))).toEqual([true, true, true]);
  expect(dropped).toEqual(['first']);
});
