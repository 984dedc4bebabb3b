import type { ChannelId, PersonId } from '../ids.ts';

/** From the least to the most. */
export const ROLES = ['viewer', 'editor', 'admin'] as const;

/** What a person may do; each role includes those before it. */
export type Role = (typeof ROLES)[number];

/** Whom a rule is about. `everyone`: every full member of the workspace. */
export type Subject =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'group' | 'channel'; readonly id: string }
  | { readonly kind: 'everyone' };

/** Gives a subject a role. */
export interface Rule {
  readonly subject: Subject;
  readonly role: Role;
}

/** Who asks, and where. Holds nothing that must not be logged or kept. */
export interface Asker {
  readonly personId: PersonId;
  /** `undefined` where it is no conversation. */
  readonly channelId: ChannelId | undefined;
}

/** Whether a role includes another. */
export function mayActAs(role: Role | undefined, needed: Role): boolean {
  return role !== undefined && rank(role) >= rank(needed);
}

/** A role's place, the least role's being 0. */
export const rank = (role: Role): number => ROLES.indexOf(role);

/** Whether a rule names a person, rather than many at once. */
export function isPerson(subject: Subject): subject is Extract<Subject, { kind: 'person' }> {
  return subject.kind === 'person';
}

/** A subject in the words of the audit: what it is, and its id where it has one. */
export function describeSubject(subject: Subject): string {
  return subject.kind === 'everyone' ? subject.kind : `${subject.kind} ${subject.id}`;
}
