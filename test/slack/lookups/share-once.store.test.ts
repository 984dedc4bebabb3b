import { expect, test } from 'vitest';
import { BUTTONS_MS } from '../../../src/slack/conversation/button-values.ts';
import { createShareOnce } from '../../../src/slack/lookups/share-once.ts';
import { openStore } from '../../../src/store/open.ts';
import { describeEngines, describePostgres } from '../../store/engines.ts';
import { openNew } from '../../store/new-store.ts';

describeEngines('an answer to share', (newStore) => {
  test('is claimed by one of many presses at once, and by none after that while its button works', async () => {
    let now = 1_700_000_000_000;
    const { expiringValues } = await openNew(newStore, () => now);
    const shareOnce = createShareOnce(expiringValues);
    const claims = await Promise.all(Array.from({ length: 10 }, () => shareOnce.claim('a')));
    expect(claims.filter((earlier) => earlier === undefined)).toHaveLength(1);
    now += BUTTONS_MS - 1;
    expect(await shareOnce.claim('a')).toBe('pressed');
    expect(await shareOnce.claim('b')).toBeUndefined();
  });

  test('is known to be shared, or may be shared again', async () => {
    const { expiringValues } = await openNew(newStore);
    const shareOnce = createShareOnce(expiringValues);
    await shareOnce.claim('a');
    await shareOnce.release('a');
    expect(await shareOnce.claim('a')).toBeUndefined();
    await shareOnce.confirm('a');
    expect(await shareOnce.claim('a')).toBe('shared');
  });
});

describePostgres('three replicas', (newStore) => {
  test('claim an answer once among them', async () => {
    const options = await newStore();
    const stores = await Promise.all([1, 2, 3].map(() => openStore(options)));
    const presses = Array.from({ length: 12 }, (_, n) => stores[n % 3]);
    const claims = await Promise.all(presses.map((store) => store && createShareOnce(store.expiringValues).claim('a')));
    await Promise.all(stores.map((store) => store.close()));
    expect(claims.filter((earlier) => earlier === undefined)).toHaveLength(1);
  });
});
