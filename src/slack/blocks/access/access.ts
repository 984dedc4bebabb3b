import type { AccessAnswer } from '../../../followstats/access/answer.ts';
import type { Denial } from '../../../followstats/access/authorize.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders } from '../kit/answer-renders.ts';
import { type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { joinText, type Reply, sentences } from '../kit/reply.ts';
import { describeChange } from './access-change.ts';
import { describeWhy } from './access-why.ts';
import { describeDenial } from './denial.ts';
import { sayRule } from './rule-text.ts';

/** Answers of `allow`, `revoke`, `access` and `why`, and to people whom access keeps from any other. */
export const ACCESS_ANSWERS: AnswerRenders<AccessAnswer | ({ readonly kind: 'refused' } & Denial)> = {
  changed: (reader, answer) => sentences(reader, ...answer.changes.map((change) => describeChange(reader, change))),
  access: rulesReply,
  why: (reader, answer) => sentences(reader, describeWhy(reader, answer)),
  refused: (reader, denial) => sentences(reader, describeDenial(reader, denial)),
};

/** Every rule with the role it gives and where it comes from. */
function rulesReply(
  reader: Reader,
  { configured, granted, unrecognized }: Extract<AccessAnswer, { kind: 'access' }>,
): Reply {
  const said = reader.words.access.rules;
  const title = said.title();
  const rules = [...configured, ...(granted ?? [])].map((rule) => sayRule(said, rule));
  const notes: readonly Sentence[] = [
    ...(granted === undefined ? [said.unreadable()] : []),
    ...(granted?.length === 0 ? [said.noneGranted()] : []),
    ...(unrecognized === undefined ? [] : [said.unrecognized({ count: unrecognized })]),
    said.scope(),
  ];
  return {
    text: joinText(reader, [title, ...rules, ...notes].map(toText)),
    renderings: [[toRichText([title]), ...(rules.length > 0 ? [toBullets(rules)] : []), toRichText(notes)]],
  };
}
