import { expect, onTestFinished, test } from 'vitest';
import { openStage } from '../../src/demo/stage.ts';

test('an app that has ended holds nobody up who asks it, and its clock still goes', async () => {
  const stage = await openStage({ mode: 'http', onLog: () => {} });
  onTestFinished(() => stage.close());
  expect(await stage.app.nextSlot()).toBeUndefined();
  await stage.app.slotsSettled();
  await stage.app.stop();
  expect(await stage.app.ended).toBe(0);
  expect(await stage.app.nextSlot()).toBeUndefined();
  await stage.app.slotsSettled();
  await stage.time.move(3_600_000);
  expect(stage.time.clock.aheadMs()).toBe(3_600_000);
});
