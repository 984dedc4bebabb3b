import { expect, test } from 'vitest';
import { MOST_LIST_ACCOUNTS, MOST_LISTS } from '../../../src/followstats/lists/lists.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import type { Store } from '../../../src/store/open.ts';
import { ADMIN, accounts, readAudit } from './askers.ts';

const name = (text: string) => text as ListName;
const TEAM = name('team');
const many = (count: number, from = 0) => accounts(...Array.from({ length: count }, (_, n) => `a${from + n}`));

export function listsContract(open: () => Promise<Store>): void {
  test('accounts keep the order added, each once', async () => {
    const { lists } = await open();
    expect(await lists.create(TEAM, accounts('carol', 'alice', 'carol'), ADMIN)).toEqual({
      kind: 'done',
      changed: 2,
      size: 2,
    });
    expect(await lists.add(TEAM, accounts('bob', 'alice', 'bob', 'Alice'), ADMIN)).toEqual({
      kind: 'done',
      changed: 2,
      size: 4,
    });
    expect(await lists.remove(TEAM, accounts('alice', 'nobody'), ADMIN)).toEqual({
      kind: 'done',
      changed: 1,
      size: 3,
      removed: ['alice'],
    });
    await lists.add(TEAM, accounts('alice'), ADMIN);
    expect((await lists.read([TEAM, name('none')])).get(TEAM)).toEqual({
      name: 'team',
      accounts: ['carol', 'bob', 'Alice', 'alice'],
    });
  });

  test('an empty list is a list', async () => {
    const { lists } = await open();
    expect(await lists.create(TEAM, [], ADMIN)).toEqual({ kind: 'done', changed: 0, size: 0 });
    expect(await lists.read([TEAM])).toEqual(new Map([['team', { name: 'team', accounts: [] }]]));
    expect(await lists.all()).toEqual([{ name: 'team', size: 0 }]);
    expect(await lists.read([])).toEqual(new Map());
  });

  test('a list that is not there is absent, and one that is there cannot be created', async () => {
    const { lists } = await open();
    expect(await lists.add(TEAM, accounts('alice'), ADMIN)).toEqual({ kind: 'absent' });
    expect(await lists.remove(TEAM, accounts('alice'), ADMIN)).toEqual({ kind: 'absent' });
    expect(await lists.delete(TEAM, ADMIN)).toEqual({ kind: 'absent' });
    await lists.create(TEAM, accounts('alice'), ADMIN);
    expect(await lists.create(TEAM, accounts('bob'), ADMIN)).toEqual({ kind: 'exists' });
    expect(await lists.delete(TEAM, ADMIN)).toEqual({ kind: 'done', changed: 0, size: 0 });
    expect(await lists.all()).toEqual([]);
    await lists.create(TEAM, [], ADMIN);
    expect((await lists.read([TEAM])).get(TEAM)?.accounts).toEqual([]);
  });

  test('a list takes so many accounts and no more, all of a change or none', async () => {
    const { lists } = await open();
    const most = MOST_LIST_ACCOUNTS;
    expect(await lists.create(TEAM, many(most + 1), ADMIN)).toEqual({ kind: 'too-many-accounts', size: most + 1 });
    expect(await lists.create(TEAM, many(most - 1), ADMIN)).toMatchObject({ kind: 'done', size: most - 1 });
    expect(await lists.add(TEAM, many(2, most), ADMIN)).toEqual({ kind: 'too-many-accounts', size: most + 1 });
    expect(await lists.add(TEAM, many(most), ADMIN)).toEqual({ kind: 'done', changed: 1, size: most });
    expect((await lists.read([TEAM])).get(TEAM)?.accounts).toEqual(many(most));
    expect(await lists.remove(TEAM, many(most), ADMIN)).toEqual({
      kind: 'done',
      changed: most,
      size: 0,
      removed: many(most),
    });
  });

  test('there are so many lists and no more; all are shown by name', async () => {
    const { lists } = await open();
    const names = Array.from({ length: MOST_LISTS }, (_, n) => name(`list-${String(n).padStart(3, '0')}`));
    for (const one of names.toReversed()) await lists.create(one, accounts('alice'), ADMIN);
    expect(await lists.create(TEAM, [], ADMIN)).toEqual({ kind: 'too-many-lists' });
    expect(await lists.all()).toEqual(names.map((one) => ({ name: one, size: 1 })));
  });

  test('each change is audited with its numbers', async () => {
    const { lists, audit } = await open();
    await lists.create(TEAM, accounts('alice'), ADMIN);
    await lists.add(TEAM, accounts('alice', 'bob'), ADMIN);
    await lists.remove(TEAM, accounts('bob'), ADMIN);
    await lists.delete(TEAM, ADMIN);
    await lists.delete(TEAM, ADMIN);
    expect((await readAudit(audit)).map(({ action, outcome, details }) => [action, outcome, details])).toEqual([
      ['list-create', 'done', { list: 'team', asked: 1, changed: 1, size: 1 }],
      ['list-add', 'done', { list: 'team', asked: 2, changed: 1, size: 2 }],
      ['list-remove', 'done', { list: 'team', asked: 1, changed: 1, size: 1 }],
      ['list-delete', 'done', { list: 'team', asked: 0, changed: 0, size: 0 }],
      ['list-delete', 'failed', { list: 'team', asked: 0, why: 'absent' }],
    ]);
  });
}
