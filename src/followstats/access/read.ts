import type { PersonId } from '../ids.ts';
import type { Misread } from '../subcommand.ts';
import { nearest } from '../typed/nearest.ts';
import { type FaultWord, toFaultWord, type Word } from '../typed/words.ts';
import { writeWords } from '../typed/write-words.ts';
import { ROLES, type Role, type Subject } from './rules.ts';

/** The first words of the commands about who may do what. */
export const ACCESS_VERBS = ['allow', 'revoke', 'access', 'why'] as const;
type AccessVerb = (typeof ACCESS_VERBS)[number];

/** Each is one call to Slack and one transaction, and all of them share the time of one command. */
export const MOST_SUBJECTS = 20;
/** In a word that is still taken for a role. */
const MOST_TYPOS = 2;

/** Whom access can be given to from Slack; every full member only by the configuration. */
export type NamedSubject = Exclude<Subject, { kind: 'everyone' }>;

/** A command about who may do what; subjects are named once each, in the order typed. */
export type AccessCommand =
  | { readonly kind: 'allow'; readonly subjects: readonly NamedSubject[]; readonly role: Role }
  | { readonly kind: 'revoke'; readonly subjects: readonly NamedSubject[] }
  | { readonly kind: 'access' }
  /** `personId`: whom it is about; `undefined` for the asker. */
  | { readonly kind: 'why'; readonly personId: PersonId | undefined };

/** What of a faulty `allow` can be kept: the one person it names, and the role. */
export interface RightlyTyped {
  readonly personId?: PersonId;
  readonly role?: Role;
}

/** What is wrong with a command about access. `word`: the word at fault, as it was typed; untrusted text. */
export type AccessFault =
  | { readonly kind: 'no-subject'; readonly subcommand: 'allow' | 'revoke'; readonly rightly?: RightlyTyped }
  | {
      readonly kind: 'not-a-subject';
      readonly subcommand: 'allow' | 'revoke';
      readonly word: FaultWord;
      readonly rightly?: RightlyTyped;
    }
  | {
      readonly kind: 'not-a-role';
      readonly word: string;
      readonly rightly?: RightlyTyped;
      /** The role that it may be a typo of. */
      readonly meantRole?: Role;
      /** The whole command with that role, as in `CommandFault`. */
      readonly corrected?: string | undefined;
    }
  | { readonly kind: 'second-role'; readonly word: FaultWord; readonly rightly?: RightlyTyped }
  | { readonly kind: 'too-many-subjects'; readonly subcommand: 'allow' | 'revoke'; readonly count: number }
  | { readonly kind: 'words-behind-access'; readonly word: FaultWord }
  | { readonly kind: 'not-one-person'; readonly word: FaultWord };

type NotARole = Extract<AccessFault, { kind: 'not-a-role' }>;
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
  const named = words.filter((word) => !readRole(word));
  const [first, second] = words.filter((word) => readRole(word));
  const role = first && readRole(first);
  if (second) return { fault: { kind: 'second-role', word: toFaultWord(second), ...keepRightly(named, undefined) } };
  const subjects = readSubjects('allow', named);
  if (!('kind' in subjects)) return { kind: 'allow', subjects, role: role ?? 'viewer' };
  if (subjects.kind === 'too-many-subjects') return { fault: subjects };
  const fault = { ...subjects, ...keepRightly(named, role) };
  return { fault: fault.kind === 'not-a-role' && !role ? withMeantRole(fault, words) : fault };
}

function keepRightly(named: readonly Word[], role: Role | undefined): { readonly rightly?: RightlyTyped } {
  const [subject, another] = named.flatMap((word) => toSubject(word) ?? []);
  const personId = subject?.kind === 'person' && !another ? subject.id : undefined;
  return personId || role ? { rightly: { ...(personId && { personId }), ...(role && { role }) } } : {};
}

/** Adds the role that was meant by a mistyped one, and the whole command with it. */
function withMeantRole(fault: NotARole, words: readonly Word[]): NotARole {
  const meantRole = nearRole(fault.word);
  if (!meantRole) return fault;
  const toWord = (text: string): Word => ({ kind: 'text', text, quoted: false });
  const isMistyped = (word: Word) => word.kind === 'text' && word.text === fault.word;
  const right = words.map((word) => (isMistyped(word) ? toWord(meantRole) : word));
  return { ...fault, meantRole, corrected: writeWords([toWord('allow'), ...right]) };
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
    if (!subject && subcommand === 'allow' && word.kind === 'text' && mayBeRole(word.text, words)) {
      return { kind: 'not-a-role', word: word.text };
    }
    if (!subject) return { kind: 'not-a-subject', subcommand, word: toFaultWord(word) };
    subjects.set(subject.id, subject);
  }
  if (subjects.size === 0) return { kind: 'no-subject', subcommand };
  if (subjects.size > MOST_SUBJECTS) return { kind: 'too-many-subjects', subcommand, count: subjects.size };
  return [...subjects.values()];
}

/**
 * Whether text was meant as a role. A name with its sign was meant as a mention that Slack didn't make one of, and so was text
 * that nothing else is beside whom the role would be for.
 */
function mayBeRole(text: string, words: readonly Word[]): boolean {
  if (/^[@#]/.test(text)) return false;
  return nearRole(text) !== undefined || words.some((word) => toSubject(word));
}

const nearRole = (text: string): Role | undefined => nearest(text.toLowerCase(), ROLES, MOST_TYPOS);

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
