import { type DirectoryGap, isGranted, type NoRole } from '../../../followstats/access/access.ts';
import type { Explanation } from '../../../followstats/access/explain-access.ts';
import type { Grant } from '../../../followstats/access/grants.ts';
import type { Rule } from '../../../followstats/access/rules.ts';
import type { PersonId } from '../../../followstats/ids.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { listed } from '../kit/listed.ts';
import { typed } from '../kit/typed.ts';
import { mentionSubject, SCOPES, sourceOf, variableOf } from './rule-text.ts';

/** Which rule decided about a person, or why none did and what would help. */
export function describeWhy(reader: Reader, why: Explanation): Sentence {
  const { personId, decision } = why;
  if (decision.role === undefined) {
    return joinSentences(
      reader,
      ...describeNoRole(reader, why, decision.reason),
      describeHelp(reader, why, decision.reason),
    );
  }
  const { partial } = reader.words.access.why;
  return joinSentences(
    reader,
    describeRule(reader, decision.rule, personId),
    decision.isPartial ? partial() : undefined,
  );
}

/** @param personId whom the rule lets in; `undefined` for the reader */
function describeRule({ words }: Reader, rule: Rule | Grant, personId: PersonId | undefined): Sentence {
  const { you, them } = words.access.why;
  const { role, subject } = rule;
  // The sentences about everyone name no subject.
  const about = subject.kind === 'everyone' ? '' : mentionSubject(subject);
  if (isGranted(rule)) {
    const said = { role, subject: about, ...sourceOf(rule) };
    return personId ? them.granted[subject.kind]({ ...said, person: { personId } }) : you.granted[subject.kind](said);
  }
  const said = { role, subject: about, variable: variableOf(rule) };
  return personId
    ? them.configured[subject.kind]({ ...said, person: { personId } })
    : you.configured[subject.kind](said);
}

function describeNoRole(
  { words }: Reader,
  { personId, gap }: Explanation,
  reason: NoRole,
): readonly (Sentence | undefined)[] {
  const { you, them, groups } = words.access.noRole;
  const said = personId ? them : you;
  // The sentences about the reader name no person.
  const person = personId ? { personId } : '';
  switch (reason) {
    case 'no-rule':
      return [said.noRule({ person }), gap && groups[GAPS[gap]]({ scope: SCOPES.group })];
    case 'unknown':
      return [said.unknown[gap ? GAPS[gap] : 'noPerson']({ person, scope: SCOPES.person })];
    default:
      return [said[reason]({ person })];
  }
}

const GAPS = {
  'missing-scope': 'missingScope',
  'not-found': 'notFound',
  'no-answer': 'noAnswer',
} as const satisfies Record<DirectoryGap, string>;

/** What would give a role: for an admin the command, for anybody else the persons to ask. */
function describeHelp(reader: Reader, { personId, admins }: Explanation, reason: NoRole): Sentence | undefined {
  const { help } = reader.words.access.noRole;
  if (reason === 'unreadable') return undefined;
  if (personId) return help.allow({ allow: typed('allow @person viewer') });
  if (admins.length === 0) return help.noAdmins();
  return help.admins({
    admins: listed(
      reader,
      admins.map((id) => ({ personId: id })),
    ),
  });
}
