import { expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import type { EmptyReference, Resolved } from '../../../../src/followstats/reports/resolve.ts';
import type { ListName } from '../../../../src/followstats/typed/list-name.ts';
import type { AccountId } from '../../../../src/followstats/types.ts';
import { toRichText, toText } from '../../../../src/slack/blocks/kit/inline.ts';
import { whoSentences } from '../../../../src/slack/blocks/reports/who-sentences.ts';
import { resolvedOf } from '../../../followstats/reports/sample-lookups.ts';
import { readerOf } from '../../readers.ts';

/** The sentences in words; in blocks, Slack takes them. */
function tell(named: Partial<Resolved>): readonly string[] {
  const sentences = whoSentences(readerOf(), { ...resolvedOf(), ...named });
  if (sentences.length > 0) expect(validateBlocks([toRichText(sentences)], 'message')).toEqual([]);
  return sentences.map(toText);
}

const people = (count: number) => Array.from({ length: count }, (_, n) => `U${n}`);

test('of a look-up of accounts alone nothing is said', () => {
  expect(tell(resolvedOf('alice'))).toEqual([]);
});

test('people with a link are named with their accounts', () => {
  const linked = [
    { personId: 'U1', account: 'alice' as AccountId },
    { personId: 'U2', account: 'r&d' as AccountId },
  ];
  expect(tell({ linked })).toEqual(['<@U1> is alice, <@U2> is r&amp;d.']);
});

test('people without one are named, with the command that links them', () => {
  expect(tell({ unlinked: ['U1'] })).toEqual([
    '<@U1> has no link to a Chat account yet. An editor can make one: /followstats link @person USERID.',
  ]);
  expect(tell({ unlinked: ['U1', 'U2'] })[0]).toMatch(/^<@U1>, <@U2> have no link/);
});

test('of many people the first ten are named, and the others counted', () => {
  const [unlinked] = tell({ unlinked: people(12) });
  expect(unlinked).toMatch(/<@U9> and 2 more have no link/);
  expect(unlinked).not.toContain('<@U10>');
  expect(tell({ linked: people(11).map((personId) => ({ personId, account: 'a' as AccountId })) })[0]).toMatch(
    /<@U9> is a and 1 more\.$/,
  );
});

test.each<[EmptyReference, string]>([
  [{ kind: 'list', name: 'vip' as ListName }, 'list:vip is empty. Add accounts with /followstats list add vip alice.'],
  [{ kind: 'group', groupId: 'S1', why: 'unlinked' }, '<!subteam^S1>: no member has a link to a Chat account yet.'],
  [{ kind: 'group', groupId: 'S1', why: 'no-members' }, '<!subteam^S1> has no members.'],
  [
    { kind: 'group', groupId: 'S1', why: 'missing-scope' },
    'Slack doesn’t say who is in <!subteam^S1>: that needs the scope usergroups:read, which whoever runs followstats can add to the Slack app.',
  ],
  [{ kind: 'group', groupId: 'S1', why: 'not-found' }, 'Slack knows no user group <!subteam^S1>.'],
  [
    { kind: 'group', groupId: 'S1', why: 'no-answer' },
    'Slack didn’t say just now who is in <!subteam^S1>; please try again in a minute.',
  ],
])('%j is said in one sentence', (reference, sentence) => {
  expect(tell({ empty: [reference] })).toEqual([sentence]);
});
