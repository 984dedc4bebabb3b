import { type AnswerContext, defineSubcommand, done, type Ended, noDetails } from '../subcommand.ts';
import { type AccessChange, createAccessAnswer } from './answer.ts';
import { ACCESS_VERBS, beginningOfAccess, type NamedSubject, readAccessCommand } from './read.ts';
import { describeSubject } from './rules.ts';

const lookAt = () => 'access';
const describeSubjects = (subjects: readonly NamedSubject[]) => subjects.map(describeSubject).join(', ');

/** `allow`, `revoke`, `access` and `why` */
export const access = defineSubcommand({
  names: ACCESS_VERBS,
  beginning: beginningOfAccess,
  read: readAccessCommand,
  answer: createAccessAnswer,
  commands: {
    allow: {
      role: 'admin',
      action: 'grant',
      details: ({ subjects, role }) => ({ subject: describeSubjects(subjects), role }),
      lookAt,
    },
    revoke: {
      role: 'admin',
      action: 'revoke',
      details: ({ subjects }) => ({ subject: describeSubjects(subjects) }),
      lookAt,
    },
    access: { role: 'admin', action: 'access', details: noDetails, lookAt: undefined },
    why: {
      role: 'admin',
      isForAnyone: ({ personId }, asker: AnswerContext['asker']) => (personId ?? asker.personId) === asker.personId,
      action: 'why',
      details: ({ personId }) => (personId ? { subject: `person ${personId}` } : {}),
      lookAt: undefined,
    },
  },
  answers: {
    access: { ended: done },
    why: { ended: done },
    changed: {
      ended: ({ changes }) => changes.flatMap(endOfChange),
      measure: ({ changes }) => ({
        subjects: changes.length,
        done: changes.filter(({ kind }) => kind === 'allowed' || kind === 'revoked').length,
      }),
    },
  },
  furtherActions: [],
  usage: {
    why: { role: undefined, example: 'why' },
    allow: { role: 'admin', example: 'allow @priya editor' },
    revoke: { role: 'admin', example: 'revoke @priya' },
    access: { role: 'admin', example: 'access' },
    whyOther: { role: 'admin', example: 'why @priya' },
  },
});

/** Only of what never reached the store, which writes the others itself. */
function endOfChange(change: AccessChange): readonly Ended[] {
  if (change.kind !== 'gap' && change.kind !== 'unsaved') return [];
  const why = change.kind === 'gap' ? change.why : change.kind;
  return [{ outcome: 'failed', details: { subject: describeSubject(change.subject), why } }];
}
