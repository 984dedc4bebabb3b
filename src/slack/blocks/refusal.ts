import type { Answer } from '../../followstats/answer.ts';
import type { Sentence } from './inline.ts';

type LowRole = Extract<Answer, { kind: 'role-too-low' }>;
type Reason = Extract<Answer, { kind: 'refused' }>['reason'];

const REASONS: Readonly<Record<Reason, string>> = {
  'no-rule': 'You haven’t been given access to followstats.',
  guest: 'Guests can use followstats only when they are named in its configuration.',
  stranger: 'People of other workspaces can use followstats only when they are named in its configuration.',
  unknown: 'Slack didn’t say whether you are a full member of this workspace, so followstats can’t let you in.',
};

/** Says who can help; nothing of rules, lists or other people's access. */
export function describeRefusal(reason: Reason, adminIds: readonly string[]): Sentence {
  return [REASONS[reason], ...whoCanHelp(adminIds)];
}

/** For somebody who is let in, but not for this. */
export function describeLowRole({ role, needed }: LowRole, adminIds: readonly string[]): Sentence {
  return [`This takes the role ${needed}, and yours is ${role}.`, ...whoCanHelp(adminIds)];
}

function whoCanHelp(adminIds: readonly string[]): Sentence {
  if (adminIds.length === 0) return [' Whoever runs followstats can change that.'];
  const admins = adminIds.flatMap((personId, n) => [...(n > 0 ? [', '] : []), { personId }]);
  return [' An admin can change that: ', ...admins, '.'];
}
