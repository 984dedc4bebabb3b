import { expect, test } from 'vitest';
import { createOpenWork } from '../../../src/followstats/commands/open-work.ts';

test('it is settled when everything has ended, failed or begun meanwhile included', async () => {
  const work = createOpenWork();
  const order: string[] = [];
  const first = Promise.withResolvers<string>();
  const second = Promise.withResolvers<never>();
  const start = work.tracked((which: Promise<unknown>) => which);
  void start(first.promise);
  const settled = work.settled().then(() => order.push('settled'));
  const failing = start(second.promise).catch((error: Error) => order.push(error.message));
  first.resolve('done');
  await first.promise;
  order.push('first');
  second.reject(new Error('second'));
  await Promise.all([settled, failing]);
  expect(order).toEqual(['first', 'second', 'settled']);
});

test('with nothing under way it is settled at once', async () => {
  await expect(createOpenWork().settled()).resolves.toBeUndefined();
});
