import { expect, test } from 'vitest';
import { createSourceClock } from '../../../src/lookup/budget/source-clock.ts';

test('a quick answer tells when a source decided, also of a late one that follows', () => {
  const clock = createSourceClock();
  // This clock is 5000 ms ahead of the source's.
  expect(clock.read({ askedAt: 10_000, answeredAt: 10_002, decidedAt: 5001 }).at).toBe(10_002);
  const late = clock.read({ askedAt: 11_000, answeredAt: 11_900, decidedAt: 6001 });
  expect(late.at).toBeCloseTo(11_002, 0);
  expect(late.unsureMs).toBeLessThan(3);
});

test('answers that all take long leave it unsure when it decided', () => {
  const clock = createSourceClock();
  expect(clock.read({ askedAt: 10_000, answeredAt: 10_400, decidedAt: 5200 })).toEqual({
    at: 10_400,
    unsureMs: 400,
    wasSetForward: false,
  });
  // Together with the next one it is sure again.
  expect(clock.read({ askedAt: 11_000, answeredAt: 11_400, decidedAt: 5810 }).unsureMs).toBeCloseTo(10, 0);
});

test('clocks that go apart slowly are followed', () => {
  const clock = createSourceClock();
  for (let hour = 0; hour < 100; hour += 1) {
    const at = hour * 3_600_000;
    const decision = clock.read({ askedAt: at, answeredAt: at + 2, decidedAt: at * 1.00005 });
    expect(decision.wasSetForward).toBe(false);
    expect(Math.abs(decision.at - at)).toBeLessThan(370);
  }
});

test('a source whose clock was set is believed from then on; only forward is said', () => {
  const clock = createSourceClock();
  clock.read({ askedAt: 10_000, answeredAt: 10_002, decidedAt: 5000 });
  const forward = clock.read({ askedAt: 11_000, answeredAt: 11_002, decidedAt: 66_000 });
  expect(forward).toEqual({ at: 11_002, unsureMs: 2, wasSetForward: true });
  const back = clock.read({ askedAt: 12_000, answeredAt: 12_002, decidedAt: 7000 });
  expect(back).toEqual({ at: 12_002, unsureMs: 2, wasSetForward: false });
});
