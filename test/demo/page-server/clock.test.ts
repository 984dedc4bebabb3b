import { expect, test } from 'vitest';
import { createDemoClock } from '../../../src/demo/clock.ts';
import { createDemoTime } from '../../../src/demo/slot-stops.ts';
import { openPage } from './open-page.ts';

const timeWithoutSlots = () =>
  createDemoTime({ clock: createDemoClock(), app: { nextSlot: async () => undefined, slotsSettled: async () => {} } });

test('the clock is moved forward, and the page shows how far it is ahead', async () => {
  const { post, state } = await openPage({ time: timeWithoutSlots() });
  expect((await state()).clockAheadMs).toBe(0);
  expect(await post('/demo/clock', { byMs: 3_600_000 })).toEqual({ status: 200, json: { aheadMs: 3_600_000 } });
  expect((await state()).clockAheadMs).toBe(3_600_000);
});

test.each([[-1], [0], [1.5], ['1'], [400 * 86_400_000]])('it is not moved by %j', async (byMs) => {
  const { post, state } = await openPage({ time: timeWithoutSlots() });
  expect((await post('/demo/clock', { byMs })).status).toBe(400);
  expect((await state()).clockAheadMs).toBe(0);
});

test('a demo without a clock has none to move', async () => {
  const { post, state } = await openPage();
  expect((await state()).clockAheadMs).toBeNull();
  expect((await post('/demo/clock', { byMs: 1 })).json).toEqual({ error: 'This demo has no clock to move.' });
});
