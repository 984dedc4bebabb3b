import { expect, onTestFinished, test } from 'vitest';
import { openDatabase, openStore, type StoreOptions } from '../../../src/store/open.ts';

export function learnedBurstsContract(newStore: () => Promise<StoreOptions>): void {
  test('a burst is kept by its command’s name, over a restart, until another takes its place', async () => {
    const options = await newStore();
    const { learnedBursts, close } = await openStore(options);
    expect(await learnedBursts.read('follow_get_info')).toBeUndefined();
    await learnedBursts.keep('follow_get_info', 100);
    await learnedBursts.keep('follow_get', 7);
    await learnedBursts.keep('follow_get_info', 160);
    await close();
    const again = await openStore(options);
    onTestFinished(() => again.close());
    expect(await again.learnedBursts.read('follow_get_info')).toBe(160);
    expect(await again.learnedBursts.read('follow_get')).toBe(7);
    expect(await again.learnedBursts.read('follow_check')).toBeUndefined();
  });

  test('of many that keep one at once, the last to write wins and none fails', async () => {
    const { learnedBursts, close } = await openStore(await newStore());
    onTestFinished(close);
    const bursts = Array.from({ length: 20 }, (_, n) => n + 1);
    await Promise.all(bursts.map((calls) => learnedBursts.keep('follow_get_info', calls)));
    expect(bursts).toContain(await learnedBursts.read('follow_get_info'));
  });

  test.each([0, -1, 10_001, 2 ** 40])('a row of %j calls is as good as none', async (calls) => {
    const options = await newStore();
    const { db, close } = await openDatabase(options);
    await db.insertInto('learned_bursts').values({ command: 'follow_get_info', calls }).execute();
    await close();
    const store = await openStore(options);
    onTestFinished(() => store.close());
    expect(await store.learnedBursts.read('follow_get_info')).toBeUndefined();
  });
}
