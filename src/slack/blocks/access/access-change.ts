import type { Decision, Membership } from '../../../followstats/access/access.ts';
import type { AccessChange } from '../../../followstats/access/answer.ts';
import type { Inline, Sentence } from '../kit/inline.ts';
import { typed } from '../kit/typed.ts';
import { lookFirst } from '../unsaved.ts';
import { explainUnsaid, nameSource, nameSubject, variableOf } from './access-words.ts';

type Of<Kind extends AccessChange['kind']> = Extract<AccessChange, { kind: Kind }>;

/** How one subject of `allow` or `revoke` fared, with what the admin should know of it. */
export function describeChange(change: AccessChange): Sentence {
  const subject = nameSubject(change.subject);
  switch (change.kind) {
    case 'allowed':
      return describeAllowed(change);
    case 'revoked':
      return ['Revoked what was granted to ', subject, '.', ...describeStill(change.still)];
    case 'not-granted':
      return ['Nothing was granted to ', subject, ', so there is nothing to revoke.', ...describeStill(change.still)];
    case 'configured':
      return [
        subject,
        ' has the role ',
        { bold: change.configured.role },
        ` from the configuration (${variableOf(change.configured)}), which can’t be revoked from Slack. `,
        'Whoever runs followstats can change it.',
      ];
    case 'last-admin':
      return [
        subject,
        ' is the last admin, and without one nobody could give access any more, so nothing was changed. ',
        'Make somebody else admin first, like ',
        typed('allow @priya admin'),
        '.',
      ];
    case 'gap':
      return describeUnsaid(change);
    case 'unsaved':
      return ['The change for ', subject, ' may not have been saved. ', ...lookFirst('access')];
  }
}

function describeAllowed({ subject, role, membership, configured }: Of<'allowed'>): Sentence {
  const name = nameSubject(subject);
  const whom: Readonly<Record<typeof subject.kind, readonly Inline[]>> = {
    person: [name],
    group: ['Every full member in ', name],
    channel: ['Every full member who types in ', name],
  };
  const more = configured ? [' The configuration ', ...givesAlready(configured.role, role)] : [];
  return [...whom[subject.kind], ' is now ', { bold: role }, '.', ...describeMembership(membership), ...more];
}

function givesAlready(configured: string, granted: string): readonly Inline[] {
  if (configured === granted) return ['gives the same role already.'];
  return ['gives the role ', { bold: configured }, ', and the higher role counts.'];
}

function describeMembership(membership: Membership | undefined): readonly Inline[] {
  switch (membership) {
    case 'guest':
      return [' They are a guest here: only because they are named themselves do they get in.'];
    case 'stranger':
      return [' They belong to another workspace: only because they are named themselves do they get in.'];
    case 'unknown':
      return [' Slack doesn’t say that they are a full member: only because they are named themselves do they get in.'];
    default:
      return [];
  }
}

function describeStill(still: Decision | undefined): readonly Inline[] {
  if (!still) return [];
  if (still.role === undefined) return still.reason === 'unreadable' ? [] : [' They have no role here.'];
  const { rule } = still;
  return [
    ' They are still ',
    { bold: still.role },
    ' here by the rule about ',
    nameSubject(rule.subject),
    ', ',
    ...nameSource(rule),
    '.',
  ];
}

/** The subject isn't mentioned where there may be none: Slack would show a mention of nobody. */
function describeUnsaid({ subject, why }: Of<'gap'>): Sentence {
  const about = subject.kind === 'group' ? 'group' : 'person';
  const name = why === 'not-found' ? { code: subject.id } : nameSubject(subject);
  return ['Nothing was granted to ', name, ': ', ...explainUnsaid(why, about)];
}
