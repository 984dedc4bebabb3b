import { expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import type { EmptyReference, Resolved } from '../../../../src/followstats/reports/resolve.ts';
import type { ListName } from '../../../../src/followstats/typed/list-name.ts';
import type { AccountId } from '../../../../src/followstats/types.ts';
import { toRichText, toText } from '../../../../src/slack/blocks/kit/inline.ts';
import { whoControls } from '../../../../src/slack/blocks/reports/who-controls.ts';
import { whoSentences } from '../../../../src/slack/blocks/reports/who-sentences.ts';
import { type Audience, withAudience } from '../../../../src/slack/words/reader.ts';
import { resolvedOf } from '../../../followstats/reports/sample-lookups.ts';
import { readerOf } from '../../readers.ts';

const EDITOR: Audience = { role: 'editor', admins: ['U9'] };
const VIEWER: Audience = { role: 'viewer', admins: ['U9'] };
const MANY: Audience = { role: undefined, admins: [] };

/** The sentences in words; in blocks, Slack takes them. */
function tell(named: Partial<Resolved>, audience = EDITOR): readonly string[] {
  const sentences = whoSentences(withAudience(readerOf(), audience), { ...resolvedOf(), ...named });
  if (sentences.length > 0) expect(validateBlocks([toRichText(sentences)], 'message')).toEqual([]);
  return sentences.map(toText);
}

/** What the buttons hold. */
const offered = (named: Partial<Resolved>, audience = EDITOR, badlyLinked: readonly string[] = []) =>
  whoControls(withAudience(readerOf(), audience), { ...resolvedOf(), ...named }, badlyLinked).map(({ value }) => value);

const people = (count: number) => Array.from({ length: count }, (_, n) => `U${n}`);

test('of a look-up of accounts alone nothing is said', () => {
  expect(tell(resolvedOf('alice'))).toEqual([]);
});

test('people with a link are named with their accounts', () => {
  const linked = [
    { personId: 'U1', account: 'alice' as AccountId },
    { personId: 'U2', account: 'r&d' as AccountId },
  ];
  expect(tell({ linked })).toEqual(['<@U1> is alice. <@U2> is r&amp;d.']);
});

test('people without one are named, with what this reader can do about it', () => {
  expect(tell({ unlinked: ['U1'] })).toEqual([
    '<@U1> isn’t linked to an account yet. Link them with /followstats link <@U1> USERID.',
  ]);
  expect(tell({ unlinked: ['U1'] }, VIEWER)).toEqual(['<@U1> isn’t linked to an account yet. Ask <@U9> to link them.']);
  expect(tell({ unlinked: ['U1'] }, MANY)).toEqual(['<@U1> isn’t linked to an account yet.']);
  expect(tell({ unlinked: ['U1', 'U2'] })[0]).toBe(
    '<@U1> and <@U2> aren’t linked to accounts yet. Link each of them with /followstats link @person USERID.',
  );
});

test('without admins a viewer reads who can help, and where many read it nobody is named', () => {
  const alone: Audience = { role: 'viewer', admins: [] };
  const empty: readonly EmptyReference[] = [{ kind: 'list', name: 'vip' as ListName }];
  expect(tell({ unlinked: ['U1'], empty }, alone)).toEqual([
    '<@U1> isn’t linked to an account yet. Ask the people who run followstats to link them.',
    'list:vip is empty. Ask the people who run followstats to add accounts.',
  ]);
  expect(tell({ unlinked: ['U1'], empty }, MANY)).toEqual([
    '<@U1> isn’t linked to an account yet.',
    'list:vip is empty.',
  ]);
});

test('a group whose members are all named as without a link isn’t told again', () => {
  const empty: readonly EmptyReference[] = [{ kind: 'group', groupId: 'S1', why: 'unlinked' }];
  expect(tell({ unlinked: ['U1', 'U2'], empty })).toHaveLength(1);
  expect(tell({ unlinked: people(12), empty })[1]).toBe('Nobody in <!subteam^S1> is linked to an account yet.');
});

test('an editor has buttons that link people and fill lists, and nobody else has', () => {
  const vip = { kind: 'list', name: 'vip' as ListName } as const;
  expect(offered({ unlinked: ['U1'] })).toEqual(['ask:link-person U1']);
  expect(offered({ unlinked: ['U1', 'U2'], empty: [vip] })).toEqual(['ask:link', 'ask:list-add vip']);
  expect(offered({}, EDITOR, ['U3'])).toEqual(['ask:link-person U3']);
  expect(offered({ unlinked: ['U1'] }, EDITOR, ['U3'])).toEqual(['ask:link']);
  expect(offered({ unlinked: ['U1'], empty: [vip] }, VIEWER, ['U3'])).toEqual([]);
  expect(offered({ unlinked: ['U1'], empty: [vip] }, MANY)).toEqual([]);
});

test('of many people the first ten are named, and the others counted', () => {
  const [unlinked] = tell({ unlinked: people(12) });
  expect(unlinked).toMatch(/<@U9>, and 2 more people aren’t linked/);
  expect(unlinked).not.toContain('<@U10>');
  expect(tell({ linked: people(11).map((personId) => ({ personId, account: 'a' as AccountId })) })[0]).toMatch(
    /<@U9> is a\. 1 more person has an account\.$/,
  );
});

test.each<[EmptyReference, string]>([
  [{ kind: 'list', name: 'vip' as ListName }, 'list:vip is empty. Add accounts with /followstats list add vip alice.'],
  [{ kind: 'group', groupId: 'S1', why: 'unlinked' }, 'Nobody in <!subteam^S1> is linked to an account yet.'],
  [{ kind: 'group', groupId: 'S1', why: 'no-members' }, '<!subteam^S1> has no members.'],
  [
    { kind: 'group', groupId: 'S1', why: 'missing-scope' },
    'Slack doesn’t say who is in <!subteam^S1>. Please tell <@U9>.',
  ],
  [{ kind: 'group', groupId: 'S1', why: 'not-found' }, 'Slack knows no user group <!subteam^S1>.'],
  [
    { kind: 'group', groupId: 'S1', why: 'no-answer' },
    'Slack didn’t say who is in <!subteam^S1> this time. Try again in a minute.',
  ],
])('%j is said in short sentences', (reference, sentence) => {
  expect(tell({ empty: [reference] })).toEqual([sentence]);
});

test('of an empty list a viewer learns whom to ask, and of a missing scope only an admin', () => {
  expect(tell({ empty: [{ kind: 'list', name: 'vip' as ListName }] }, VIEWER)).toEqual([
    'list:vip is empty. Ask <@U9> to add accounts.',
  ]);
  const group = { kind: 'group', groupId: 'S1', why: 'missing-scope' } as const;
  expect(tell({ empty: [group] }, { role: 'admin', admins: ['U9'] })[0]).toContain('the scope usergroups:read');
  expect(tell({ empty: [group] }, MANY)[0]).toMatch(/Please tell the people who run followstats\.$/);
});
