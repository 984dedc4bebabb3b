import { expect, test } from 'vitest';
import { coalesce } from '../../../src/demo/page/coalesce.ts';

test('calls during a run make one more run after it, not one each', async () => {
  const started: PromiseWithResolvers<void>[] = [];
  const run = coalesce(() => {
    const one = Promise.withResolvers<void>();
    started.push(one);
    if (started.length > 1) one.resolve();
    return one.promise;
  });

  const calls = [run(), run(), run()];
  expect(started).toHaveLength(1);
  started[0]?.resolve();
  await Promise.all(calls);

  expect(started).toHaveLength(2);
});

test('a call after the end runs again', async () => {
  let runs = 0;
  const run = coalesce(async () => {
    runs += 1;
  });
  await run();
  await run();
  expect(runs).toBe(2);
});
