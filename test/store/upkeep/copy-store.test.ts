import { expect, onTestFinished, test } from 'vitest';
import type { Claim } from '../../../src/digests/run-ports.ts';
import type { DigestId } from '../../../src/digests/types.ts';
import type { AlertClaim, HeldWatch } from '../../../src/digests/watches/ports.ts';
import type { WatchId } from '../../../src/digests/watches/types.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { openDatabase, openStore, type Store, type StoreOptions } from '../../../src/store/open.ts';
import { COPIED, copyStore, LEFT } from '../../../src/store/upkeep/copy-store.ts';
import { ADMIN, accounts } from '../contracts/askers.ts';
import { daily, LEASE, POST, readings } from '../contracts/digest-scene.ts';
import { describePostgres } from '../engines.ts';
import { openNew, temporaryFolder } from '../new-store.ts';

type Sqlite = Extract<StoreOptions, { kind: 'sqlite' }>;
type Postgres = Extract<StoreOptions, { kind: 'postgres' }>;

const TEAM = 'team' as never;
const DELETED = '2' as DigestId;
const many = (count: number) => accounts(...Array.from({ length: count }, (_, n) => `a${n}`));

const WATCH = '1' as WatchId;

/** A watch of two accounts, of which it has told once. */
async function fillWatches({ watches, alerts }: Store): Promise<void> {
  const rule = { kind: 'reaches', followers: 10 } as const;
  await watches.create({ rule, channelId: 'C0TEAM', accounts: many(2), lists: [TEAM] }, ADMIN, new Map());
  const [held] = await watches.claim(1, LEASE);
  const state = { isArmed: false, metAt: 5, from: { followers: 9, at: 1 }, latest: { followers: 10, at: 5 } };
  const [account] = many(1);
  await watches.finish(held as HeldWatch, {
    states: new Map(many(2).map((one) => [one, state])),
    met: new Map([[account as AccountId, { followers: 10, from: state.from, at: 5 }]]),
  });
  const [claim] = await alerts.claim(1, LEASE);
  await alerts.join(claim as AlertClaim, undefined);
  await alerts.startPosting(claim as AlertClaim, new Map(), LEASE);
  await alerts.finish(claim as AlertClaim, { state: 'posted', reason: undefined, post: POST });
}

/** A closed store that holds some of everything. */
async function filled(): Promise<Sqlite> {
  const options: Sqlite = { kind: 'sqlite', folder: temporaryFolder() };
  const store = await openStore(options);
  const { grants, links, lists, digests, runs, audit, snapshots, expiringValues, homes, events, hearing, close } =
    store;
  await grants.grant({ subject: { kind: 'everyone' }, role: 'viewer' }, ADMIN, { keepAnAdmin: false });
  await links.link('U1', 'alice' as AccountId, ADMIN);
  await lists.create(TEAM, many(1000), ADMIN);
  const details = { why: 'it’s "quoted", 它' };
  await audit.append([{ action: 'help', actor: 'U1', channelId: 'C1', outcome: 'allowed', details }]);
  await snapshots.record(
    new Map(many(1500).map((account, n) => [account, { followers: n, following: 1, mutual: 0, readAt: 1 + n }])),
  );
  await expiringValues.add('kept', 'lookup alice', 86_400_000);
  await homes.open('U1', 'D1');
  await homes.turn('U1', 'lists=1');
  const alice = 'alice' as AccountId;
  await events.record([{ kind: 'follow', follower: 'bob' as AccountId, account: alice, at: 5 }]);
  await hearing.keep('one', { kind: 'hearing', since: 1, until: 9, events: 0 });
  await digests.create(daily, ADMIN);
  const digest = await digests.create(daily, ADMIN);
  for (let n = 0; n < 3; n += 1) await runs.ask(digest.id, ADMIN);
  const [claim] = await runs.claim(1, LEASE);
  await runs.startPosting(claim as Claim, readings, LEASE);
  await runs.finish(claim as Claim, { state: 'posted', reason: undefined, post: POST });
  await digests.delete(digest.id, ADMIN);
  await store.joiningCurves.keep(alice, { readAt: 9000, since: [5000] });
  await fillWatches(store);
  await close();
  return options;
}

async function contents(options: StoreOptions) {
  const store = await openStore(options);
  const { grants, links, lists, digests, runs, audit, snapshots, expiringValues, homes, events, hearing, close } =
    store;
  const found = {
    grants: await grants.all(),
    links: await links.all(),
    expiring: await expiringValues.get('kept'),
    home: await homes.read('U1'),
    lists: await lists.read([TEAM]),
    digests: await digests.all(),
    runs: await runs.log(DELETED, 9),
    events: await events.last('alice' as AccountId, 9),
    hearing: await hearing.spans(0, 9),
    joining: await store.joiningCurves.read('alice' as AccountId),
    watches: await store.watches.all(),
    states: await store.watches.states(WATCH),
    alerts: await store.alerts.latest(),
    head: await store.alerts.head(WATCH),
    posted: await runs.posted(DELETED, Number.MAX_SAFE_INTEGER, 9),
    audit: await Array.fromAsync(audit.read(0)),
    snapshots: new Map([...(await snapshots.before(many(1500), 5000))].toSorted()),
  };
  await close();
  return found;
}

test('every table is either copied or left on purpose', async () => {
  const { db, close } = await openDatabase({ kind: 'sqlite', folder: temporaryFolder() });
  onTestFinished(() => close());
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  expect([...Object.keys(COPIED), ...LEFT].toSorted()).toEqual(tables.toSorted());
});

describePostgres('the move', (newStore) => {
  const newTarget = async () => (await newStore()) as Postgres;

  test('everything arrives as it was, and the counts say so', async () => {
    const from = await filled();
    const to = await newTarget();
    expect(Object.fromEntries(await copyStore(from, to))).toEqual({
      grants: 1,
      links: 1,
      lists: 1,
      'accounts of lists': 1000,
      'audit entries': 11,
      digests: 2,
      'runs of digests': 3,
      snapshots: 1500,
      'values of buttons': 1,
      'open Home tabs': 1,
      'follow events': 1,
      'times of webhooks': 1,
      'joining curves': 1,
      watches: 1,
      'readings of watches': 2,
      'alerts of watches': 1,
    });
    const arrived = await contents(to);
    expect(arrived).toEqual(await contents(from));
    expect(arrived.head).toMatchObject({ post: POST });
    const moved = await openNew(async () => to);
    expect(await moved.digests.create(daily, ADMIN)).toMatchObject({ id: '3' });
    expect(await moved.lists.remove(TEAM, accounts('a1'), ADMIN)).toMatchObject({ kind: 'done', size: 999 });
  });

  test('a Postgres that holds something is left as it is', async () => {
    const from = await filled();
    const to = await newTarget();
    const target = await openNew(async () => to);
    await target.audit.append([{ action: 'help', actor: 'U9', channelId: '', outcome: 'allowed', details: {} }]);
    await expect(copyStore(from, to)).rejects.toMatchObject({
      faults: ['DATABASE_URL holds audit entries already; copy into an empty database'],
    });
    expect(await target.links.all()).toEqual([]);
    expect(await Array.fromAsync(target.audit.read(0))).toHaveLength(1);
  });

  test('a Postgres in which the app was started too soon is still empty', async () => {
    const to = await newTarget();
    const early = await openStore(to);
    await early.checkWrite();
    await early.close();
    const from = await filled();
    await copyStore(from, to);
    expect(await contents(to)).toEqual(await contents(from));
  });

  test('a store the app has open is not copied, nor one that is not there', async () => {
    const to = await newTarget();
    const from: Sqlite = { kind: 'sqlite', folder: temporaryFolder() };
    await expect(copyStore(from, to)).rejects.toMatchObject({
      faults: [expect.stringMatching(/^DATA_DIR holds no store/)],
    });
    await openNew(async () => from);
    await expect(copyStore(from, to)).rejects.toMatchObject({ faults: [expect.stringMatching(/^DATA_DIR is in use/)] });
  });
});
