import { describe, expect, test } from 'vitest';
import {
  createAccess,
  type Directory,
  type DirectoryGap,
  type Membership,
} from '../../../src/followstats/access/access.ts';
import { type AccessAnswer, createAccessAnswer } from '../../../src/followstats/access/answer.ts';
import type { AccessCommand } from '../../../src/followstats/access/read.ts';
import type { Rule } from '../../../src/followstats/access/rules.ts';
import { readCommand } from '../../../src/followstats/commands/command.ts';
import { createMemoryGrants, type MemoryGrants } from './memory-grants.ts';
import { channel, everyone, granted, group, person } from './sample-rules.ts';

interface Scene {
  readonly configured?: readonly Rule[];
  readonly grants?: MemoryGrants;
  readonly memberships?: Readonly<Record<string, Membership>>;
  /** Of people and user groups. */
  readonly troubles?: Readonly<Record<string, DirectoryGap>>;
}

const BOSS = person('U9', 'admin');

/** A team whose admin U9 types commands about access in C1. */
function open({ configured = [BOSS], grants = createMemoryGrants(), memberships = {}, troubles = {} }: Scene = {}) {
  const directory: Directory = {
    membership: async (id) => (troubles[id] ? 'unknown' : (memberships[id] ?? 'member')),
    groupMembers: async (id) => new Set(troubles[id] ? [] : [`U${id}`]),
    personGap: async (id) => troubles[id],
    groupGap: async (id) => troubles[id],
  };
  const told: unknown[] = [];
  const access = createAccess({ configured, grants, directory, onUnreadable: (error) => told.push(error) });
  const answer = createAccessAnswer({
    access,
    grants,
    directory,
    onAccessUnsaved: (error: unknown) => told.push(error),
  });
  const say = async (text: string, personId = 'U9'): Promise<AccessAnswer> =>
    answer(readCommand(text, 100) as AccessCommand, { asker: { personId, channelId: 'C1' }, role: 'admin' });
  const roleOf = async (personId: string) => (await access.decide({ personId, channelId: 'C1' })).role;
  return { say, grants, roleOf, told };
}

const changesOf = (answer: AccessAnswer) => (answer.kind === 'changed' ? answer.changes : []);

describe('allow', () => {
  test('gives the role to each, and it holds at once', async () => {
    const { say, roleOf } = open();
    const answer = await say('allow <@U1> <!subteam^S1> <#C1|growth> editor');
    expect(changesOf(answer)).toMatchObject([
      { kind: 'allowed', subject: { kind: 'person', id: 'U1' }, role: 'editor', membership: 'member' },
      { kind: 'allowed', subject: { kind: 'group', id: 'S1' }, role: 'editor', membership: undefined },
      { kind: 'allowed', subject: { kind: 'channel', id: 'C1' }, role: 'editor', membership: undefined },
    ]);
    expect(await roleOf('U1')).toBe('editor');
    expect(await roleOf('US1')).toBe('editor');
    expect(await roleOf('U2')).toBe('editor');
  });

  test('takes the place of what was granted before', async () => {
    const { say, grants, roleOf } = open();
    await say('allow <@U1> admin');
    await say('allow <@U1>');
    expect(await grants.all()).toMatchObject([{ role: 'viewer', by: 'U9' }]);
    expect(await roleOf('U1')).toBe('viewer');
  });

  test.each(['guest', 'stranger'] as const)('a %s may be named, and the admin learns what they are', async (kind) => {
    const { say, roleOf } = open({ memberships: { U1: kind } });
    expect(changesOf(await say('allow <@U1>'))).toMatchObject([{ kind: 'allowed', membership: kind }]);
    expect(await roleOf('U1')).toBe('viewer');
  });

  test.each(['missing-scope', 'no-answer'] as const)('a person is named whatever Slack says (%s)', async (why) => {
    const { say, roleOf } = open({ troubles: { U1: why } });
    expect(changesOf(await say('allow <@U1>'))).toMatchObject([{ kind: 'allowed', membership: 'unknown' }]);
    expect(await roleOf('U1')).toBe('viewer');
  });

  test('a person who doesn’t exist is granted nothing, and the others are', async () => {
    const { say, grants } = open({ troubles: { U1: 'not-found' } });
    expect(changesOf(await say('allow <@U1> <@U2>'))).toMatchObject([
      { kind: 'gap', why: 'not-found' },
      { kind: 'allowed', subject: { id: 'U2' } },
    ]);
    expect(await grants.all()).toHaveLength(1);
  });

  test.each(['missing-scope', 'not-found', 'no-answer'] as const)(
    'a user group nobody can look into is granted nothing (%s)',
    async (why) => {
      const { say, grants } = open({ troubles: { S1: why } });
      expect(changesOf(await say('allow <!subteam^S1>'))).toMatchObject([{ kind: 'gap', why }]);
      expect(await grants.all()).toEqual([]);
    },
  );

  test('a rule that counts in place of the grant is named: of a person any that gives more, and the configuration’s own', async () => {
    const { say } = open({ configured: [BOSS, person('U1'), channel('C1'), group('S2', 'editor')] });
    expect(changesOf(await say('allow <@U9> editor'))).toMatchObject([{ kind: 'allowed', standing: BOSS }]);
    expect(changesOf(await say('allow <@U1> viewer'))).toMatchObject([{ standing: person('U1') }]);
    expect(changesOf(await say('allow <#C1|x> viewer'))).toMatchObject([{ standing: channel('C1') }]);
    expect(changesOf(await say('allow <@US2> viewer'))).toMatchObject([{ standing: group('S2', 'editor') }]);
    expect(changesOf(await say('allow <@U1> editor'))).toMatchObject([{ kind: 'allowed', standing: undefined }]);
    expect(changesOf(await say('allow <@U2>'))).toMatchObject([{ kind: 'allowed', standing: undefined }]);
  });
});

test('a change says what had been granted before, so that it can be undone', async () => {
  const { say } = open();
  expect(changesOf(await say('allow <@U1> editor'))).toMatchObject([{ kind: 'allowed', before: undefined }]);
  expect(changesOf(await say('allow <@U1> editor'))).toMatchObject([{ kind: 'allowed', before: 'editor' }]);
  expect(changesOf(await say('revoke <@U1> <@U2>'))).toMatchObject([
    { kind: 'revoked', before: 'editor' },
    { kind: 'not-granted' },
  ]);
});

test('a change says which role the asker has by then', async () => {
  const { say } = open({
    configured: [],
    grants: createMemoryGrants(granted(person('U1', 'admin')), granted(group('S9', 'admin'))),
  });
  expect(await say('allow <@U2> admin', 'U1')).toMatchObject({ asker: { personId: 'U1', role: 'admin' } });
  expect(await say('allow <@U1> editor', 'U1')).toMatchObject({ asker: { role: 'editor' } });
  expect(await say('revoke <!subteam^S9>', 'US9')).toMatchObject({ asker: { role: undefined } });
  expect(await say('revoke <@U7>', 'U2')).toMatchObject({ asker: { role: 'admin' } });
});

describe('revoke', () => {
  test('takes back what was granted, from the next decision on', async () => {
    const { say, roleOf } = open({ grants: createMemoryGrants(granted(person('U1', 'editor'))) });
    expect(await roleOf('U1')).toBe('editor');
    expect(changesOf(await say('revoke <@U1>'))).toMatchObject([
      { kind: 'revoked', still: { role: undefined, reason: 'no-rule' } },
    ]);
    expect(await roleOf('U1')).toBeUndefined();
  });

  test('tells what other rules still give the person', async () => {
    const { say } = open({
      configured: [BOSS, everyone()],
      grants: createMemoryGrants(granted(person('U1', 'editor'))),
    });
    expect(changesOf(await say('revoke <@U1>'))).toMatchObject([{ kind: 'revoked', still: { rule: everyone() } }]);
  });

  test('tells that the configuration still lets in the user group', async () => {
    const { say } = open({
      configured: [BOSS, group('S1')],
      grants: createMemoryGrants(granted(group('S1', 'editor'))),
    });
    expect(changesOf(await say('revoke <!subteam^S1>'))).toMatchObject([
      { kind: 'revoked', still: { role: 'viewer', rule: group('S1') } },
    ]);
  });

  test('of what only the configuration gives changes nothing', async () => {
    const { say, roleOf } = open();
    expect(changesOf(await say('revoke <@U9>'))).toMatchObject([{ kind: 'configured', configured: BOSS }]);
    expect(await roleOf('U9')).toBe('admin');
  });

  test('of what was never granted says so', async () => {
    expect(changesOf(await open().say('revoke <!subteam^S1>'))).toMatchObject([
      { kind: 'not-granted', still: undefined },
    ]);
  });
});

describe('the last admin', () => {
  const only = () => createMemoryGrants(granted(person('U9', 'admin')));

  test.each(['revoke <@U9>', 'allow <@U9> viewer'])('stays: %s is rejected', async (text) => {
    const { say, roleOf } = open({ configured: [], grants: only() });
    expect(changesOf(await say(text))).toMatchObject([{ kind: 'last-admin' }]);
    expect(await roleOf('U9')).toBe('admin');
  });

  test('may go once there is another, and of several named at once the last one stays', async () => {
    const { say, roleOf } = open({ configured: [], grants: only() });
    await say('allow <@U1> admin');
    expect(changesOf(await say('revoke <@U9> <@U1>'))).toMatchObject([{ kind: 'revoked' }, { kind: 'last-admin' }]);
    expect(await roleOf('U1')).toBe('admin');
  });

  test('by a grant may go where the configuration names an admin', async () => {
    const { say } = open({ grants: createMemoryGrants(granted(person('U1', 'admin'))) });
    expect(changesOf(await say('revoke <@U1>'))).toMatchObject([{ kind: 'revoked' }]);
  });

  test('is not a channel of the configuration’s: no person there need be an admin', async () => {
    const { say } = open({ configured: [channel('C1', 'admin')], grants: only() });
    expect(changesOf(await say('revoke <@U9>'))).toMatchObject([{ kind: 'last-admin' }]);
  });
});

describe('when the store doesn’t answer', () => {
  function openBroken() {
    const grants = createMemoryGrants(granted(person('U1', 'admin')));
    grants.setBroken(true);
    return open({ grants });
  }

  test.each(['allow <@U1>', 'revoke <@U1>'])('%s says that it isn’t known whether it was saved', async (text) => {
    const { say, told } = openBroken();
    expect(changesOf(await say(text))).toMatchObject([{ kind: 'unsaved' }]);
    // It couldn't read what had been granted, and couldn't keep the change.
    expect(told).toHaveLength(2);
  });

  test('access shows the configuration’s rules, and that it couldn’t read the others', async () => {
    expect(await openBroken().say('access')).toEqual({ kind: 'access', configured: [BOSS], granted: undefined });
  });
});

test('access shows the configuration’s rules and what was granted, by whom and when', async () => {
  const grant = granted(group('S1', 'editor'));
  const { say } = open({ configured: [BOSS, everyone()], grants: createMemoryGrants(grant) });
  expect(await say('access')).toEqual({ kind: 'access', configured: [BOSS, everyone()], granted: [grant] });
});

describe('why', () => {
  test('names the rule that decided about the asker', async () => {
    const grant = granted(channel('C1', 'editor'));
    const { say } = open({ grants: createMemoryGrants(grant) });
    for (const text of ['why', 'why <@U1>']) {
      expect(await say(text, 'U1')).toMatchObject({ personId: undefined, decision: { role: 'editor', rule: grant } });
    }
  });

  test('names whom it is about when that is another', async () => {
    expect(await open().say('why <@U1>')).toMatchObject({
      personId: 'U1',
      decision: { role: undefined, reason: 'no-rule' },
      gap: undefined,
      admins: ['U9'],
    });
  });

  test('tells that user groups which may be decisive can’t be looked into', async () => {
    const grants = createMemoryGrants(granted(group('S1')));
    const { say } = open({ grants, troubles: { S1: 'missing-scope' } });
    expect(await say('why', 'U1')).toMatchObject({ decision: { reason: 'no-rule' }, gap: 'missing-scope' });
  });

  test('says why Slack doesn’t say who a person is', async () => {
    const { say } = open({ configured: [BOSS, everyone()], troubles: { U1: 'missing-scope' } });
    expect(await say('why', 'U1')).toMatchObject({ decision: { reason: 'unknown' }, gap: 'missing-scope' });
  });

  test.each(['guest', 'stranger'] as const)('of a %s is that they are one', async (kind) => {
    const { say } = open({ configured: [BOSS, everyone()], memberships: { U1: kind } });
    expect(await say('why <@U1>')).toMatchObject({ decision: { reason: kind }, gap: undefined });
  });
});
