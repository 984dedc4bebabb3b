import type { EmptyReference, LinkedPerson, Resolved } from '../../../followstats/reports/resolve.ts';
import { type Inline, listed, type Sentence } from '../kit/inline.ts';
import { typed } from '../kit/typed.ts';

/** Longer lists of people are counted from here on. */
const PEOPLE_SHOWN = 10;

/** Whose account is which, and who was named in vain, with what to do about it. */
export function whoSentences({ linked, unlinked, empty }: Resolved): readonly Sentence[] {
  return [
    ...(linked.length > 0 ? [linkedSentence(linked)] : []),
    ...(unlinked.length > 0 ? [unlinkedSentence(unlinked)] : []),
    ...empty.map(emptySentence),
  ];
}

function linkedSentence(linked: readonly LinkedPerson[]): Sentence {
  const shown = linked
    .slice(0, PEOPLE_SHOWN)
    .flatMap(({ personId, account }, n): Inline[] => [
      ...(n > 0 ? [', '] : []),
      { personId },
      ' is ',
      { code: account },
    ]);
  return [...shown, `${more(linked)}.`];
}

function unlinkedSentence(unlinked: readonly string[]): Sentence {
  const shown = unlinked.slice(0, PEOPLE_SHOWN).map((personId) => ({ personId }));
  const has = unlinked.length > 1 ? 'have' : 'has';
  return [
    ...listed(shown),
    `${more(unlinked)} ${has} no link to a Chat account yet. An editor can make one: `,
    typed('link @person USERID'),
    '.',
  ];
}

function more({ length }: readonly unknown[]): string {
  return length > PEOPLE_SHOWN ? ` and ${length - PEOPLE_SHOWN} more` : '';
}

function emptySentence(reference: EmptyReference): Sentence {
  if (reference.kind === 'list') {
    const { name } = reference;
    return [{ code: `list:${name}` }, ' is empty. Add accounts with ', typed(`list add ${name} alice`), '.'];
  }
  const group = { groupId: reference.groupId };
  switch (reference.why) {
    case 'unlinked':
      return [group, ': no member has a link to a Chat account yet.'];
    case 'no-members':
      return [group, ' has no members.'];
    case 'missing-scope':
      return [
        'Slack doesn’t say who is in ',
        group,
        ': that needs the scope usergroups:read, which whoever runs followstats can add to the Slack app.',
      ];
    case 'not-found':
      return ['Slack knows no user group ', group, '.'];
    case 'no-answer':
      return ['Slack didn’t say just now who is in ', group, '; please try again in a minute.'];
  }
}
