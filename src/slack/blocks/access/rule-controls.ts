import type { ActionsBlock } from '@slack/types';
import type { AccessChange } from '../../../followstats/access/answer.ts';
import type { Grant } from '../../../followstats/access/grants.ts';
import type { RightlyTyped } from '../../../followstats/access/read.ts';
import { ROLES } from '../../../followstats/access/rules.ts';
import type { Reader } from '../../words/reader.ts';
import { question } from '../kit/command-controls.ts';
import { type Offer, offer } from '../kit/offer.ts';
import { offerMenu } from '../kit/offer-menu.ts';
import { nameRole, sayRole, writeSubject } from './rule-text.ts';

/** What shows the rules as they are after a change. */
const SHOWS_RULES = 'access';

/**
 * What an admin can do with a granted rule: another role from a menu, or none, for which Slack asks once more.
 * @param place the rule's among all rules, from 1
 */
export function ruleControls(reader: Reader, { subject, role }: Grant, place: number): ActionsBlock['elements'] {
  if (subject.kind === 'everyone') return [];
  const { make, revoke, revokeDialog: asked } = reader.words.access.controls;
  const about = writeSubject(subject);
  const key = `rule-${subject.id}`;
  const menu = offerMenu(
    reader,
    key,
    ROLES.filter((one) => one !== role).map((one) => ({
      text: make[one](),
      deed: { command: `allow ${about} ${one}`, shows: SHOWS_RULES },
    })),
  );
  const take: Offer = {
    key: `${key}-revoke`,
    words: {
      text: revoke[subject.kind].text,
      label: () => revoke[subject.kind].label({ place, role: nameRole(reader, role) }),
    },
    deed: { command: `revoke ${about}`, shows: SHOWS_RULES },
    style: 'danger',
    confirm: question({
      title: asked.title,
      text: asked[subject.kind]({ role: sayRole(reader, role) }),
      confirm: asked.confirm,
      deny: asked.deny,
    }),
  };
  return [...offer(reader, take), ...menu];
}

/** Gives the one role back that was taken back; of several, *Undo* would have to be several commands. */
export function undoRevoke(reader: Reader, changes: readonly AccessChange[]): Offer | undefined {
  const [change, another] = changes.filter(({ kind }) => kind === 'revoked');
  if (change?.kind !== 'revoked' || change.before === undefined || another) return undefined;
  const { subject, before } = change;
  const { text, label } = reader.words.access.change.undo;
  return {
    key: 'undo',
    words: { text, label: () => label({ role: nameRole(reader, before) }) },
    deed: { command: `allow ${writeSubject(subject)} ${before}`, shows: SHOWS_RULES },
  };
}

/** Asks whom to let in; what is known of it is filled in. */
export const letSomeoneIn = ({ words: { access } }: Reader, known: RightlyTyped = {}): Offer => ({
  key: 'let-someone-in',
  words: access.controls.letIn,
  deed: { ask: { asks: 'allow', ...known } },
});

/** Shows all rules. */
export const seeAccess = ({ words: { access } }: Reader): Offer => ({
  key: 'access',
  words: access.controls.see,
  deed: { command: SHOWS_RULES },
});
