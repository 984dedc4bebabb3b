import type { AccessAnswer } from '../../../followstats/access/answer.ts';
import { type Sentence, toBullets, toRichText, toText } from '../kit/inline.ts';
import { joinText, type Reply, sentences } from '../kit/reply.ts';
import { describeChange } from './access-change.ts';
import { describeWhy } from './access-why.ts';
import { nameSource, nameSubject } from './access-words.ts';

/** Gives answers about access their form. */
export function accessReply(answer: AccessAnswer): Reply {
  switch (answer.kind) {
    case 'changed':
      return sentences(...answer.changes.map(describeChange));
    case 'why':
      return sentences(describeWhy(answer));
    case 'access':
      return rulesReply(answer);
  }
}

/** Every rule with the role it gives and where it comes from. */
function rulesReply({ configured, granted, unrecognized }: Extract<AccessAnswer, { kind: 'access' }>): Reply {
  const title: Sentence = [{ bold: 'Who may use followstats' }];
  const rules = [...configured, ...(granted ?? [])].map(
    (rule): Sentence => [nameSubject(rule.subject), ' – ', { bold: rule.role }, ', ', ...nameSource(rule)],
  );
  const notes: readonly Sentence[] = [
    ...(granted === undefined ? [['What was granted from Slack can’t be read just now; try again in a minute.']] : []),
    ...(granted?.length === 0 ? [['Nothing has been granted from Slack.']] : []),
    ...(unrecognized === undefined ? [] : [[unrecognizedNote(unrecognized)]]),
    ['What the configuration gives can’t be revoked from Slack. A user group or channel lets in full members only.'],
  ];
  return {
    text: joinText([title, ...rules, ...notes].map(toText)),
    renderings: [[toRichText([title]), ...(rules.length > 0 ? [toBullets(rules)] : []), toRichText(notes)]],
  };
}

function unrecognizedNote(count: number): string {
  const rules = count === 1 ? '1 more rule was' : `${count} more rules were`;
  return `${rules} granted by a newer version of followstats; this version does not know what they mean, so they let nobody in.`;
}
