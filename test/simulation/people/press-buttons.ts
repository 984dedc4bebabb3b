import type { Message } from '../../../src/demo/slack/types.ts';
import type { Action } from './action.ts';
import { ACCOUNTS } from './cast.ts';

/** A person looks accounts up and presses what stands below the answer, sometimes twice at once. */
export const pressButtons: Action = {
  name: 'presses buttons',
  weight: 5,
  by: ['maya', 'anders'],
  async act({ chance, slack, person, ask, answerTo, marks, violated }) {
    const accounts = Array.from({ length: chance.pick([2, 2, 35]) }, () => chance.pick(ACCOUNTS));
    const { message } = await ask(accounts.join(' '));
    const buttons = message ? BUTTONS.filter((actionId) => hasButton(message, actionId)) : [];
    if (!message || buttons.length === 0) return undefined;
    const actionId = chance.pick(buttons);
    const since = slack.mark();
    const press = () => slack.press({ personId: person.id, ts: message.ts, actionId });
    await answerTo(() => (chance.happens(0.4) ? Promise.all([press(), press()]) : press()));
    const seen = slack.changedSince(since);
    if (actionId === 'followstats_csv' && seen.some(({ files }) => files.length > 0)) marks.reach('CSV sent');
    if (actionId !== 'followstats_share') return undefined;
    const shared = seen.filter(
      ({ visibleTo, text }) => visibleTo === undefined && text.includes(`Shared by <@${person.id}>`),
    );
    if (shared.length > 0) marks.reach('shared');
    if (shared.length > 1)
      violated('an answer is shared once', `${shared.length} messages share one answer`, [person.name]);
    return undefined;
  },
};

const BUTTONS = ['followstats_refresh', 'followstats_share', 'followstats_csv', 'followstats_csv'];

const hasButton = ({ blocks }: Message, actionId: string) => JSON.stringify(blocks).includes(`"${actionId}"`);
