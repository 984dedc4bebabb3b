import { expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import type { LinkAnswer } from '../../../../src/followstats/links/answer.ts';
import type { Link } from '../../../../src/followstats/links/links.ts';
import type { AccountId } from '../../../../src/followstats/types.ts';
import { LINK_ANSWERS } from '../../../../src/slack/blocks/links/links.ts';
import { buildReply } from '../build-reply.ts';
import { textsIn } from '../read-rendering.ts';

const ALICE = 'alice' as AccountId;
const reply = (answer: LinkAnswer) => buildReply(LINK_ANSWERS, answer);
const link = (personId: string, account = 'alice'): Link => ({
  personId,
  account: account as AccountId,
  by: 'U9',
  at: 0,
});

test.each<[LinkAnswer, string]>([
  [
    { kind: 'linked', personId: 'U1', account: ALICE, before: undefined },
    '<@U1> is now linked to alice. Mention people to look them up, like /followstats @priya.',
  ],
  [
    { kind: 'linked', personId: 'U1', account: ALICE, before: 'bob' as AccountId },
    '<@U1> is now linked to alice, and no longer to bob. Mention people to look them up, like /followstats @priya.',
  ],
  [
    { kind: 'unlinked', personId: 'U1', account: ALICE },
    '<@U1> is no longer linked to alice. To link anew, type /followstats link @person USERID.',
  ],
  [
    { kind: 'unlinked', personId: 'U1', account: undefined },
    '<@U1> has no link, so there was nothing to take back. See all with /followstats links.',
  ],
  [{ kind: 'links', links: [] }, 'Nobody is linked yet. Make a link with /followstats link @priya alice.'],
  [
    { kind: 'links', links: [link('U1'), link('U2'), link('U3', 'bob')] },
    '3 people are linked to 2 accounts:\nalice: <@U1>, <@U2>\nbob: <@U3>',
  ],
  [{ kind: 'links', links: [link('U1')] }, '1 person is linked to 1 account:\nalice: <@U1>'],
])('%j is put into words', (answer, words) => {
  expect(reply(answer).text).toBe(words);
  for (const blocks of reply(answer).renderings) expect(validateBlocks(blocks, 'message')).toEqual([]);
});

test('of very many links the first are shown, the others counted, and the text tells as many as it holds', () => {
  const links = Array.from({ length: 3000 }, (_, n) => link(`U${n}`, `account_${n}`));
  const { text, renderings } = reply({ kind: 'links', links });
  const [blocks = []] = renderings;
  expect(validateBlocks(blocks, 'message')).toEqual([]);
  expect(textsIn(blocks).join('')).toContain('… and 2,700 more accounts.');
  expect(text.length).toBeLessThan(40_000);
  expect(text).toMatch(/\n… and \d+ more lines$/);
});
