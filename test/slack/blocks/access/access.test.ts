import { describe, expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import type { Decision, NoRole } from '../../../../src/followstats/access/access.ts';
import type { AccessAnswer, AccessChange } from '../../../../src/followstats/access/answer.ts';
import type { Explanation } from '../../../../src/followstats/access/explain-access.ts';
import { ACCESS_ANSWERS } from '../../../../src/slack/blocks/access/access.ts';
import { channel, everyone, granted, group, person } from '../../../followstats/access/sample-rules.ts';
import { buildReply } from '../build-reply.ts';
import { objectsIn, read } from '../read-rendering.ts';

const priya = { kind: 'person', id: 'U1' } as const;
const ops = { kind: 'group', id: 'S1' } as const;
const none: Decision = { role: undefined, reason: 'no-rule' };
const accessReply = (answer: AccessAnswer) => buildReply(ACCESS_ANSWERS, answer);
const allowed = (more: object): AccessChange =>
  ({
    kind: 'allowed',
    subject: priya,
    role: 'editor',
    membership: 'member',
    configured: undefined,
    ...more,
  }) as AccessChange;

const CHANGES: readonly (readonly [change: AccessChange, text: string])[] = [
  [allowed({}), '<@U1> is now editor.'],
  [allowed({ membership: 'guest' }), '<@U1> is now editor. They are a guest here'],
  [allowed({ membership: 'stranger' }), 'They belong to another workspace'],
  [allowed({ membership: 'unknown' }), 'Slack doesn’t say that they are a full member'],
  [allowed({ configured: person('U1', 'editor') }), 'The configuration gives the same role already.'],
  [
    allowed({ configured: person('U1', 'admin') }),
    'The configuration gives the role admin, and the higher role counts.',
  ],
  [allowed({ subject: ops, membership: undefined }), 'Every full member in <!subteam^S1> is now editor.'],
  [allowed({ subject: { kind: 'channel', id: 'C1' } }), 'Every full member who types in <#C1> is now editor.'],
  [{ kind: 'revoked', subject: ops, still: undefined }, 'Revoked what was granted to <!subteam^S1>.'],
  [{ kind: 'revoked', subject: priya, still: none }, 'Revoked what was granted to <@U1>. They have no role here.'],
  [
    { kind: 'revoked', subject: priya, still: { role: 'viewer', rule: everyone(), isPartial: false } },
    'They are still viewer here by the rule about every full member of this workspace, from the configuration (FOLLOWSTATS_VIEWERS).',
  ],
  [
    { kind: 'not-granted', subject: ops, still: undefined },
    'Nothing was granted to <!subteam^S1>, so there is nothing to revoke.',
  ],
  [
    { kind: 'configured', subject: priya, configured: person('U1', 'admin') },
    'from the configuration (FOLLOWSTATS_ADMINS)',
  ],
  [{ kind: 'last-admin', subject: priya }, '<@U1> is the last admin'],
  [{ kind: 'gap', subject: ops, why: 'missing-scope' }, 'the Slack app lacks the scope usergroups:read.'],
  [{ kind: 'gap', subject: ops, why: 'no-answer' }, 'Slack gave no answer just now. Try again in a minute.'],
  [{ kind: 'gap', subject: ops, why: 'not-found' }, 'Nothing was granted to S1: Slack knows no such user group.'],
  [{ kind: 'gap', subject: priya, why: 'not-found' }, 'Nothing was granted to U1: Slack knows no such person.'],
  [{ kind: 'unsaved', subject: priya }, 'The change for <@U1> may not have been saved.'],
];

function expectTaken(answer: AccessAnswer): string {
  const { text, renderings } = accessReply(answer);
  for (const blocks of renderings) expect(validateBlocks(blocks, 'message')).toEqual([]);
  return text;
}

test.each(CHANGES)('a change: %j', (change, text) => {
  expect(expectTaken({ kind: 'changed', changes: [change] })).toContain(text);
});

test('each subject has its line', () => {
  const text = expectTaken({ kind: 'changed', changes: CHANGES.map(([change]) => change) });
  expect(text.split('\n')).toHaveLength(CHANGES.length);
});

describe('access', () => {
  test('reads as a list', () => {
    const configured = [person('U9', 'admin'), everyone()];
    const reply = accessReply({ kind: 'access', configured, granted: [granted(group('S1', 'editor'))] });
    expect(read(reply)).toMatchInlineSnapshot(`
      "Who may use followstats
      • @U9 – admin, from the configuration (FOLLOWSTATS_ADMINS)
      • every full member of this workspace – viewer, from the configuration (FOLLOWSTATS_VIEWERS)
      • @S1 – editor, granted by @U9, Jan 1, 1970 12:00 AM
      What the configuration gives can’t be revoked from Slack. A user group or channel lets in full
      members only."
    `);
  });

  test('says when what was granted can’t be read', () => {
    const text = expectTaken({ kind: 'access', configured: [channel('C1')], granted: undefined });
    expect(text).toContain('What was granted from Slack can’t be read just now');
    expect(text).not.toContain('Nothing has been granted');
  });

  test('of many rules has them all in its text and its blocks', () => {
    const all = Array.from({ length: 200 }, (_, n) => granted(person(`U0${n}`)));
    const reply = accessReply({ kind: 'access', configured: [], granted: all });
    expect(reply.text.split('\n').filter((line) => line.includes(' – viewer'))).toHaveLength(200);
    expect(objectsIn(reply.renderings).filter(({ type, user_id }) => type === 'user' && user_id !== 'U9')).toHaveLength(
      200,
    );
    expectTaken({ kind: 'access', configured: [], granted: all });
  });

  test('without any rule is still an answer', () => {
    expect(expectTaken({ kind: 'access', configured: [], granted: [] })).toContain('Nothing has been granted');
  });
});

describe('why', () => {
  const why = (decision: Decision, more: Partial<Explanation> = {}) =>
    expectTaken({ kind: 'why', personId: undefined, decision, gap: undefined, admins: ['U9'], ...more });

  test.each([person('U1'), everyone(), group('S1'), channel('C1')])('names the rule about $subject', (rule) => {
    const byAdmin = granted({ ...rule, role: 'editor' });
    expect(why({ role: 'viewer', rule, isPartial: false })).toMatch(
      /^You are viewer here: a rule .+, from the configuration \(FOLLOWSTATS_VIEWERS\)\.$/,
    );
    expect(why({ role: 'editor', rule: byAdmin, isPartial: false }, { personId: 'U1' })).toMatch(
      /^<@U1> is editor here: a rule .+, granted by <@U9>, <!date.+>\.$/,
    );
  });

  test('says that there may be more when grants can’t be read', () => {
    expect(why({ role: 'viewer', rule: everyone(), isPartial: true })).toMatch(/so there may be a higher role\.$/);
  });

  const REASONS: readonly NoRole[] = ['no-rule', 'guest', 'stranger', 'unknown', 'unreadable'];

  test.each(REASONS)('has its own words for %s, about oneself and about another', (reason) => {
    const own = why({ role: undefined, reason });
    const other = why({ role: undefined, reason }, { personId: 'U1' });
    expect(own).toMatch(/^You have no role here: /);
    expect(other).toMatch(/^<@U1> has no role here: /);
    expect(own.includes('An admin can let you in: <@U9>.')).toBe(reason !== 'unreadable');
    expect(other.includes('/followstats allow @person viewer')).toBe(reason !== 'unreadable');
  });

  test('names the scope that Slack wants', () => {
    const noRule: Decision = { role: undefined, reason: 'no-rule' };
    expect(why(noRule, { gap: 'missing-scope' })).toContain('lacks the scope usergroups:read');
    const unknown: Decision = { role: undefined, reason: 'unknown' };
    expect(why(unknown, { gap: 'missing-scope' })).toContain('lacks the scope users:read');
    expect(why(unknown)).toContain('it may be an app, or somebody who has left');
  });

  test('without any admin points to the operator of the app', () => {
    expect(why(none, { admins: [] })).toMatch(/Whoever runs followstats can let you in\.$/);
  });
});
