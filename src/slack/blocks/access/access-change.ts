import type { Decision, DirectoryGap } from '../../../followstats/access/access.ts';
import type { AccessChange } from '../../../followstats/access/answer.ts';
import type { NamedSubject } from '../../../followstats/access/read.ts';
import type { Role } from '../../../followstats/access/rules.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { typed } from '../kit/typed.ts';
import { mentionSubject, SCOPES, sayRule, variableOf } from './rule-text.ts';

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
    case 'configured': {
      const { configured } = change;
      return said.configured({ subject, role: configured.role, variable: variableOf(configured) });
    }
    case 'last-admin':
      return said.lastAdmin({ subject, example: typed('allow @priya admin') });
    case 'gap':
      return describeGap(reader, change.subject, change.why);
    case 'unsaved':
      return said.unsaved({ subject, access: typed('access') });
  }
}

function describeAllowed(reader: Reader, { subject, role, membership, configured }: Of<'allowed'>): Sentence {
  const { change, onlyNamed } = reader.words.access;
  const more = configured && describeConfigured(reader, configured.role, role);
  switch (subject.kind) {
    case 'person': {
      const allowed = change.personAllowed({ person: { personId: subject.id }, role });
      const isOnlyNamed = membership !== undefined && membership !== 'member';
      return joinSentences(reader, allowed, isOnlyNamed ? onlyNamed[membership]() : undefined, more);
    }
    case 'group':
      return joinSentences(reader, change.groupAllowed({ group: { groupId: subject.id }, role }), more);
    case 'channel':
      return joinSentences(reader, change.channelAllowed({ channel: { channelId: subject.id }, role }), more);
  }
}

function describeConfigured({ words }: Reader, configured: Role, granted: Role): Sentence {
  const { same, higher } = words.access.configuredToo;
  return configured === granted ? same() : higher({ role: configured });
}

/** What other rules still give; `undefined` when there is nothing to say of it. */
function describeStill({ words }: Reader, still: Decision | undefined): Sentence | undefined {
  if (!still) return undefined;
  if (still.role !== undefined) return sayRule(words.access.still, still.rule);
  return still.reason === 'unreadable' ? undefined : words.access.still.none();
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
