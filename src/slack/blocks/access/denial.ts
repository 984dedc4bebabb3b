import type { NoRole } from '../../../followstats/access/access.ts';
import type { Denial } from '../../../followstats/access/authorize.ts';
import { type Inline, listed, type Sentence } from '../kit/inline.ts';

const REASONS: Readonly<Record<NoRole, string>> = {
  'no-rule': 'You haven’t been given access to followstats.',
  guest: 'Guests can use followstats only when they are named themselves.',
  stranger: 'People of other workspaces can use followstats only when they are named themselves.',
  unknown: 'Slack didn’t say whether you are a full member of this workspace, so followstats can’t let you in.',
  unreadable:
    'followstats can’t read just now who has been given access. Try again in a minute; if it stays, tell whoever runs followstats.',
};

/** Says who can help; nothing of rules, lists or other people's access. */
export function describeDenial(denial: Denial): Sentence {
  const help = whoCanHelp(denial.admins);
  if (denial.reason === 'unreadable') return [REASONS.unreadable];
  if (denial.reason !== 'low-role') return [REASONS[denial.reason], ...help];
  return ['This needs the role ', { bold: denial.needed }, ', and yours is ', { bold: denial.role }, '.', ...help];
}

/** The persons to turn to for access. */
function whoCanHelp(admins: readonly string[]): readonly Inline[] {
  if (admins.length === 0) return [' Whoever runs followstats can change that.'];
  return [' An admin can change that: ', ...listed(admins.map((personId) => ({ personId }))), '.'];
}
