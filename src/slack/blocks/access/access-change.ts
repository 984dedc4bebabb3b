import type { DirectoryGap } from '../../../followstats/access/access.ts';
import type { AccessChange } from '../../../followstats/access/answer.ts';
import type { NamedSubject } from '../../../followstats/access/read.ts';
import type { PersonId } from '../../../followstats/ids.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { typed } from '../kit/typed.ts';
import { mentionSubject, SCOPES, sayRole, variableOf } from './rule-text.ts';

type Of<Kind extends AccessChange['kind']> = Extract<AccessChange, { kind: Kind }>;

/**
 * What came of `allow` or `revoke` for one subject, with what the admin should know of it.
 * @param readerId who reads it: of themselves they read as such
 */
export function describeChange(reader: Reader, change: AccessChange, readerId: PersonId): Sentence {
  const { you, them } = reader.words.access.change;
  // The sentences about the reader name no subject.
  const said = change.subject.id === readerId ? you : them;
  const subject = mentionSubject(change.subject);
  switch (change.kind) {
    case 'allowed':
      return describeAllowed(reader, change, readerId);
    case 'revoked':
      return joinSentences(reader, said.revoked({ subject }), describeStill(reader, change, readerId));
    case 'not-granted':
      return joinSentences(reader, said.notGranted({ subject }), describeStill(reader, change, readerId));
    case 'configured': {
      const { configured } = change;
      return ruleWords(reader, change.subject, readerId).configured({
        subject,
        role: sayRole(reader, configured.role),
        variable: variableOf(configured),
      });
    }
    case 'last-admin':
      return said.lastAdmin({ subject, example: typed('allow @priya admin') });
    case 'gap':
      return describeGap(reader, change.subject, change.why);
    case 'unsaved':
      return said.unsaved({ subject, access: typed('access') });
  }
}

/** Says what is true from now on: where another rule counts for more, that nothing changes for the time being. */
function describeAllowed(reader: Reader, change: Of<'allowed'>, readerId: PersonId): Sentence {
  const { subject, role: granted, membership, standing, before } = change;
  const said = ruleWords(reader, subject, readerId);
  const about = mentionSubject(subject);
  const role = sayRole(reader, granted);
  if (standing?.role === granted) return said.covered({ subject: about, role });
  if (standing) return said.stays({ subject: about, role: sayRole(reader, standing.role) });
  const isOnlyNamed = subject.id !== readerId && membership !== undefined && membership !== 'member';
  return joinSentences(
    reader,
    (before === granted ? said.already : said.allowed)({ subject: about, role }),
    isOnlyNamed ? reader.words.access.onlyNamed[membership]() : undefined,
  );
}

/** The sentences about what a rule makes of its subject: the reader, another person, or everyone in a group or channel. */
function ruleWords({ words }: Reader, { kind, id }: NamedSubject, readerId: PersonId) {
  const { you, them, group, channel } = words.access.change;
  if (kind === 'person') return id === readerId ? you : them;
  return kind === 'group' ? group : channel;
}

/** What other rules still give; `undefined` when there is nothing to say of it. */
function describeStill(
  reader: Reader,
  { subject: changed, still }: Of<'revoked' | 'not-granted'>,
  readerId: PersonId,
): Sentence | undefined {
  if (!still) return undefined;
  const { you, them, group, channel } = reader.words.access.still;
  const said = changed.id === readerId ? you : them;
  if (still.role === undefined) return still.reason === 'unreadable' ? undefined : said.none();
  const { subject } = still.rule;
  const [role, variable] = [sayRole(reader, still.role), variableOf(still.rule)];
  // Of these only the configuration can give anything still.
  if (changed.kind !== 'person') return (changed.kind === 'group' ? group : channel)({ role, variable });
  if (subject.kind === 'everyone') return said.everyone({ role });
  return subject.kind === 'person'
    ? said.person({ role, variable })
    : said.subject({ role, subject: mentionSubject(subject) });
}

/** The subject isn't mentioned where there may be none: Slack would show a mention without a name. */
function describeGap({ words }: Reader, subject: NamedSubject, why: DirectoryGap): Sentence {
  const said = words.access.notAllowed;
  const about = subject.kind === 'group' ? 'group' : 'person';
  switch (why) {
    case 'missing-scope':
      return said.missingScope({ subject: mentionSubject(subject), scope: SCOPES[about] });
    case 'not-found': {
      const noSuch = about === 'group' ? said.noSuchGroup : said.noSuchPerson;
      return noSuch({ subject: { code: subject.id } });
    }
    case 'no-answer':
      return said.noAnswer({ subject: mentionSubject(subject) });
  }
}
