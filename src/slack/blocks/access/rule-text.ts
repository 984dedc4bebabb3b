import { isGranted } from '../../../followstats/access/access.ts';
import type { Grant } from '../../../followstats/access/grants.ts';
import type { NamedSubject } from '../../../followstats/access/read.ts';
import type { Rule } from '../../../followstats/access/rules.ts';
import type { Words } from '../../words/words.ts';
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

/** The variable of the configuration that a rule stands in. */
export function variableOf({ role }: Rule): string {
  return role === 'admin' ? 'FOLLOWSTATS_ADMINS' : 'FOLLOWSTATS_VIEWERS';
}

/** What the app asks Slack for when it wants to know of a person or a user group. */
export const SCOPES = { person: { code: 'users:read' }, group: { code: 'usergroups:read' } } as const;

/** Ways to say something of a rule: by where it comes from, and whether it is about everyone. */
type RulePhrases = Pick<Words['access']['rules'], 'configured' | 'configuredEveryone' | 'granted' | 'grantedEveryone'>;

/** Says of a rule whom it is about, which role it gives, and whether the configuration gives it or who granted it when. */
export function sayRule(phrases: RulePhrases, rule: Rule | Grant): Sentence {
  const { role, subject } = rule;
  if (isGranted(rule)) {
    const said = { role, ...sourceOf(rule) };
    if (subject.kind === 'everyone') return phrases.grantedEveryone(said);
    return phrases.granted({ ...said, subject: mentionSubject(subject) });
  }
  const said = { role, variable: variableOf(rule) };
  if (subject.kind === 'everyone') return phrases.configuredEveryone(said);
  return phrases.configured({ ...said, subject: mentionSubject(subject) });
}

/** Who granted a rule, and when. */
export function sourceOf({ by, at }: Grant): { readonly admin: Inline; readonly time: Inline } {
  return { admin: { personId: by }, time: { time: at } };
}
