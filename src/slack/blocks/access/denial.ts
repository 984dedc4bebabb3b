import type { NoRole } from '../../../followstats/access/access.ts';
import type { Denial } from '../../../followstats/access/authorize.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { mentionAdmins } from '../kit/mention-people.ts';
import { sayRole } from './rule-text.ts';

/** Says why, and who can help; nothing of rules, lists or other people's access. */
export function describeDenial(reader: Reader, denial: Denial): Sentence {
  const said = reader.words.access.denial;
  if (denial.reason === 'unreadable') return said.unreadable();
  const why =
    denial.reason === 'low-role'
      ? said.lowRole[denial.needed === 'admin' ? 'admin' : 'editor']({ role: sayRole(reader, denial.role) })
      : said[NAMES[denial.reason]]();
  return joinSentences(reader, why, whoCanHelp(reader, denial.admins));
}

const NAMES = {
  'no-rule': 'noRule',
  guest: 'guest',
  stranger: 'stranger',
  unknown: 'unknown',
} as const satisfies Record<Exclude<NoRole, 'unreadable'>, string>;

/** The persons to turn to for access. */
export function whoCanHelp(reader: Reader, admins: readonly string[]): Sentence {
  if (admins.length === 0) return reader.words.access.denial.noAdmins();
  return reader.words.access.denial.admins({
    admins: mentionAdmins(reader, admins),
  });
}
