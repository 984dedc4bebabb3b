import type { EmptyReference, Resolved } from '../../followstats/resolve.ts';
import type { Inline, Sentence } from './inline.ts';
import { typed } from './typed.ts';

/** Longer lists of people are counted from here on. */
const PEOPLE_SHOWN = 10;

/** Whose account is which, and who was named in vain, with what to do about it. */
export function whoSentences({ linked, unlinked, empty }: Resolved): readonly Sentence[] {
  const accounts = linked.map(({ personId, account }): Sentence => [{ personId }, ' is ', { code: account }]);
  const people = unlinked.map((personId): Sentence => [{ personId }]);
  const has = unlinked.length > 1 ? ' have' : ' has';
  return [
    ...(accounts.length > 0 ? [[...listed(accounts), '.']] : []),
    ...(people.length > 0
      ? [
          [
            ...listed(people),
            `${has} no link to a Chat account yet. An editor can make one: `,
            typed('link @person USERID'),
            '.',
          ],
        ]
      : []),
    ...empty.map(emptySentence),
  ];
}

function listed(items: readonly Sentence[]): Sentence {
  const shown = items.slice(0, PEOPLE_SHOWN).flatMap((item, n): Inline[] => [...(n > 0 ? [', '] : []), ...item]);
  return items.length > PEOPLE_SHOWN ? [...shown, ` and ${items.length - PEOPLE_SHOWN} more`] : shown;
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
    case 'unreadable':
      return [
        'Slack didn’t say who is in ',
        group,
        '; that takes the scope usergroups:read, which whoever runs followstats can add to the Slack app.',
      ];
  }
}
