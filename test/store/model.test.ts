import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Role, Subject } from '../../src/followstats/access/rules.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import type { Store } from '../../src/store/open.ts';
import { ADMIN, accounts, readAudit, tickingClock } from './contracts/askers.ts';
import { describeEngines } from './engines.ts';
import { openNew } from './new-store.ts';

/** What the store should hold, in the plainest form there is. */
interface Model {
  readonly lists: Map<string, AccountId[]>;
  readonly links: Map<string, AccountId>;
  readonly grants: Map<string, { readonly subject: Subject; readonly role: Role }>;
}

/** One change: what the store answers, and what it should. */
type Step = (store: Store, model: Model) => readonly [answer: Promise<unknown>, expected: unknown];

const account = fc.constantFrom(...accounts('alice', 'Alice', 'bob', '@x', "o'neil", 'a b'));
const some = fc.array(account, { maxLength: 6 });
const name = fc.constantFrom('team', 'stars', 'a-1').map((text) => text as never);
const person = fc.constantFrom('U1', 'U2', 'U3');
const role = fc.constantFrom<Role>('viewer', 'editor', 'admin');
const subject = fc.oneof(
  person.map((id): Subject => ({ kind: 'person', id })),
  fc.constantFrom<Subject>({ kind: 'everyone' }, { kind: 'group', id: 'S1' }, { kind: 'channel', id: 'U1' }),
);

const done = (changed: number, size: number) => ({ kind: 'done', changed, size });
const keyOf = (one: Subject) => JSON.stringify(one);

function losesLastAdmin({ grants }: Model, one: Subject): boolean {
  const admins = [...grants.values()].filter((grant) => grant.role === 'admin' && grant.subject.kind === 'person');
  return admins.length === 1 && keyOf((admins[0] as { subject: Subject }).subject) === keyOf(one);
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(name, some).map(
    ([list, given]): Step =>
      (store, { lists }) => {
        const answer = store.lists.create(list, given, ADMIN);
        if (lists.has(list)) return [answer, { kind: 'exists' }];
        lists.set(list, [...new Set(given)]);
        return [answer, done(new Set(given).size, new Set(given).size)];
      },
  ),
  fc.tuple(name, some).map(
    ([list, given]): Step =>
      (store, { lists }) => {
        const answer = store.lists.add(list, given, ADMIN);
        const held = lists.get(list);
        if (!held) return [answer, { kind: 'absent' }];
        const all = [...new Set([...held, ...given])];
        lists.set(list, all);
        return [answer, done(all.length - held.length, all.length)];
      },
  ),
  fc.tuple(name, some).map(
    ([list, given]): Step =>
      (store, { lists }) => {
        const answer = store.lists.remove(list, given, ADMIN);
        const held = lists.get(list);
        if (!held) return [answer, { kind: 'absent' }];
        const left = held.filter((one) => !given.includes(one));
        lists.set(list, left);
        const removed = held.filter((one) => given.includes(one));
        return [answer, { ...done(removed.length, left.length), removed }];
      },
  ),
  name.map(
    (list): Step =>
      (store, { lists }) => [store.lists.delete(list, ADMIN), lists.delete(list) ? done(0, 0) : { kind: 'absent' }],
  ),
  fc.tuple(person, account).map(
    ([who, what]): Step =>
      (store, { links }) => {
        const before = links.get(who);
        links.set(who, what);
        return [store.links.link(who, what, ADMIN), before === what ? undefined : before];
      },
  ),
  person.map(
    (who): Step =>
      (store, { links }) => {
        const before = links.get(who);
        links.delete(who);
        return [store.links.unlink(who, ADMIN), before];
      },
  ),
  fc.tuple(subject, role, fc.boolean()).map(
    ([one, given, keepAnAdmin]): Step =>
      (store, model) => {
        const answer = store.grants.grant({ subject: one, role: given }, ADMIN, { keepAnAdmin });
        if (keepAnAdmin && given !== 'admin' && losesLastAdmin(model, one)) return [answer, 'last-admin'];
        model.grants.delete(keyOf(one));
        model.grants.set(keyOf(one), { subject: one, role: given });
        return [answer, 'done'];
      },
  ),
  fc.tuple(subject, fc.boolean()).map(
    ([one, keepAnAdmin]): Step =>
      (store, model) => {
        const answer = store.grants.revoke(one, ADMIN, { keepAnAdmin });
        if (!model.grants.has(keyOf(one))) return [answer, 'absent'];
        if (keepAnAdmin && losesLastAdmin(model, one)) return [answer, 'last-admin'];
        model.grants.delete(keyOf(one));
        return [answer, 'done'];
      },
  ),
);

const RUNS = 25;

describeEngines('lists, links and grants', (newStore) => {
  test('whatever is done to them, they hold and answer what a plain map would, and each change is audited', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const store = await openNew(newStore, tickingClock());
        const model: Model = { lists: new Map(), links: new Map(), grants: new Map() };
        for (const one of steps) {
          const [answer, expected] = one(store, model);
          expect(await answer).toEqual(expected);
        }
        const held = await store.lists.read([...model.lists.keys()] as never[]);
        expect(new Map([...held].map(([list, { accounts: all }]) => [list, all]))).toEqual(model.lists);
        expect(new Map((await store.lists.all()).map(({ name: list, size }) => [list, size]))).toEqual(
          new Map([...model.lists].map(([list, all]) => [list, all.length])),
        );
        expect(await store.links.of(['U1', 'U2', 'U3'])).toEqual(model.links);
        const grants = await store.grants.all();
        expect(grants.map(({ subject: one, role: given }) => ({ subject: one, role: given }))).toEqual([
          ...model.grants.values(),
        ]);
        expect(await readAudit(store.audit)).toHaveLength(steps.length);
        await store.close();
      }),
      { numRuns: RUNS },
    );
  });
});
