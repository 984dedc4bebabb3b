import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/store/open.ts';
import { openTcpGate } from '../../tcp-gate.ts';
import { ADMIN, accounts } from '../contracts/askers.ts';
import { describePostgres } from '../engines.ts';
import type { NewStore } from '../new-store.ts';

const VIEWER = { subject: { kind: 'everyone' }, role: 'viewer' } as const;
const LIST = 'team' as never;

const UNAVAILABLE = expect.objectContaining({ failure: { code: 'store_unavailable' } });

/** A store whose Postgres is behind a gate. */
async function openGated(newStore: NewStore) {
  const options = await newStore();
  if (options.kind !== 'postgres') throw new Error('only Postgres has a network before it');
  const gate = await openTcpGate(Number(new URL(options.url).port));
  onTestFinished(() => gate.close());
  const url = Object.assign(new URL(options.url), { port: String(gate.port) }).href;
  const store = await openStore({ kind: 'postgres', url });
  onTestFinished(async () => {
    gate.set('open');
    await store.close();
  });
  await store.grants.grant(VIEWER, ADMIN, { keepAnAdmin: false });
  await store.lists.create(LIST, accounts('alice'), ADMIN);
  return { store, gate, url };
}

describePostgres('a Postgres that hangs', (newStore) => {
  test('whoever waits for a read is told long before a change is given up', async () => {
    const { store, gate } = await openGated(newStore);
    await store.grants.all();
    gate.set('silent');
    let isGivenUp = false;
    const change = store.lists.add(LIST, accounts('bob'), ADMIN).catch(() => {
      isGivenUp = true;
    });
    await expect(store.grants.all()).rejects.toEqual(UNAVAILABLE);
    // Without a connection, and in SQL of our own.
    await expect(store.snapshots.before(accounts('alice'), Date.now())).rejects.toEqual(UNAVAILABLE);
    expect(isGivenUp).toBe(false);
    gate.set('open');
    await change;
    expect(await store.grants.all()).toHaveLength(1);
  });

  test('a connection that a network forgot is waited for once', async () => {
    const { store, gate } = await openGated(newStore);
    await store.grants.all();
    gate.forget();
    await expect(store.grants.all()).rejects.toThrow('no answer in time');
    expect(await store.grants.all()).toHaveLength(1);
    expect(await store.lists.read([LIST])).toHaveProperty('size', 1);
  });

  test('changes that wait for a lock keep no read waiting', async () => {
    const { store, url } = await openGated(newStore);
    const other = new pg.Client(url);
    other.on('error', () => {});
    await other.connect();
    await other.query("begin; update turns set taken_at = 0 where subject = 'lists'");
    const changes = Array.from({ length: 30 }, (_, n) => store.lists.create(`list-${n}` as never, [], ADMIN));
    expect(await store.grants.all()).toHaveLength(1);
    await other.query('commit');
    await other.end();
    await Promise.all(changes);
    expect(await store.lists.all()).toHaveLength(31);
  });
});
