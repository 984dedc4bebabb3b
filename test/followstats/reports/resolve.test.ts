import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DirectoryGap } from '../../../src/followstats/access/access.ts';
import { readCommand } from '../../../src/followstats/commands/command.ts';
import { createResolve } from '../../../src/followstats/reports/resolve.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import type { Reference, Who } from '../../../src/followstats/typed/who.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { accountsOf, manyAccounts } from './sample-lookups.ts';

interface Team {
  readonly links?: Readonly<Record<string, string>>;
  readonly groups?: Readonly<Record<string, readonly string[] | DirectoryGap>>;
  readonly lists?: Readonly<Record<string, readonly string[]>>;
}

/** Resolves for a team, and says how often its store and Slack were asked. */
function open({ links = {}, groups = {}, lists = {} }: Team) {
  let asked = 0;
  const resolve = createResolve({
    links: {
      async of(people) {
        asked += 1;
        return new Map(people.flatMap((id) => (links[id] ? [[id, links[id] as AccountId] as const] : [])));
      },
    },
    lists: {
      async read(names) {
        asked += 1;
        return new Map(
          names.flatMap((name) => (lists[name] ? [[name, { name, accounts: accountsOf(...lists[name]) }]] : [])),
        );
      },
      all: async () => Object.entries(lists).map(([name, { length }]) => ({ name: name as ListName, size: length })),
    },
    directory: {
      async groupMembers(id) {
        asked += 1;
        const members = groups[id];
        return new Set(typeof members === 'string' ? [] : members);
      },
      groupGap: async (id) => (typeof groups[id] === 'string' ? groups[id] : undefined),
    },
  });
  return { resolve, asked: () => asked };
}

const team: Team = {
  links: { U1: 'alice', U2: 'bob', U3: 'alice' },
  groups: { S1: ['U2', 'U9', 'U3'], S2: ['U8', 'U9'], S3: [], S4: 'missing-scope', S5: 'no-answer' },
  lists: { vip: ['carol', 'bob'], none: [] },
};

async function resolved(text: string, maxAccounts?: number) {
  const command = readCommand(text, 1000);
  if (command.kind !== 'lookup') throw new Error(`${text} is no look-up`);
  return open(team).resolve(command.who, maxAccounts);
}

describe('accounts', () => {
  test.each([
    ['dave <@U1> list:vip', ['dave', 'alice', 'carol', 'bob']],
    ['list:vip <@U2> <@U1>', ['carol', 'bob', 'alice']],
    ['<!subteam^S1> bob dave', ['bob', 'alice', 'dave']],
    ['<@U1> <@U3>', ['alice']],
    ['list:VIP list:none', ['carol', 'bob']],
    ['<@U9>', []],
  ])('%j are %j: in the order typed, each once', async (text, accounts) => {
    expect(await resolved(text)).toMatchObject({ resolved: { accounts } });
  });

  test('as many as allowed are; of more, what made it too many is named, and how many it is', async () => {
    expect(await resolved('dave <@U1> list:vip', 4)).toMatchObject({ resolved: { accounts: { length: 4 } } });
    expect(await resolved('dave <@U1> list:vip list:none erin', 3)).toEqual({
      fault: { kind: 'too-many-resolved', by: { kind: 'list', name: 'vip' }, count: 5, max: 3 },
    });
    expect(await resolved('list:vip <!subteam^S1>', 2)).toMatchObject({ fault: { by: { groupId: 'S1' }, count: 3 } });
    expect(await resolved('list:vip <@U2> erin', 2)).toMatchObject({ fault: { by: { account: 'erin' } } });
  });
});

describe('what stands for no account is reported', () => {
  test('a person, mentioned or in a group, once', async () => {
    expect(await resolved('<@U9> <!subteam^S1> <!subteam^S2>')).toMatchObject({
      resolved: {
        linked: [
          { personId: 'U2', account: 'bob' },
          { personId: 'U3', account: 'alice' },
        ],
        unlinked: ['U9', 'U8'],
      },
    });
  });

  test('a group and a list, with the reason', async () => {
    const text = '<!subteam^S1> <!subteam^S2> <!subteam^S3> <!subteam^S4> <!subteam^S5> list:none';
    expect(await resolved(text)).toMatchObject({
      resolved: {
        empty: [
          { groupId: 'S2', why: 'unlinked' },
          { groupId: 'S3', why: 'no-members' },
          { groupId: 'S4', why: 'missing-scope' },
          { groupId: 'S5', why: 'no-answer' },
          { kind: 'list', name: 'none' },
        ],
      },
    });
  });
});

test.each([
  ['list:vpi', 'vip'],
  ['list:nnoe', 'none'],
  ['list:vips', 'vip'],
  ['list:top', undefined],
  ['list:everybody', undefined],
])('%s is unknown, and %s is what was meant', async (text, suggestion) => {
  const name = text.slice('list:'.length);
  expect(await resolved(`alice ${text}`)).toEqual({ fault: { kind: 'unknown-list', name, suggestion } });
});

test('plain UserIDs wait for neither Slack nor the store', async () => {
  const { resolve, asked } = open(team);
  const who = manyAccounts(3).map((account): Reference => ({ kind: 'account', account }));
  await resolve(who);
  expect(asked()).toBe(0);
});

const account = fc.constantFrom(...'abcdefgh').map((id): Reference => ({ kind: 'account', account: id as never }));
const person = fc.constantFrom('U1', 'U2', 'U3', 'U4').map((personId): Reference => ({ kind: 'person', personId }));
const group = fc.constantFrom('S1', 'S2').map((groupId): Reference => ({ kind: 'group', groupId }));
const list = fc.constantFrom('x', 'y').map((name): Reference => ({ kind: 'list', name: name as ListName }));
const who: fc.Arbitrary<Who> = fc.uniqueArray(fc.oneof(account, person, group, list), {
  selector: (one) => JSON.stringify(one),
});
const ids = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 5 });
const anyTeam = fc.record({
  links: fc.dictionary(fc.constantFrom('U1', 'U2', 'U3'), fc.constantFrom(...'abcdefgh')),
  groups: fc.record({
    S1: fc.uniqueArray(fc.constantFrom('U1', 'U4')),
    S2: fc.uniqueArray(fc.constantFrom('U2', 'U3')),
  }),
  lists: fc.record({ x: ids, y: ids }),
});

test('whatever is named, its accounts come each once, and in the order of what names them', async () => {
  await fc.assert(
    fc.asyncProperty(who, anyTeam, fc.integer({ min: 1, max: 8 }), async (asked, given, max) => {
      const peopleOf = (one: Reference): readonly string[] => {
        if (one.kind === 'person') return [one.personId];
        return one.kind === 'group' ? given.groups[one.groupId as 'S1'] : [];
      };
      const accountsIn = (one: Reference): readonly string[] => {
        if (one.kind === 'account') return [one.account];
        if (one.kind === 'list') return given.lists[one.name as string as 'x'];
        return peopleOf(one).flatMap((id) => given.links[id as 'U1'] ?? []);
      };
      const expected = [...new Set(asked.flatMap(accountsIn))];
      const read = await open(given).resolve(asked, max);
      if (expected.length > max) {
        expect(read).toMatchObject({ fault: { kind: 'too-many-resolved', count: expected.length, max } });
        return;
      }
      const people = [...new Set(asked.flatMap(peopleOf))];
      expect(read).toMatchObject({
        resolved: { accounts: expected, unlinked: people.filter((id) => !given.links[id as 'U1']) },
      });
    }),
  );
});

test('more user groups than Slack can be asked about are a fault, and Slack and the store are asked nothing', async () => {
  const groups = (count: number): Who =>
    Array.from({ length: count }, (_, n) => ({ kind: 'group', groupId: `S${n}` }) as const);
  const many = open({ links: { U1: 'alice' }, groups: { S0: ['U1'] } });
  expect(await many.resolve(groups(20))).toMatchObject({ resolved: { accounts: ['alice'] } });
  const before = many.asked();
  expect(await many.resolve(groups(21))).toEqual({ fault: { kind: 'too-many-groups', count: 21, max: 20 } });
  expect(many.asked()).toBe(before);
});
