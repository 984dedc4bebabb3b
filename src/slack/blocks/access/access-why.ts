import type { NoRole } from '../../../followstats/access/access.ts';
import type { Explanation } from '../../../followstats/access/explain-access.ts';
import type { Grant } from '../../../followstats/access/grants.ts';
import type { Rule } from '../../../followstats/access/rules.ts';
import type { PersonId } from '../../../followstats/ids.ts';
import { PENDING_READER } from '../../words/pending-reader.ts';
import type { Inline, Sentence } from '../kit/inline.ts';
import { listed } from '../kit/listed.ts';
import { typed } from '../kit/typed.ts';
import { explainUnsaid, nameSource, nameSubject } from './access-words.ts';

/** Which rule decided about somebody, or why none did and what would help. */
export function describeWhy(why: Explanation): Sentence {
  const { personId, decision } = why;
  const who = personId ? { personId } : 'You';
  const verb = personId ? ' is ' : ' are ';
  if (decision.role === undefined)
    return [...describeNone(why, decision.reason), ...describeHelp(why, decision.reason)];
  const partly = decision.isPartial
    ? [' What was granted from Slack can’t be read just now, so there may be a higher role.']
    : [];
  return [who, verb, { bold: decision.role }, ' here: ', ...describeRule(decision.rule, personId), '.', ...partly];
}

function describeRule(rule: Rule | Grant, personId: PersonId | undefined): readonly Inline[] {
  const source: readonly Inline[] = [', ', ...nameSource(rule)];
  switch (rule.subject.kind) {
    case 'person':
      return [personId ? 'a rule names them' : 'a rule names you', ...source];
    case 'group':
      return ['a rule lets in the members of the user group ', nameSubject(rule.subject), ...source];
    case 'channel':
      return ['a rule lets in full members who type in this channel, ', nameSubject(rule.subject), ...source];
    case 'everyone':
      return ['a rule lets in every full member of this workspace', ...source];
  }
}

function describeNone({ personId, gap }: Explanation, reason: NoRole): readonly Inline[] {
  const has: readonly Inline[] = personId ? [{ personId }, ' has'] : ['You have'];
  const them = personId ? 'them' : 'you';
  const none: readonly Inline[] = [...has, ' no role here: '];
  switch (reason) {
    case 'no-rule':
      return [
        ...none,
        `no rule names ${them}, this channel, or a user group known to have ${them} as a member.`,
        ...(gap ? [' Of some user groups the members aren’t known: ', ...explainUnsaid(gap, 'group')] : []),
      ];
    case 'guest':
      return [...none, 'guests get in only when a rule names them themselves, and none does.'];
    case 'stranger':
      return [...none, 'people of other workspaces get in only when a rule names them themselves, and none does.'];
    case 'unknown':
      return [
        ...none,
        `no rule names ${them}, and any other needs a full member, which Slack doesn’t say ${personId ? 'they are' : 'you are'}: `,
        ...(gap ? explainUnsaid(gap, 'person') : ['it may be an app, or somebody who has left.']),
      ];
    case 'unreadable':
      return [
        ...none,
        'the configuration gives none, and what was granted from Slack can’t be read just now. Try again in a minute.',
      ];
  }
}

/** What would let them in; for an admin the command, for anybody else whom to ask. */
function describeHelp({ personId, admins }: Explanation, reason: NoRole): readonly Inline[] {
  if (reason === 'unreadable') return [];
  if (personId) return [' To let them in, type ', typed('allow @person viewer'), ' with their name.'];
  if (admins.length === 0) return [' Whoever runs followstats can let you in.'];
  return [
    ' An admin can let you in: ',
    ...listed(
      PENDING_READER,
      admins.map((id) => ({ personId: id })),
    ),
    '.',
  ];
}
