import type { Answer } from '../../followstats/answer.ts';
import type { Sentence } from './inline.ts';

type Refused = Extract<Answer, { kind: 'refused' }>;
type Reason = Exclude<Refused['reason'], 'low-role'>;

const REASONS: Readonly<Record<Reason, string>> = {
  'no-rule': 'You haven’t been given access to followstats.',
  guest: 'Guests can use followstats only when they are named in its configuration.',
  stranger: 'People of other workspaces can use followstats only when they are named in its configuration.',
  unknown: 'Slack didn’t say whether you are a full member of this workspace, so followstats can’t let you in.',
};

/** Says who can help; nothing of rules, lists or other people's access. */
export function describeRefusal(refused: Refused, adminIds: readonly string[]): Sentence {
  const help = whoCanHelp(adminIds);
  if (refused.reason !== 'low-role') return [REASONS[refused.reason], ...help];
  return ['This needs the role ', { bold: refused.needed }, ', and yours is ', { bold: refused.role }, '.', ...help];
}

function whoCanHelp(adminIds: readonly string[]): Sentence {
  if (adminIds.length === 0) return [' Whoever runs followstats can change that.'];
  const admins = adminIds.flatMap((personId, n) => [...(n > 0 ? [', '] : []), { personId }]);
  return [' An admin can change that: ', ...admins, '.'];
}
