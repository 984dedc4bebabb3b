import { expect, test } from 'vitest';
import { createSlotWatch } from '../../../src/demo/page-server/slot-watch.ts';
import { createTime } from './demo-time.ts';

/** A watch of an app whose answers come when the test says so. */
function openWatch() {
  const asked: PromiseWithResolvers<number | undefined>[] = [];
  const changes: (number | undefined)[] = [];
  const nextSlotAt = () => {
    const one = Promise.withResolvers<number | undefined>();
    asked.push(one);
    return one.promise;
  };
  const watch = createSlotWatch({ ...createTime().time, nextSlotAt }, () => changes.push(watch.nextSlotAt()));
  return { asked, changes, watch };
}

test('changes while the app is asked lead to one more request after it, and only what is new is announced', async () => {
  const { asked, changes, watch } = openWatch();
  const all = [watch.refresh(), watch.refresh(), watch.refresh()];
  expect(asked).toHaveLength(1);
  asked[0]?.resolve(7);
  await expect.poll(() => asked.length).toBe(2);
  asked[1]?.resolve(7);
  await Promise.all(all);
  expect([asked.length, changes, watch.nextSlotAt()]).toEqual([2, [7], 7]);
});

test('an app that can’t say leaves no slot', async () => {
  const { asked, changes, watch } = openWatch();
  const first = watch.refresh();
  asked[0]?.resolve(7);
  await first;
  const second = watch.refresh();
  asked[1]?.reject(new Error('gone'));
  await second;
  expect([changes, watch.nextSlotAt()]).toEqual([[7, undefined], undefined]);
});
