import { expect, test } from 'vitest';
import { MOST_LISTS } from '../../src/followstats/lists/lists.ts';
import type { Store } from '../../src/store/open.ts';
import { ADMIN, accounts, OTHER, readAudit } from './contracts/askers.ts';
import { describeEngines, describePostgres } from './engines.ts';
import { type NewStore, openNew } from './new-store.ts';

const TEAM = 'team' as never;
const KEEP = { keepAnAdmin: true };
const ADDS = 200;

async function openReplicas(newStore: NewStore, count: number): Promise<readonly Store[]> {
  const options = await newStore();
  return Promise.all(Array.from({ length: count }, () => openNew(async () => options)));
}

/** 200 changes of one list at once, dealt out over the replicas. */
async function addAtOnce(replicas: readonly Store[]): Promise<void> {
  await replicas[0]?.lists.create(TEAM, [], ADMIN);
  const names = accounts(...Array.from({ length: ADDS }, (_, n) => `a${n}`));
  const changes = await Promise.all(
    names.map((account, n) => replicas[n % replicas.length]?.lists.add(TEAM, [account, names[0] as never], ADMIN)),
  );
  expect(changes.filter((change) => change?.kind === 'done')).toHaveLength(ADDS);
  for (const { lists, audit } of replicas) {
    expect(new Set((await lists.read([TEAM])).get(TEAM)?.accounts)).toEqual(new Set(names));
    expect(await lists.all()).toEqual([{ name: 'team', size: ADDS }]);
    const added = (await readAudit(audit)).filter(({ action }) => action === 'list-add');
    expect(added).toHaveLength(ADDS);
    expect(Math.max(...added.map(({ details }) => Number(details.size)))).toBe(ADDS);
  }
}

describeEngines('one process', (newStore) => {
  test('200 accounts added to a list at once are all there', async () => {
    await addAtOnce(await openReplicas(newStore, 1));
  });
});

describePostgres('three replicas', (newStore) => {
  test('200 accounts added to a list at once are all there', async () => {
    await addAtOnce(await openReplicas(newStore, 3));
  });

  test('two admins who revoke each other at once leave one of them', async () => {
    const [one, two] = (await openReplicas(newStore, 2)) as [Store, Store];
    const [anna, ben] = [
      { kind: 'person', id: 'U1' },
      { kind: 'person', id: 'U2' },
    ] as const;
    for (let round = 0; round < 25; round += 1) {
      for (const subject of [anna, ben]) await one.grants.grant({ subject, role: 'admin' }, ADMIN, KEEP);
      const outcomes = await Promise.all([
        one.grants.revoke(anna, ADMIN, KEEP),
        round % 2 === 0
          ? two.grants.revoke(ben, OTHER, KEEP)
          : two.grants.grant({ subject: ben, role: 'viewer' }, OTHER, KEEP),
      ]);
      expect(outcomes.toSorted()).toEqual(['done', 'last-admin']);
      expect((await two.grants.all()).filter(({ role }) => role === 'admin')).toHaveLength(1);
    }
  });

  test('the last place for a list is given once', async () => {
    const replicas = await openReplicas(newStore, 3);
    const names = Array.from({ length: MOST_LISTS - 1 }, (_, n) => `list-${n}` as never);
    await Promise.all(names.map((name) => replicas[0]?.lists.create(name, [], ADMIN)));
    const last = await Promise.all(replicas.map(({ lists }, n) => lists.create(`last-${n}` as never, [], ADMIN)));
    expect(last.map(({ kind }) => kind).toSorted()).toEqual(['done', 'too-many-lists', 'too-many-lists']);
  });

  test('what is granted or revoked through one holds on the others at once', async () => {
    const replicas = (await openReplicas(newStore, 3)) as [Store, Store, Store];
    const subject = { kind: 'person', id: 'U1' } as const;
    await replicas[0].grants.grant({ subject, role: 'editor' }, ADMIN, KEEP);
    for (const { grants } of replicas) expect((await grants.all()).map(({ role }) => role)).toEqual(['editor']);
    await replicas[2].grants.revoke(subject, ADMIN, KEEP);
    for (const { grants } of replicas) expect(await grants.all()).toEqual([]);
  });
});
