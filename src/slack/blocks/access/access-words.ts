import { type DirectoryGap, isGranted } from '../../../followstats/access/access.ts';
import type { Grant } from '../../../followstats/access/grants.ts';
import type { Rule, Subject } from '../../../followstats/access/rules.ts';
import type { Inline } from '../kit/inline.ts';

/** Whom a rule is about. */
export function nameSubject(subject: Subject): Inline {
  switch (subject.kind) {
    case 'person':
      return { personId: subject.id };
    case 'group':
      return { groupId: subject.id };
    case 'channel':
      return { channelId: subject.id };
    case 'everyone':
      return 'every full member of this workspace';
  }
}

/** The variable of the configuration that a rule stands in. */
export function variableOf({ role }: Rule): string {
  return role === 'admin' ? 'FOLLOWSTATS_ADMINS' : 'FOLLOWSTATS_VIEWERS';
}

/** Whose a rule is: the configuration's, or who granted it and when. */
export function nameSource(rule: Rule | Grant): readonly Inline[] {
  if (!isGranted(rule)) return [`from the configuration (${variableOf(rule)})`];
  return ['granted by ', { personId: rule.by }, ', ', { time: rule.at }];
}

/** What the app asks Slack for when it wants to know of a person or a user group. */
const SCOPES = { person: 'users:read', group: 'usergroups:read' } as const;

/** Why Slack doesn't say something, a clause behind a comma or semicolon, and what to do about it. */
export function explainUnsaid(why: DirectoryGap, about: keyof typeof SCOPES): readonly Inline[] {
  switch (why) {
    case 'missing-scope':
      return [
        'the Slack app lacks the scope ',
        { code: SCOPES[about] },
        '. Whoever runs followstats can add it under OAuth & Permissions and reinstall the app.',
      ];
    case 'not-found':
      return [about === 'person' ? 'Slack knows no such person.' : 'Slack knows no such user group.'];
    case 'no-answer':
      return ['Slack gave no answer just now. Try again in a minute.'];
  }
}
