import type { Decision, DirectoryGap } from '../../../followstats/access/access.ts';
import type { AccessChange } from '../../../followstats/access/answer.ts';
import type { NamedSubject } from '../../../followstats/access/read.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { typed } from '../kit/typed.ts';
import { mentionSubject, nameRole, SCOPES } from './rule-text.ts';

type Of<Kind extends AccessChange['kind']> = Extract<AccessChange, { kind: Kind }>;

/** What came of `allow` or `revoke` for one subject, with what the admin should know of it. */
export function describeChange(reader: Reader, change: AccessChange): Sentence {
  const said = reader.words.access.change;
  const subject = mentionSubject(change.subject);
  switch (change.kind) {
    case 'allowed':
      return describeAllowed(reader, change);
    case 'revoked':
      return joinSentences(reader, said.revoked({ subject }), describeStill(reader, change.still));
    case 'not-granted':
      return joinSentences(reader, said.notGranted({ subject }), describeStill(reader, change.still));
    case 'configured':
      return said.configured({ subject, role: nameRole(reader, change.configured.role) });
    case 'last-admin':
      return said.lastAdmin({ subject, example: typed('allow @priya admin') });
    case 'gap':
      return describeGap(reader, change.subject, change.why);
    case 'unsaved':
      return said.unsaved({ subject, access: typed('access') });
  }
}

/** Says what is true from now on: where another rule counts for more, that nothing changes for the time being. */
function describeAllowed(reader: Reader, { subject, role: granted, membership, standing }: Of<'allowed'>): Sentence {
  const { change, onlyNamed } = reader.words.access;
  const about = mentionSubject(subject);
  const role = nameRole(reader, granted);
  if (standing?.role === granted) return change.already({ subject: about, role });
  if (standing) return change.stays({ subject: about, role: nameRole(reader, standing.role), granted: role });
  if (subject.kind === 'group') return change.groupAllowed({ group: about, role });
  if (subject.kind === 'channel') return change.channelAllowed({ channel: about, role });
  const isOnlyNamed = membership !== undefined && membership !== 'member';
  return joinSentences(
    reader,
    change.personAllowed({ person: about, role }),
    isOnlyNamed ? onlyNamed[membership]() : undefined,
  );
}

/** What other rules still give; `undefined` when there is nothing to say of it. */
function describeStill({ words }: Reader, still: Decision | undefined): Sentence | undefined {
  if (!still) return undefined;
  const said = words.access.still;
  if (still.role === undefined) return still.reason === 'unreadable' ? undefined : said.none();
  const { subject } = still.rule;
  const role = nameRole({ words }, still.role);
  if (subject.kind === 'everyone') return said.everyone({ role });
  return subject.kind === 'person' ? said.person({ role }) : said.subject({ role, subject: mentionSubject(subject) });
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
