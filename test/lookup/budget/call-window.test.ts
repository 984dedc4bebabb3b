import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRateWindow } from '../../../src/lookup/budget/call-window.ts';

test('a call counts from its sending until one window after its answer', () => {
  const window = createRateWindow(1000);
  expect(window.used(0)).toBe(0);
  window.sent();
  expect(window.used(0)).toBe(1);
  expect(window.used(60_000)).toBe(1);
  expect(window.nextFreeAt(60_000)).toBeUndefined();
  window.answered(60_030);
  expect(window.nextFreeAt(60_030)).toBe(61_030);
  expect(window.used(61_029)).toBe(1);
  expect(window.used(61_030)).toBe(0);
  expect(window.nextFreeAt(61_030)).toBeUndefined();
});

test('a call that was never made counts no longer', () => {
  const window = createRateWindow(1000);
  window.sent();
  window.unsent();
  expect(window.used(0)).toBe(0);
});

test('over thousands of calls, it counts what may lie in the window and nothing else', () => {
  const step = fc.record({ afterMs: fc.nat(400), answers: fc.nat(40), sends: fc.nat(40) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 100, maxLength: 200 }), (steps) => {
      const window = createRateWindow(1000);
      const answeredAt: number[] = [];
      let unanswered = 0;
      let now = 0;
      for (const { afterMs, answers, sends } of steps) {
        now += afterMs;
        for (let n = 0; n < sends; n += 1) window.sent();
        unanswered += sends;
        for (let n = Math.min(answers, unanswered); n > 0; n -= 1) {
          window.answered(now);
          answeredAt.push(now);
          unanswered -= 1;
        }
        const kept = answeredAt.filter((at) => at > now - 1000);
        expect(window.used(now)).toBe(unanswered + kept.length);
        expect(window.nextFreeAt(now)).toBe(kept[0] === undefined ? undefined : kept[0] + 1000);
      }
    }),
    { numRuns: 30 },
  );
});
