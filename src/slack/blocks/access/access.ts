import type { AccessAnswer } from '../../../followstats/access/access-admin.ts';
import type { Reader } from '../../words/reader.ts';
import type { Builders } from '../kit/builders.ts';
import { type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { joinText, type Reply, sentences } from '../kit/reply.ts';
import { describeChange } from './access-change.ts';
import { describeWhy } from './access-why.ts';
import { sayRule } from './rule-text.ts';

/** Replies to `allow`, `revoke`, `access` and `why`. */
export const accessBuilders = {
  changed: (reader, answer) => sentences(...answer.changes.map((change) => describeChange(reader, change))),
  access: rulesReply,
  why: (reader, answer) => sentences(describeWhy(reader, answer)),
} satisfies Builders<AccessAnswer, unknown>;

/** Every rule with the role it gives and where it comes from. */
function rulesReply(
  { words }: Reader,
  { configured, granted, unrecognized }: Extract<AccessAnswer, { kind: 'access' }>,
): Reply {
  const said = words.access.rules;
  const title = said.title();
  const rules = [...configured, ...(granted ?? [])].map((rule) => sayRule(said, rule));
  const notes: readonly Sentence[] = [
    ...(granted === undefined ? [said.unreadable()] : []),
    ...(granted?.length === 0 ? [said.noneGranted()] : []),
    ...(unrecognized === undefined ? [] : [said.unrecognized({ count: unrecognized })]),
    said.scope(),
  ];
  return {
    text: joinText([title, ...rules, ...notes].map(toText)),
    renderings: [[toRichText([title]), ...(rules.length > 0 ? [toBullets(rules)] : []), toRichText(notes)]],
  };
}
