import type { EmptyReference, LinkedPerson, Resolved } from '../../../followstats/reports/resolve.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { listed } from '../kit/listed.ts';
import { typed } from '../kit/typed.ts';

/** Longer lists of people are counted from here on. */
const PEOPLE_SHOWN = 10;

/** Whose account is which, and who was named in vain, with what to do about it. */
export function whoSentences(reader: Reader, { linked, unlinked, empty }: Resolved): readonly Sentence[] {
  return [
    ...(linked.length > 0 ? [linkedSentence(reader, linked)] : []),
    ...(unlinked.length > 0 ? [unlinkedSentence(reader, unlinked)] : []),
    ...empty.map((reference) => emptySentence(reader, reference)),
  ];
}

function linkedSentence(reader: Reader, linked: readonly LinkedPerson[]): Sentence {
  const { reports } = reader.words;
  const shown = linked
    .slice(0, PEOPLE_SHOWN)
    .map(({ personId, account }) => reports.linkedPerson({ person: { personId }, account: { code: account } }));
  return reports.linked({ people: listed(reader, shown), more: linked.length - shown.length });
}

function unlinkedSentence(reader: Reader, unlinked: readonly string[]): Sentence {
  const shown = unlinked.slice(0, PEOPLE_SHOWN).map((personId) => ({ personId }));
  return reader.words.reports.unlinked({
    people: listed(reader, shown),
    more: unlinked.length - shown.length,
    count: unlinked.length,
    command: typed('link @person USERID'),
  });
}

function emptySentence({ words: { reports } }: Reader, reference: EmptyReference): Sentence {
  if (reference.kind === 'list') {
    const { name } = reference;
    return reports.emptyList({ list: { code: `list:${name}` }, command: typed(`list add ${name} alice`) });
  }
  const group = { groupId: reference.groupId };
  switch (reference.why) {
    case 'unlinked':
      return reports.group.unlinked({ group });
    case 'no-members':
      return reports.group.noMembers({ group });
    case 'missing-scope':
      return reports.group.missingScope({ group });
    case 'not-found':
      return reports.group.notFound({ group });
    case 'no-answer':
      return reports.group.noAnswer({ group });
  }
}
