import { type Decision, type DirectoryGap, isGranted, type NoRole } from '../../../followstats/access/access.ts';
import type { Explanation } from '../../../followstats/access/explain-access.ts';
import type { Grant } from '../../../followstats/access/grants.ts';
import type { Rule } from '../../../followstats/access/rules.ts';
import type { PersonId } from '../../../followstats/ids.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { mentionAdmins } from '../kit/mention-people.ts';
import { type Offer, offer } from '../kit/offer.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';
import { withControls } from '../kit/with-controls.ts';
import { mentionSubject, SCOPES, sayRole, sourceOf, variableOf } from './rule-text.ts';

/** Which rule decided about a person, or why none did and what would help. */
export function whyReply(reader: Reader, why: Explanation): Reply {
  const { personId, decision } = why;
  if (decision.role !== undefined) return sentences(reader, ruleSentence(reader, { personId, decision }));
  const { reason } = decision;
  const lines = [...describeNoRole(reader, why, reason), describeHelp(reader, why, reason)];
  return withControls(sentences(reader, joinSentences(reader, ...lines)), offer(reader, letIn(reader, why, reason)));
}

/** Which role a person has, and by which rule. @param about `personId`: `undefined` for the reader */
export function ruleSentence(
  reader: Reader,
  about: Pick<Explanation, 'personId'> & { readonly decision: Extract<Decision, { readonly rule: unknown }> },
): Sentence {
  const { rule, isPartial } = about.decision;
  const partial = isPartial ? reader.words.access.why.partial() : undefined;
  return joinSentences(reader, ...describeRule(reader, rule, about.personId), partial);
}

/** @param personId whom the rule lets in; `undefined` for the reader */
function describeRule(reader: Reader, rule: Rule | Grant, personId: PersonId | undefined): readonly Sentence[] {
  const { you, them, granted, configured, configuredIn } = reader.words.access.why;
  const { subject } = rule;
  const role = sayRole(reader, rule.role);
  // The sentences about everyone, and about a person by name, name no subject.
  const about = subject.kind === 'everyone' ? '' : mentionSubject(subject);
  const what = personId
    ? them[subject.kind]({ role, subject: about, person: { personId } })
    : you[subject.kind]({ role, subject: about });
  if (isGranted(rule)) return [what, granted(sourceOf(rule))];
  return [what, reader.role === 'admin' ? configuredIn({ variable: variableOf(rule) }) : configured()];
}

function describeNoRole(
  reader: Reader,
  { personId, gap }: Explanation,
  reason: NoRole,
): readonly (Sentence | undefined)[] {
  const { you, them, personGap, groupGap } = reader.words.access.noRole;
  const said = personId ? them : you;
  // The sentences about the reader name no person.
  const person = personId ? { personId } : '';
  const what = said[NAMES[reason]]({ person });
  // What the app lacks is for those who can add it.
  if (gap === 'missing-scope' && reader.role !== 'admin') return [what];
  if (reason === 'no-rule') return [what, gap && groupGap[GAPS[gap]]({ scope: SCOPES.group })];
  if (reason === 'unknown') return [what, personGap[gap ? GAPS[gap] : 'none']({ scope: SCOPES.person })];
  return [what];
}

const NAMES = {
  'no-rule': 'noRule',
  guest: 'guest',
  stranger: 'stranger',
  unreadable: 'unreadable',
  unknown: 'unknown',
} as const satisfies Record<NoRole, string>;

const GAPS = {
  'missing-scope': 'missingScope',
  'not-found': 'notFound',
  'no-answer': 'noAnswer',
} as const satisfies Record<DirectoryGap, string>;

/** What would give a role: for an admin the command, for anybody else the persons to ask. */
function describeHelp(reader: Reader, { personId, admins }: Explanation, reason: NoRole): Sentence | undefined {
  const { help } = reader.words.access.noRole;
  if (reason === 'unreadable') return undefined;
  if (personId) return help.allow({ allow: [typed('allow'), ' ', { personId }, ' ', { code: 'viewer' }] });
  if (admins.length === 0) return help.noAdmins();
  return help.admins({ admins: mentionAdmins(reader, admins) });
}

/** The button that does it. */
function letIn({ words }: Reader, { personId }: Explanation, reason: NoRole): Offer | undefined {
  if (!personId || reason === 'unreadable') return undefined;
  return { key: 'let-in', words: words.access.noRole.letIn, deed: { command: `allow <@${personId}> viewer` } };
}
