import { describe, expect, test } from 'vitest';
import { createAccess, type Membership } from '../../../src/followstats/access/access.ts';
import type { Grants } from '../../../src/followstats/access/grants.ts';
import { mayActAs, type Role, type Rule } from '../../../src/followstats/access/rules.ts';
import { createMemoryGrants } from './memory-grants.ts';
import { channel, everyone, granted, group, person } from './sample-rules.ts';

interface Workspace {
  readonly membership?: Membership;
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly grants?: Pick<Grants, 'all'>;
}

function open(configured: readonly Rule[], workspace: Workspace = {}) {
  const { membership = 'member', groups = {}, grants = createMemoryGrants() } = workspace;
  const asked: string[] = [];
  const troubles: unknown[] = [];
  const access = createAccess({
    configured,
    grants,
    directory: {
      membership: async (id) => {
        asked.push(id);
        return membership;
      },
      groupMembers: async (id) => {
        asked.push(id);
        return new Set(groups[id]);
      },
    },
    onUnreadable: (error) => troubles.push(error),
  });
  return { access, asked, troubles };
}

/** What becomes of U1 speaking in C1, and what the workspace had to be asked for it. */
async function decide(rules: readonly Rule[], workspace?: Workspace) {
  const { access, asked } = open(rules, workspace);
  return { decision: await access.decide({ personId: 'U1', channelId: 'C1' }), asked };
}

test('without rules no one has access, and nothing is asked', async () => {
  expect(await decide([])).toEqual({ decision: { role: undefined, reason: 'no-rule' }, asked: [] });
});

test.each<[rule: Rule, workspace: Workspace]>([
  [person('U1'), {}],
  [everyone(), {}],
  [channel('C1'), {}],
  [group('S1'), { groups: { S1: ['U0', 'U1'] } }],
])('a rule lets in whom it is about, and is named: %j', async (rule, workspace) => {
  expect((await decide([rule], workspace)).decision).toEqual({ role: 'viewer', rule, isPartial: false });
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
    const { decision, asked } = await decide([everyone(), rule], { membership });
    expect(decision).toEqual({ role: 'viewer', rule, isPartial: false });
    expect(asked).toEqual([]);
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

describe('what was granted from Slack', () => {
  test('counts as a rule of the configuration does, and is named with who gave it', async () => {
    const grant = granted(group('S1', 'editor'));
    const { decision } = await decide([person('U1')], {
      groups: { S1: ['U1'] },
      grants: createMemoryGrants(grant),
    });
    expect(decision).toEqual({ role: 'editor', rule: grant, isPartial: false });
  });

  test('of equal rules the configuration’s is named', async () => {
    const { decision } = await decide([person('U1')], { grants: createMemoryGrants(granted(person('U1'))) });
    expect(decision).toMatchObject({ rule: person('U1') });
    expect(decision).not.toHaveProperty('rule.by');
  });

  test('holds from the next decision on, and no longer once it is revoked', async () => {
    const grants = createMemoryGrants();
    const { access } = open([], { grants });
    const asker = { personId: 'U1', channelId: 'C1' };
    const admin = { personId: 'U9', channelId: 'C1' };
    expect((await access.decide(asker)).role).toBeUndefined();
    await grants.grant(person('U1', 'editor'), admin, { keepAnAdmin: false });
    expect((await access.decide(asker)).role).toBe('editor');
    await grants.revoke(person('U1').subject, admin, { keepAnAdmin: false });
    expect((await access.decide(asker)).role).toBeUndefined();
  });
});

describe('when it can’t be read what was granted', () => {
  const grants = createMemoryGrants(granted(person('U1', 'admin')));
  grants.setBroken(true);

  test('access is given by the configuration alone, and the error is reported', async () => {
    const { access, troubles } = open([person('U2')], { grants });
    expect(await access.decide({ personId: 'U1', channelId: 'C1' })).toEqual({
      role: undefined,
      reason: 'unreadable',
    });
    expect(await access.decide({ personId: 'U2', channelId: 'C1' })).toEqual({
      role: 'viewer',
      rule: person('U2'),
      isPartial: true,
    });
    expect(troubles).toHaveLength(2);
  });

  test('the configuration’s admins are still the ones to ask', async () => {
    expect(await open([person('U3', 'admin')], { grants }).access.admins()).toEqual(['U3']);
  });
});

test('the admins are the persons named as such, each once, the configuration’s first', async () => {
  const grants = createMemoryGrants(
    granted(person('U4', 'admin')),
    granted(person('U5', 'editor')),
    granted(group('S1', 'admin')),
    granted(person('U3', 'admin')),
  );
  const { access } = open([person('U3', 'admin'), person('U1'), everyone()], { grants });
  expect(await access.admins()).toEqual(['U3', 'U4']);
});
