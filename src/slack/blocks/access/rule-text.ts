import { isGranted } from '../../../followstats/access/access.ts';
import type { Grant } from '../../../followstats/access/grants.ts';
import type { NamedSubject } from '../../../followstats/access/read.ts';
import type { Role, Rule } from '../../../followstats/access/rules.ts';
import type { Reader } from '../../words/reader.ts';
import type { Inline, Sentence } from '../kit/inline.ts';

/** Mentions whom a rule is about. */
export function mentionSubject({ kind, id }: NamedSubject): Inline {
  switch (kind) {
    case 'person':
      return { personId: id };
    case 'group':
      return { groupId: id };
    case 'channel':
      return { channelId: id };
  }
}

/** A subject as it stands in a command that a control gives. */
export function writeSubject({ kind, id }: NamedSubject): string {
  return { person: `<@${id}>`, group: `<!subteam^${id}>`, channel: `<#${id}>` }[kind];
}

/** The variable of the configuration that a rule stands in; for admins only. */
export function variableOf({ role }: Rule): Inline {
  return { code: role === 'admin' ? 'FOLLOWSTATS_ADMINS' : 'FOLLOWSTATS_VIEWERS' };
}

/** What the app asks Slack for when it wants to know of a person or a user group. */
export const SCOPES = { person: { code: 'users:read' }, group: { code: 'usergroups:read' } } as const;

/** Says of a rule whom it is about, which role it gives, and where it is fixed or who granted it when: to admins. */
export function ruleLine({ words }: Reader, rule: Rule | Grant): Sentence {
  const said = words.access.rules;
  const { subject } = rule;
  const role = nameRole({ words }, rule.role);
  if (isGranted(rule)) {
    const given = { role, ...sourceOf(rule) };
    if (subject.kind === 'everyone') return said.grantedEveryone(given);
    return said.granted({ ...given, subject: mentionSubject(subject) });
  }
  const fixed = { role, variable: variableOf(rule) };
  if (subject.kind === 'everyone') return said.configuredEveryone(fixed);
  return said.configured({ ...fixed, subject: mentionSubject(subject) });
}

/** A role as the reader's language speaks of it, beside the word that is typed for it. */
export function nameRole({ words }: Pick<Reader, 'words'>, role: Role): Sentence {
  return words.access.roles[role]();
}

/** The same of a person who is one: with its article in English. */
export function sayRole({ words }: Pick<Reader, 'words'>, role: Role): Sentence {
  return words.access.aRole[role]();
}

/** Who granted a rule, and when. */
export function sourceOf({ by, at }: Grant): { readonly admin: Inline; readonly time: Inline } {
  return { admin: { personId: by }, time: { time: at } };
}
