import type { AuditRecord } from '../../../followstats/audit/audit.ts';
import type { AuditAction } from '../../../followstats/audit-actions.ts';
import type { Reader } from '../../words/reader.ts';
import { clean, type Inline, type Sentence, toBullets, toRichText } from '../kit/inline.ts';
import { listed } from '../kit/listed.ts';
import type { MessageBlock } from '../kit/reply.ts';

/** Code points of the name of a list or of a word that this version doesn't know. */
const LONGEST = 40;
/** Whom one entry names; a command gives a role to twenty at most. */
const MOST_NAMED = 5;

/** The last entries of the audit log, a line each: when, who, what, how it ended. */
export function auditBlocks(reader: Reader, records: readonly AuditRecord[]): readonly MessageBlock[] {
  if (records.length === 0) return [];
  return [toRichText([reader.words.home.audit.title()]), toBullets(records.map((record) => auditLine(reader, record)))];
}

function auditLine(reader: Reader, record: AuditRecord): Sentence {
  const { line, lineAbout } = reader.words.home.audit;
  const said = {
    time: { time: record.at },
    person: actorOf(record),
    what: whatOf(reader, record),
    outcome: outcomeOf(reader, record),
  };
  const about = aboutOf(reader, record);
  return about ? lineAbout({ ...said, about }) : line(said);
}

/** What the app does by itself, it does in its own name. */
function actorOf({ actor }: AuditRecord): Inline {
  return isPersonId(actor) ? { personId: actor } : 'followstats';
}

function whatOf({ words }: Reader, { action }: AuditRecord): Sentence {
  // An action of this version without words doesn't compile; another version may have written others.
  const actions: Readonly<Record<AuditAction, () => Sentence>> = words.home.audit.actions;
  return Object.hasOwn(actions, action) ? actions[action as AuditAction]() : unrecognized(action);
}

function outcomeOf({ words }: Reader, { outcome }: AuditRecord): Sentence {
  const outcomes: Partial<Record<string, () => Sentence>> = words.home.audit.outcomes;
  return (Object.hasOwn(outcomes, outcome) && outcomes[outcome]?.()) || unrecognized(outcome);
}

/** A word of a newer version. */
const unrecognized = (word: string): Sentence => [{ code: clean(word, LONGEST) }];

/** What it was about, as far as its details say; they may be of another version. */
function aboutOf(reader: Reader, { details }: AuditRecord): Sentence | undefined {
  const { digest, list, person, subject, accounts } = details;
  if (digest !== undefined) return [{ code: `#${clean(`${digest}`, LONGEST)}` }];
  if (list !== undefined) return [{ code: `list:${clean(`${list}`, LONGEST)}` }];
  if (typeof person === 'string' && isPersonId(person)) return [{ personId: person }];
  if (typeof subject === 'string') return subjectsOf(reader, subject);
  return typeof accounts === 'number' ? reader.words.home.audit.accounts({ accounts }) : undefined;
}

/** Written by `describeSubject`, several with commas between them. */
function subjectsOf(reader: Reader, written: string): Sentence | undefined {
  const subjects = written.split(', ', MOST_NAMED).flatMap((one): readonly Inline[] => {
    const [, kind, id = ''] = /^(person|group|channel) ([A-Z0-9]{1,30})$/.exec(one) ?? [];
    if (kind === 'person') return [{ personId: id }];
    if (kind === 'group') return [{ groupId: id }];
    return kind === 'channel' ? [{ channelId: id }] : [];
  });
  return subjects.length > 0 ? listed(reader, subjects) : undefined;
}

const isPersonId = (text: string): boolean => /^[UW][A-Z0-9]{1,30}$/.test(text);
