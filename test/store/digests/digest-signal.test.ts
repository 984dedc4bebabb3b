import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import type { Store, StoreOptions } from '../../../src/store/open.ts';
import { ADMIN } from '../contracts/askers.ts';
import { claimOne, daily, hourly, LEASE, readings, setClock } from '../contracts/digest-scene.ts';
import { administer, describeEngines, describePostgres } from '../engines.ts';
import { openNew } from '../new-store.ts';

/** Each call can be waited for, also when it came before. */
function ears({ onDigestsChanged }: Store) {
  const events = new EventTarget();
  const heard = { count: 0 };
  const end = onDigestsChanged(() => {
    heard.count += 1;
    events.dispatchEvent(new Event('heard'));
  });
  onTestFinished(end);
  return {
    heard,
    end,
    async more(than: number) {
      while (heard.count <= than) await once(events, 'heard');
    },
  };
}

describeEngines('digests that change', (newStore) => {
  test('what brings a slot nearer is heard at once, and nothing after the end', async () => {
    const clock = setClock();
    const store = await openNew(newStore, clock.read);
    const { digests, runs } = store;
    let heard = 0;
    const end = store.onDigestsChanged(() => {
      heard += 1;
    });
    const isHeard = async (change: Promise<unknown>) => {
      const before = heard;
      await change;
      return heard > before;
    };
    const { id } = await digests.create(daily, ADMIN);
    expect(heard).toBeGreaterThan(0);
    expect(await isHeard(digests.edit(id, hourly, ADMIN))).toBe(true);
    await digests.pause(id, 'by-person', ADMIN);
    expect(await isHeard(digests.resume(id, ADMIN))).toBe(true);
    expect(await isHeard(runs.ask(id, ADMIN))).toBe(true);
    const claim = await claimOne(store);
    await runs.startPosting(claim, readings, LEASE);
    await runs.finish(claim, { state: 'unknown', reason: 'no-answer' });
    expect(await isHeard(runs.postAgain(claim.run.id))).toBe(true);
    end();
    expect(await isHeard(runs.ask(id, ADMIN))).toBe(false);
  });
});

describePostgres('replicas', (newStore) => {
  async function openTwo() {
    const options = (await newStore()) as Extract<StoreOptions, { kind: 'postgres' }>;
    const [one, two] = [await openNew(async () => options), await openNew(async () => options)];
    return { one, ears: ears(two), database: new URL(options.url).pathname.slice(1) };
  }

  test('one hears of a digest that another made', async () => {
    const { one, ears: two } = await openTwo();
    // Listening begins with a call, since something may have been said before.
    await two.more(0);
    const { count } = two.heard;
    await one.digests.create(daily, ADMIN);
    await two.more(count);
    two.end();
    expect(two.heard.count).toBe(count + 1);
  });

  test('one whose connection is cut listens again', async () => {
    const { one, ears: two, database } = await openTwo();
    await two.more(0);
    const { count } = two.heard;
    await administer(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'followstats listener' and datname = '${database}'`,
    );
    await two.more(count);
    await one.digests.create(daily, ADMIN);
    await two.more(count + 1);
  });

  test('a store that is closed while it begins to listen is closed at once, and calls no listener', async () => {
    const store = await openNew(newStore);
    let heard = 0;
    store.onDigestsChanged(() => {
      heard += 1;
    });
    await store.close();
    expect(heard).toBe(0);
  });
});
