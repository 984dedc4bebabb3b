import type { PersonId } from '../ids.ts';
import type { Misread } from '../subcommand.ts';
import { type FaultWord, toFaultWord, type Word } from '../typed/words.ts';
import { ROLES, type Role, type Subject } from './rules.ts';

/** The first words of the commands about who may do what. */
export const ACCESS_VERBS = ['allow', 'revoke', 'access', 'why'] as const;
type AccessVerb = (typeof ACCESS_VERBS)[number];

/** Each is one call to Slack and one transaction, and all of them share the time of one command. */
export const MOST_SUBJECTS = 20;

/** Whom access can be given to from Slack; every full member only by the configuration. */
export type NamedSubject = Exclude<Subject, { kind: 'everyone' }>;

/** A command about who may do what; subjects are named once each, in the order typed. */
export type AccessCommand =
  | { readonly kind: 'allow'; readonly subjects: readonly NamedSubject[]; readonly role: Role }
  | { readonly kind: 'revoke'; readonly subjects: readonly NamedSubject[] }
  | { readonly kind: 'access' }
  /** `personId`: whom it is about; `undefined` for the asker. */
  | { readonly kind: 'why'; readonly personId: PersonId | undefined };

/** What is wrong with a command about access. `word`: the word at fault, as it was typed; untrusted text. */
export type AccessFault =
  | { readonly kind: 'no-subject'; readonly subcommand: 'allow' | 'revoke' }
  | { readonly kind: 'not-a-subject'; readonly subcommand: 'allow' | 'revoke'; readonly word: FaultWord }
  | { readonly kind: 'not-a-role'; readonly word: string }
  | { readonly kind: 'second-role'; readonly word: FaultWord }
  | { readonly kind: 'too-many-subjects'; readonly subcommand: 'allow' | 'revoke'; readonly count: number }
  | { readonly kind: 'words-behind-access'; readonly word: FaultWord }
  | { readonly kind: 'not-one-person'; readonly word: FaultWord };

type Read = AccessCommand | { readonly fault: AccessFault };

/** Reads the words behind `/followstats allow`, `revoke`, `access` or `why`. */
export function readAccessCommand(
  verb: AccessVerb,
  words: readonly Word[],
): AccessCommand | Misread<AccessFault, AccessVerb> {
  const read = { allow: readAllow, revoke: readRevoke, access: readAccess, why: readWhy }[verb](words);
  // A `why` that can't be read may have been about oneself, which is for everyone.
  return 'fault' in read && verb !== 'why' ? { ...read, meant: verb } : read;
}

function readAllow(words: readonly Word[]): Read {
  const roles: Role[] = [];
  const rest: Word[] = [];
  for (const word of words) {
    const role = readRole(word);
    if (role && roles.length > 0) return { fault: { kind: 'second-role', word: toFaultWord(word) } };
    if (role) roles.push(role);
    else rest.push(word);
  }
  const subjects = readSubjects('allow', rest);
  return 'kind' in subjects ? { fault: subjects } : { kind: 'allow', subjects, role: roles[0] ?? 'viewer' };
}

function readRevoke(words: readonly Word[]): Read {
  const subjects = readSubjects('revoke', words);
  return 'kind' in subjects ? { fault: subjects } : { kind: 'revoke', subjects };
}

function readAccess([word]: readonly Word[]): Read {
  return word ? { fault: { kind: 'words-behind-access', word: toFaultWord(word) } } : { kind: 'access' };
}

function readWhy([word, second]: readonly Word[]): Read {
  if (!word) return { kind: 'why', personId: undefined };
  if (word.kind !== 'person') return { fault: { kind: 'not-one-person', word: toFaultWord(word) } };
  if (second) return { fault: { kind: 'not-one-person', word: toFaultWord(second) } };
  return { kind: 'why', personId: word.personId };
}

/** Whom the words name, each once, in the order named. */
function readSubjects(subcommand: 'allow' | 'revoke', words: readonly Word[]): readonly NamedSubject[] | AccessFault {
  const subjects = new Map<string, NamedSubject>();
  for (const word of words) {
    const subject = toSubject(word);
    // A name with its sign was meant as a mention that Slack didn't make one of; other text may be a mistyped role.
    if (!subject && subcommand === 'allow' && word.kind === 'text' && !/^[@#]/.test(word.text)) {
      return { kind: 'not-a-role', word: word.text };
    }
    if (!subject) return { kind: 'not-a-subject', subcommand, word: toFaultWord(word) };
    subjects.set(subject.id, subject);
  }
  if (subjects.size === 0) return { kind: 'no-subject', subcommand };
  if (subjects.size > MOST_SUBJECTS) return { kind: 'too-many-subjects', subcommand, count: subjects.size };
  return [...subjects.values()];
}

function toSubject(word: Word): NamedSubject | undefined {
  switch (word.kind) {
    case 'person':
      return { kind: 'person', id: word.personId };
    case 'group':
      return { kind: 'group', id: word.groupId };
    case 'channel':
      return { kind: 'channel', id: word.channelId };
    default:
      return undefined;
  }
}

function readRole(word: Word): Role | undefined {
  return word.kind === 'text' && !word.quoted ? ROLES.find((role) => role === word.text.toLowerCase()) : undefined;
}

/** Returns the first of those that `allow` and `revoke` may name. */
export function beginningOfAccess(verb: AccessVerb, words: readonly Word[]): readonly Word[] {
  return verb === 'allow' || verb === 'revoke' ? words.filter(toSubject).slice(0, 1) : [];
}
