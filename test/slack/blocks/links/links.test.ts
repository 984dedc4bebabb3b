import { expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import type { Role } from '../../../../src/followstats/access/rules.ts';
import type { LinkAnswer } from '../../../../src/followstats/links/answer.ts';
import type { Link } from '../../../../src/followstats/links/links.ts';
import type { AccountId } from '../../../../src/followstats/types.ts';
import { MOST_CARDS } from '../../../../src/slack/blocks/kit/card.ts';
import { LINK_ANSWERS } from '../../../../src/slack/blocks/links/links.ts';
import { buildReply } from '../build-reply.ts';
import { textsIn, valuesIn } from '../read-rendering.ts';

const ALICE = 'alice' as AccountId;
const reply = (answer: LinkAnswer, role: Role = 'editor') => buildReply(LINK_ANSWERS, answer, { role });
const link = (personId: string, account = 'alice'): Link => ({
  personId,
  account: account as AccountId,
  by: 'U9',
  at: 0,
});

test.each<[LinkAnswer, string]>([
  [
    { kind: 'linked', personId: 'U1', account: ALICE, before: undefined, notInChat: [] },
    '<@U1> is now linked to alice.',
  ],
  [
    { kind: 'linked', personId: 'U1', account: ALICE, before: 'bob' as AccountId, notInChat: [{ account: ALICE }] },
    '<@U1> is now linked to alice, and no longer to bob.\nalice isn’t in Chat (yet).',
  ],
  [{ kind: 'unlinked', personId: 'U1', account: ALICE }, '<@U1> is no longer linked to alice.'],
  [
    { kind: 'unlinked', personId: 'U1', account: undefined },
    '<@U1> isn’t linked to an account, so nothing was changed.',
  ],
  [
    { kind: 'links', links: [] },
    'Nobody is linked to an account yet. Link someone with /followstats link @priya alice.',
  ],
  [
    { kind: 'links', links: [link('U1'), link('U2'), link('U3', 'bob')] },
    '3 people linked to 2 accounts\nalice: <@U1> and <@U2>\nbob: <@U3>',
  ],
  [{ kind: 'links', links: [link('U1')] }, '1 person linked to 1 account\nalice: <@U1>'],
])('%j is put into words', (answer, words) => {
  expect(reply(answer).text).toBe(words);
  for (const blocks of reply(answer).renderings) expect(validateBlocks(blocks, 'message')).toEqual([]);
});

test.each<[LinkAnswer, readonly string[]]>([
  [
    { kind: 'linked', personId: 'U1', account: ALICE, before: 'r&d <x>' as AccountId, notInChat: [] },
    ['lookup <@U1>', 'link <@U1> "r&amp;d &lt;x&gt;"\nlinks'],
  ],
  [
    {
      kind: 'linked',
      personId: 'U1',
      account: 'alcie' as AccountId,
      before: undefined,
      notInChat: [{ account: 'alcie' as AccountId, meant: ALICE }],
    },
    ['lookup <@U1>', 'link <@U1> alice'],
  ],
  [{ kind: 'unlinked', personId: 'U1', account: ALICE }, ['link <@U1> alice\nlinks']],
  [{ kind: 'unlinked', personId: 'U1', account: undefined }, ['ask:link-person U1', 'links']],
  [{ kind: 'links', links: [] }, ['ask:link']],
  [{ kind: 'links', links: [link('U1'), link('U2')] }, ['unlink <@U1>\nlinks', 'unlink <@U2>\nlinks', 'ask:link']],
])('%j has the buttons that do what is possible next', (answer, values) => {
  expect(valuesIn(reply(answer))).toEqual(values);
});

test('of very many links the first have a button, more are shown, the others counted, and the text has as many as it holds', () => {
  const links = Array.from({ length: 3000 }, (_, n) => link(`U${n}`, `account_${n}`));
  const { text, renderings } = reply({ kind: 'links', links });
  const [blocks = []] = renderings;
  expect(validateBlocks(blocks, 'message')).toEqual([]);
  expect(valuesIn(reply({ kind: 'links', links }))).toHaveLength(MOST_CARDS + 1);
  expect(textsIn(blocks).join('')).toContain('… and 2,680 more accounts.');
  expect(text.length).toBeLessThan(40_000);
  expect(text).toMatch(/\n… and [\d,]+ more lines$/);
});
