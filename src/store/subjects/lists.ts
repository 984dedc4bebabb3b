import type { Asker } from '../../followstats/access/rules.ts';
import { type ListChange, type Lists, MOST_LIST_ACCOUNTS, MOST_LISTS } from '../../followstats/lists/lists.ts';
import type { ListName } from '../../followstats/typed/list-name.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { Context } from '../clock.ts';
import type { Database } from '../schema.ts';
import { withSubjectLock } from '../transaction.ts';

type Action = 'list-create' | 'list-add' | 'list-remove' | 'list-delete';

/** Keeps lists in two tables; each change writes its audit entry in the same transaction. */
export function createLists(context: Context): Lists {
  const { db, clock } = context;

  function change(
    action: Action,
    { name, by, asked }: { name: ListName; by: Asker; asked: number },
    work: (trx: Database) => Promise<ListChange>,
  ): Promise<ListChange> {
    return withSubjectLock(context, 'lists', by, async (trx) => {
      const result = await work(trx);
      const { kind, removed: _, ...numbers } = { removed: undefined, ...result };
      const details = { list: name, asked, ...numbers };
      return kind === 'done'
        ? { action, outcome: 'done', details, result }
        : { action, outcome: 'failed', details: { ...details, why: kind }, result };
    });
  }

  return {
    create: (name, accounts, by) =>
      change('list-create', { name, by, asked: accounts.length }, async (trx) => {
        if (await exists(trx, name)) return { kind: 'exists' };
        if ((await countLists(trx)) >= MOST_LISTS) return { kind: 'too-many-lists' };
        const wanted = new Set(accounts);
        if (wanted.size > MOST_LIST_ACCOUNTS) return { kind: 'too-many-accounts', size: wanted.size };
        await trx.insertInto('lists').values({ name, by: by.personId, at: clock() }).execute();
        await insert(trx, name, [...wanted], 0);
        return { kind: 'done', changed: wanted.size, size: wanted.size };
      }),
    add: (name, accounts, by) =>
      change('list-add', { name, by, asked: accounts.length }, async (trx) => {
        if (!(await exists(trx, name))) return { kind: 'absent' };
        const held = await accountsOf(trx, name);
        const known = new Set(held.map(({ account }) => account));
        const missing = [...new Set(accounts)].filter((account) => !known.has(account));
        const size = held.length + missing.length;
        if (size > MOST_LIST_ACCOUNTS) return { kind: 'too-many-accounts', size };
        await insert(trx, name, missing, (held.at(-1)?.position ?? -1) + 1);
        return { kind: 'done', changed: missing.length, size };
      }),
    remove: (name, accounts, by) =>
      change('list-remove', { name, by, asked: accounts.length }, async (trx) => {
        if (!(await exists(trx, name))) return { kind: 'absent' };
        const held = await accountsOf(trx, name);
        const unwanted = new Set(accounts);
        const gone = held.map(({ account }) => account).filter((account) => unwanted.has(account));
        if (gone.length > 0)
          await trx.deleteFrom('list_accounts').where('list', '=', name).where('account', 'in', gone).execute();
        return { kind: 'done', changed: gone.length, size: held.length - gone.length, removed: gone };
      }),
    delete: (name, by) =>
      change('list-delete', { name, by, asked: 0 }, async (trx) => {
        await trx.deleteFrom('list_accounts').where('list', '=', name).execute();
        const gone = await trx.deleteFrom('lists').where('name', '=', name).returning('name').execute();
        return gone.length > 0 ? { kind: 'done', changed: 0, size: 0 } : { kind: 'absent' };
      }),
    async read(names) {
      if (names.length === 0) return new Map();
      // One statement, so that a list is read as it was at one moment.
      const rows = await db
        .selectFrom('lists')
        .leftJoin('list_accounts', 'list_accounts.list', 'lists.name')
        .select(['lists.name', 'list_accounts.account'])
        .where('lists.name', 'in', names)
        .orderBy('lists.name')
        .orderBy('list_accounts.position')
        .execute();
      const found = Map.groupBy(rows, ({ name }) => name);
      return new Map(
        [...found].map(([name, held]) => [
          name,
          { name, accounts: held.flatMap(({ account }) => (account === null ? [] : [account])) },
        ]),
      );
    },
    all: () =>
      db
        .selectFrom('lists')
        .leftJoin('list_accounts', 'list_accounts.list', 'lists.name')
        .select(({ fn }) => ['lists.name', fn.count<number>('list_accounts.account').as('size')])
        .groupBy('lists.name')
        .orderBy('lists.name')
        .execute(),
  };
}

async function exists(db: Database, name: ListName): Promise<boolean> {
  return (await db.selectFrom('lists').select('name').where('name', '=', name).executeTakeFirst()) !== undefined;
}

async function countLists(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('lists')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function accountsOf(db: Database, name: ListName) {
  return db
    .selectFrom('list_accounts')
    .select(['account', 'position'])
    .where('list', '=', name)
    .orderBy('position')
    .execute();
}

async function insert(db: Database, list: ListName, accounts: readonly AccountId[], from: number): Promise<void> {
  if (accounts.length === 0) return;
  const rows = accounts.map((account, n) => ({ list, account, position: from + n }));
  await db.insertInto('list_accounts').values(rows).execute();
}
