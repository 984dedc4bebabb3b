import type { Rule } from '../../followstats/access.ts';
import type { AccessAnswer } from '../../followstats/access-admin.ts';
import type { Grant } from '../../followstats/grants.ts';
import { describeChange } from './access-change.ts';
import { describeWhy } from './access-why.ts';
import { nameSource, nameSubject } from './access-words.ts';
import { type Sentence, toBullets, toRichText, toText } from './inline.ts';
import { joinText, type Reply, sentences } from './reply.ts';

/** Gives answers about access their form. */
export function accessReply(answer: AccessAnswer): Reply {
  switch (answer.kind) {
    case 'changed':
      return sentences(...answer.changes.map(describeChange));
    case 'why':
      return sentences(describeWhy(answer));
    case 'access':
      return rulesReply(answer.configured, answer.granted);
  }
}

/** Every rule with the role it gives and where it comes from. */
function rulesReply(configured: readonly Rule[], granted: readonly Grant[] | undefined): Reply {
  const title: Sentence = [{ bold: 'Who may use followstats' }];
  const rules = [...configured, ...(granted ?? [])].map(
    (rule): Sentence => [nameSubject(rule.subject), ' – ', { bold: rule.role }, ', ', ...nameSource(rule)],
  );
  const notes: readonly Sentence[] = [
    ...(granted === undefined ? [['What was granted from Slack can’t be read just now; try again in a minute.']] : []),
    ...(granted?.length === 0 ? [['Nothing has been granted from Slack.']] : []),
    ['What the configuration gives can’t be revoked from Slack. A user group or channel lets in full members only.'],
  ];
  return {
    text: joinText([title, ...rules, ...notes].map(toText)),
    renderings: [[toRichText([title]), ...(rules.length > 0 ? [toBullets(rules)] : []), toRichText(notes)]],
  };
}
