import { describe, expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import type { Decision, NoRole } from '../../../../src/followstats/access/access.ts';
import type { AccessAnswer, AccessChange } from '../../../../src/followstats/access/answer.ts';
import type { Explanation } from '../../../../src/followstats/access/explain-access.ts';
import { ROLES } from '../../../../src/followstats/access/rules.ts';
import { ACCESS_ANSWERS } from '../../../../src/slack/blocks/access/access.ts';
import type { Audience } from '../../../../src/slack/words/reader.ts';
import { channel, everyone, granted, group, person } from '../../../followstats/access/sample-rules.ts';
import { buildReply } from '../build-reply.ts';
import { objectsIn, read } from '../read-rendering.ts';

const priya = { kind: 'person', id: 'U1' } as const;
const ops = { kind: 'group', id: 'S1' } as const;
const none: Decision = { role: undefined, reason: 'no-rule' };
const asAdmin = { role: 'admin', admins: ['U9'] } as const;
const asker = { personId: 'U9', role: 'admin' } as const;
const accessReply = (answer: AccessAnswer, audience: Partial<Audience> = asAdmin) =>
  buildReply(ACCESS_ANSWERS, answer, audience);
const allowed = (more: object): AccessChange =>
  ({
    kind: 'allowed',
    subject: priya,
    role: 'editor',
    membership: 'member',
    standing: undefined,
    ...more,
  }) as AccessChange;

const CHANGES: readonly (readonly [change: AccessChange, text: string])[] = [
  [allowed({}), '<@U1> is now an editor.'],
  [allowed({ membership: 'guest' }), '<@U1> is now an editor. They’re a guest here'],
  [allowed({ membership: 'stranger' }), 'They’re from another workspace'],
  [allowed({ membership: 'unknown' }), 'Slack didn’t say whether they’re a full member'],
  [allowed({ standing: person('U1', 'editor') }), '<@U1> is an editor already, so nothing changes for now.'],
  [
    allowed({ standing: person('U1', 'admin') }),
    '<@U1> is still an admin, which counts for more. Your grant is kept as well.',
  ],
  [allowed({ subject: ops, membership: undefined }), 'Every full member in <!subteam^S1> is now an editor.'],
  [allowed({ subject: { kind: 'channel', id: 'C1' } }), 'Every full member who types in <#C1> is now an editor.'],
  [{ kind: 'revoked', subject: ops, still: undefined }, 'Took back what was granted to <!subteam^S1>.'],
  [{ kind: 'revoked', subject: priya, still: none }, 'granted to <@U1>. They have no access here now.'],
  [
    { kind: 'revoked', subject: priya, still: { role: 'viewer', rule: everyone(), isPartial: false } },
    'They’re still a viewer here, like every full member of this workspace.',
  ],
  [
    { kind: 'revoked', subject: priya, still: { role: 'viewer', rule: group('S1'), isPartial: false } },
    'They’re still a viewer here through <!subteam^S1>.',
  ],
  [
    { kind: 'not-granted', subject: ops, still: undefined },
    'Nothing was granted to <!subteam^S1>, so there was nothing to take back.',
  ],
  [
    { kind: 'configured', subject: priya, configured: person('U1', 'admin') },
    'FOLLOWSTATS_ADMINS makes <@U1> an admin, and that can’t be changed from Slack.',
  ],
  [{ kind: 'last-admin', subject: priya }, '<@U1> is the last admin'],
  [{ kind: 'gap', subject: ops, why: 'missing-scope' }, 'the Slack app lacks the scope usergroups:read.'],
  [{ kind: 'gap', subject: ops, why: 'no-answer' }, 'Slack didn’t say who that is. Try again in a minute.'],
  [{ kind: 'gap', subject: ops, why: 'not-found' }, 'Nothing was granted to S1: Slack knows no such user group.'],
  [{ kind: 'gap', subject: priya, why: 'not-found' }, 'Nothing was granted to U1: Slack knows no such person.'],
  [{ kind: 'unsaved', subject: priya }, 'The change for <@U1> may not have been saved.'],
];

function expectTaken(answer: AccessAnswer, audience?: Partial<Audience>): string {
  const { text, renderings } = accessReply(answer, audience);
  for (const blocks of renderings) expect(validateBlocks(blocks, 'message')).toEqual([]);
  return text;
}

test.each(CHANGES)('a change: %j', (change, text) => {
  expect(expectTaken({ kind: 'changed', changes: [change], asker })).toContain(text);
});

test('each subject has its line', () => {
  const text = expectTaken({ kind: 'changed', changes: CHANGES.map(([change]) => change), asker });
  expect(text.split('\n')).toHaveLength(CHANGES.length);
});

describe('a change of one’s own role', () => {
  const own = { personId: 'U1', role: 'admin' } as const;

  test.each<[AccessChange, string]>([
    [allowed({}), 'You’re now an editor.'],
    [allowed({ membership: 'guest' }), 'You’re now an editor.'],
    [allowed({ before: 'editor' }), 'You’re an editor already.'],
    [
      allowed({ standing: person('U1', 'admin') }),
      'You’re still an admin, which counts for more. Your grant is kept as well.',
    ],
    [
      { kind: 'revoked', subject: priya, still: none },
      'Took back what was granted to you. You have no access here now.',
    ],
    [
      { kind: 'configured', subject: priya, configured: person('U1', 'admin') },
      'FOLLOWSTATS_ADMINS makes you an admin, and that can’t be changed from Slack.',
    ],
  ])('%j is said to oneself', (change, text) => {
    expect(expectTaken({ kind: 'changed', changes: [change], asker: own })).toBe(text);
  });

  test('offers nothing that the new role may not do', () => {
    const change: AccessChange = { kind: 'revoked', subject: priya, still: none, before: 'admin' };
    const { renderings } = accessReply({
      kind: 'changed',
      changes: [change],
      asker: { personId: 'U1', role: undefined },
    });
    expect(objectsIn(renderings).filter(({ type }) => type === 'button')).toEqual([]);
  });
});

test.each<[string, AccessChange, string]>([
  ['a person', allowed({ before: 'editor' }), '<@U1> is an editor already.'],
  [
    'a user group',
    allowed({ subject: ops, before: 'editor' }),
    'Every full member in <!subteam^S1> is an editor already.',
  ],
])('what %s had been granted before is no news', (_, change, text) => {
  expect(expectTaken({ kind: 'changed', changes: [change], asker })).toBe(text);
});

describe('taking a role back', () => {
  const revoked = (subject: AccessChange['subject'], before?: 'editor'): AccessChange => ({
    kind: 'revoked',
    subject,
    still: undefined,
    ...(before && { before }),
  });
  const undoOf = (...changes: readonly AccessChange[]) =>
    objectsIn(accessReply({ kind: 'changed', changes, asker }).renderings).flatMap(({ type, value, text }) =>
      type === 'button' && JSON.stringify(text).includes('Undo') ? [value] : [],
    );

  test('of one can be undone by a button that gives it back', () => {
    expect(undoOf(revoked(ops, 'editor'))).toEqual(['allow <!subteam^S1> editor\naccess']);
    expect(undoOf(revoked(priya, 'editor'), { kind: 'not-granted', subject: ops, still: undefined })).toEqual([
      'allow <@U1> editor\naccess',
    ]);
  });

  test('of several, or of a role that isn’t known, can’t', () => {
    expect(undoOf(revoked(priya))).toEqual([]);
    expect(undoOf(revoked(ops, 'editor'), revoked(priya, 'editor'))).toEqual([]);
  });
});

describe('access', () => {
  const rules = { kind: 'access', configured: [person('U9', 'admin'), everyone()] } as const;

  test('reads as a list, the highest role first, with what can be done about what was granted', () => {
    const reply = accessReply({ ...rules, granted: [granted(person('U1')), granted(group('S1', 'editor'))] });
    expect(read(reply)).toMatchInlineSnapshot(`
      "Who may use followstats
      • @U9 · admin · fixed in FOLLOWSTATS_ADMINS
      @S1 · editor · granted by @U9, Jan 1, 1970 12:00 AM
      [ Revoke ] [ More: Change to viewer, Change to admin ]
      • Every full member of this workspace · viewer · fixed in FOLLOWSTATS_VIEWERS
      @U1 · viewer · granted by @U9, Jan 1, 1970 12:00 AM
      [ Revoke ] [ More: Change to editor, Change to admin ]
      A user group or channel lets in full members only.
      [ Let someone in… ]"
    `);
  });

  test('each granted rule has the other roles in a menu, and a button that asks before it takes the role back', () => {
    const { renderings } = accessReply({ ...rules, granted: [granted(group('S1', 'editor'))] });
    const [menu] = objectsIn(renderings).filter(({ type }) => type === 'overflow');
    expect(objectsIn(menu).flatMap(({ value }) => value ?? [])).toEqual([
      'allow <!subteam^S1> viewer\naccess',
      'allow <!subteam^S1> admin\naccess',
    ]);
    const [take] = objectsIn(renderings).filter(({ type }) => type === 'button');
    expect(take).toMatchObject({
      value: 'revoke <!subteam^S1>\naccess',
      confirm: { text: { text: expect.stringContaining('will no longer make anyone an editor') } },
    });
  });

  test('each button that takes a role back has a name of its own, which begins with what it shows', () => {
    const all = [granted(group('S1', 'editor')), granted(channel('C1')), granted(person('U1')), granted(person('U2'))];
    const labels = objectsIn(accessReply({ ...rules, granted: all }).renderings).flatMap((one) =>
      one.type === 'button' && String(one.value).startsWith('revoke') ? [one.accessibility_label] : [],
    );
    expect(labels).toEqual([
      'Revoke: number 2, a user group, editor',
      'Revoke: number 4, a channel, viewer',
      'Revoke: number 5, a person, viewer',
      'Revoke: number 6, a person, viewer',
    ]);
  });

  test('says when what was granted can’t be read', () => {
    const text = expectTaken({ kind: 'access', configured: [channel('C1')], granted: undefined });
    expect(text).toContain('What was granted from Slack can’t be read right now');
    expect(text).not.toContain('Nothing has been granted');
  });

  test('of many rules has them all in its text and its blocks', () => {
    const all = Array.from({ length: 200 }, (_, n) => granted(person(`U0${n}`)));
    const reply = accessReply({ kind: 'access', configured: [], granted: all });
    expect(reply.text.split('\n').filter((line) => line.includes(' · viewer'))).toHaveLength(200);
    expect(objectsIn(reply.renderings).filter(({ type, user_id }) => type === 'user' && user_id !== 'U9')).toHaveLength(
      200,
    );
    expect(expectTaken({ kind: 'access', configured: [], granted: all })).toContain('/followstats revoke');
  });

  test('of every role, and as many as a message holds, is a message Slack takes', () => {
    const all = Array.from({ length: 60 }, (_, n) => granted(person(`U0${n}`, ROLES[n % 3])));
    const configured = ROLES.map((role, n) => channel(`C${n}`, role));
    expectTaken({ kind: 'access', configured, granted: all });
  });

  test('without any rule is still an answer', () => {
    expect(expectTaken({ kind: 'access', configured: [], granted: [] })).toContain('Nothing has been granted');
  });
});

describe('why', () => {
  const why = (decision: Decision, more: Partial<Explanation> = {}, audience?: Partial<Audience>) =>
    expectTaken({ kind: 'why', personId: undefined, decision, gap: undefined, admins: ['U9'], ...more }, audience);

  test.each([person('U1'), everyone(), group('S1'), channel('C1')])('names the rule about $subject', (rule) => {
    const byAdmin = granted({ ...rule, role: 'editor' });
    expect(why({ role: 'viewer', rule, isPartial: false })).toMatch(
      /^You’re a viewer.*\. That’s fixed in the configuration \(FOLLOWSTATS_VIEWERS\)\.$/,
    );
    expect(why({ role: 'viewer', rule, isPartial: false }, {}, { role: 'viewer' })).toMatch(
      /^You’re a viewer.*\. That’s fixed by the people who run followstats\.$/,
    );
    expect(why({ role: 'editor', rule: byAdmin, isPartial: false }, { personId: 'U1' })).toMatch(
      /^<@U1> is an editor.*\. <@U9> granted that, <!date.+>\.$/,
    );
  });

  test('says that there may be more when grants can’t be read', () => {
    expect(why({ role: 'viewer', rule: everyone(), isPartial: true })).toMatch(/so there may be a higher role\.$/);
  });

  const REASONS: readonly NoRole[] = ['no-rule', 'guest', 'stranger', 'unknown', 'unreadable'];

  test.each(REASONS)('has its own words for %s, about oneself and about another', (reason) => {
    const own = why({ role: undefined, reason }, {}, {});
    const other = why({ role: undefined, reason }, { personId: 'U1' });
    expect(own).not.toContain('<@U1>');
    expect(other).toContain('<@U1>');
    expect(own.includes('An admin can let you in: <@U9>.')).toBe(reason !== 'unreadable');
    expect(other.includes('Let them in with /followstats allow <@U1> viewer')).toBe(reason !== 'unreadable');
  });

  test.each([
    ['no-rule', 'usergroups:read'],
    ['unknown', 'users:read'],
  ] as const)('names the scope that Slack wants, to admins alone (%s)', (reason, scope) => {
    const decision: Decision = { role: undefined, reason };
    expect(why(decision, { gap: 'missing-scope' })).toContain(`lacks the scope ${scope}`);
    const own = why(decision, { gap: 'missing-scope' }, {});
    expect(own).not.toMatch(/scope|OAuth/);
    expect(own).toContain('An admin can let you in: <@U9>.');
  });

  test('says of one who is no full member, for no reason that Slack gives, what they may be', () => {
    expect(why({ role: undefined, reason: 'unknown' }, { personId: 'U1' })).toContain('It may be an app');
  });

  test('an admin lets another person in by a button', () => {
    const { renderings } = accessReply({ kind: 'why', personId: 'U1', decision: none, gap: undefined, admins: ['U9'] });
    expect(objectsIn(renderings)).toContainEqual(expect.objectContaining({ value: 'allow <@U1> viewer' }));
  });

  test('without any admin points to the operator of the app', () => {
    expect(why(none, { admins: [] }, {})).toMatch(/The people who run followstats can let you in\.$/);
  });
});
