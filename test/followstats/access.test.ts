import { expect, test } from 'vitest';
import { createAccess, type Membership, mayActAs, type Role, type Rule } from '../../src/followstats/access.ts';

const everyone = (role: Role = 'viewer'): Rule => ({ subject: { kind: 'everyone' }, role });
const person = (id: string, role: Role = 'viewer'): Rule => ({ subject: { kind: 'person', id }, role });
const group = (id: string, role: Role = 'viewer'): Rule => ({ subject: { kind: 'group', id }, role });
const channel = (id: string, role: Role = 'viewer'): Rule => ({ subject: { kind: 'channel', id }, role });

interface Workspace {
  readonly membership?: Membership;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
}

/** What becomes of U1 speaking in C1, and what the workspace had to be asked for it. */
async function decide(rules: readonly Rule[], { membership = 'member', groups = {} }: Workspace = {}) {
  const asked: string[] = [];
  const access = createAccess(rules, {
    membership: async (id) => {
      asked.push(id);
      return membership;
    },
    groupMembers: async (id) => {
      asked.push(id);
      return new Set(groups[id]);
    },
  });
  return { decision: await access({ personId: 'U1', channelId: 'C1' }), asked };
}

test('without rules nobody is let in, and nothing is asked', async () => {
  expect(await decide([])).toEqual({ decision: { role: undefined, reason: 'no-rule' }, asked: [] });
});

test.each<[rule: Rule, workspace: Workspace]>([
  [person('U1'), {}],
  [everyone(), {}],
  [channel('C1'), {}],
  [group('S1'), { groups: { S1: ['U0', 'U1'] } }],
])('a rule lets in whom it is about, and is named: %j', async (rule, workspace) => {
  expect((await decide([rule], workspace)).decision).toEqual({ role: 'viewer', rule });
});

test.each<[rule: Rule, workspace: Workspace]>([
  [person('U2'), {}],
  [person('C1'), {}],
  [channel('C2'), {}],
  [channel('U1'), {}],
  [group('S1'), { groups: { S1: ['U2'], S2: ['U1'] } }],
  [group('U1'), {}],
])('a rule about somebody or somewhere else lets nobody in: %j', async (rule, workspace) => {
  expect((await decide([rule], workspace)).decision).toEqual({ role: undefined, reason: 'no-rule' });
});

test.each(['guest', 'stranger', 'unknown'] as const)(
  'a %s is refused whatever the channel, the group or * allows, and the reason says so',
  async (membership) => {
    const rules = [everyone(), channel('C1'), group('S1', 'admin')];
    const { decision } = await decide(rules, { membership, groups: { S1: ['U1'] } });
    expect(decision).toEqual({ role: undefined, reason: membership });
  },
);

test.each(['guest', 'stranger', 'unknown'] as const)(
  'a %s who is named is let in, and the workspace is asked nothing',
  async (membership) => {
    const rule = person('U1');
    expect(await decide([everyone(), rule], { membership })).toEqual({ decision: { role: 'viewer', rule }, asked: [] });
  },
);

test.each<[rules: readonly Rule[], role: Role]>([
  [[person('U1'), person('U1', 'admin'), person('U1', 'editor')], 'admin'],
  [[everyone(), channel('C1', 'editor')], 'editor'],
  [[everyone(), channel('C1', 'editor'), group('S1', 'admin')], 'admin'],
  [[channel('C2', 'admin'), group('S2', 'editor'), everyone()], 'viewer'],
])('of several rules the one with the highest role decides: %j', async (rules, role) => {
  const { decision } = await decide(rules, { groups: { S1: ['U1'] } });
  expect(decision.role).toBe(role);
  expect('rule' in decision && decision.rule.role).toBe(role);
});

test('user groups are asked about all at once, not one after the other, and the highest role wins', async () => {
  const { asked } = await decide([group('S1', 'admin'), group('S2'), everyone()], { groups: { S1: ['U1'] } });
  expect(asked).toEqual(['U1', 'S1', 'S2']);
});

test.each<[role: Role | undefined, may: readonly Role[]]>([
  [undefined, []],
  ['viewer', ['viewer']],
  ['editor', ['viewer', 'editor']],
  ['admin', ['viewer', 'editor', 'admin']],
])('%s may act as %j', (role, may) => {
  expect((['viewer', 'editor', 'admin'] as const).filter((needed) => mayActAs(role, needed))).toEqual(may);
});
