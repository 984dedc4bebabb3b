import { isGranted } from '../../../followstats/access/access.ts';
import type { AccessAnswer } from '../../../followstats/access/answer.ts';
import type { Denial } from '../../../followstats/access/authorize.ts';
import type { Grant } from '../../../followstats/access/grants.ts';
import { type Rule, rank } from '../../../followstats/access/rules.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders } from '../kit/answer-renders.ts';
import { card, MOST_CARDS } from '../kit/card.ts';
import { type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { offer } from '../kit/offer.ts';
import { joinText, type MessageBlock, type Reply, sentences } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';
import { withControls } from '../kit/with-controls.ts';
import { describeChange } from './access-change.ts';
import { whyReply } from './access-why.ts';
import { describeDenial } from './denial.ts';
import { letSomeoneIn, ruleControls, seeAccess, undoRevoke } from './rule-controls.ts';
import { ruleLine } from './rule-text.ts';

/** Answers of `allow`, `revoke`, `access` and `why`, and to people whom access keeps from any other. */
export const ACCESS_ANSWERS: AnswerRenders<AccessAnswer | ({ readonly kind: 'refused' } & Denial)> = {
  changed: (reader, { changes, asker }) =>
    withControls(
      sentences(reader, ...changes.map((change) => describeChange(reader, change, asker.personId))),
      // Who has just lost their own role may do none of it.
      offer({ ...reader, role: asker.role }, undoRevoke(reader, changes), seeAccess(reader)),
    ),
  access: rulesReply,
  why: whyReply,
  refused: (reader, denial) => sentences(reader, describeDenial(reader, denial)),
};

/** Every rule, the highest role first: those granted from Slack with what can be done with them, as far as a message holds that. */
function rulesReply(
  reader: Reader,
  { configured, granted, unrecognized }: Extract<AccessAnswer, { kind: 'access' }>,
): Reply {
  const said = reader.words.access.rules;
  const title = said.title();
  const rules = [...configured, ...(granted ?? [])].toSorted((a, b) => rank(b.role) - rank(a.role));
  // In a form nothing can be typed.
  const mayType = reader.isInForm !== true;
  const others = mayType && rules.filter(isGranted).length > MOST_CARDS;
  const notes: readonly Sentence[] = [
    ...(granted === undefined ? [said.unreadable()] : []),
    ...(mayType && granted?.length === 0 ? [said.noneGranted({ allow: typed('allow @priya viewer') })] : []),
    ...(unrecognized === undefined ? [] : [said.unrecognized({ count: unrecognized })]),
    ...(others ? [said.changeWith({ allow: typed('allow'), revoke: typed('revoke') })] : []),
    said.scope(),
  ];
  const reply: Reply = {
    text: joinText(reader, [title, ...rules.map((rule) => ruleLine(reader, rule)), ...notes].map(toText)),
    renderings: [[toRichText([title]), ...ruleBlocks(reader, rules), toRichText(notes)]],
  };
  return withControls(reply, granted === undefined ? [] : offer(reader, letSomeoneIn(reader)));
}

/** A card for each granted rule while there is room for one; neighbours without controls share a block. */
function ruleBlocks(reader: Reader, rules: readonly (Rule | Grant)[]): readonly MessageBlock[] {
  const blocks: MessageBlock[] = [];
  let lines: Sentence[] = [];
  let cards = 0;
  const flush = () => {
    if (lines.length > 0) blocks.push(toBullets(lines));
    lines = [];
  };
  for (const [n, rule] of rules.entries()) {
    const controls = isGranted(rule) && cards < MOST_CARDS ? ruleControls(reader, rule, n + 1) : [];
    if (controls.length === 0) {
      lines.push(ruleLine(reader, rule));
      continue;
    }
    flush();
    cards += 1;
    blocks.push(...card([ruleLine(reader, rule)], controls));
  }
  flush();
  return blocks;
}
