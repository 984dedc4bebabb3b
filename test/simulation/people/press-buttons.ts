import type { Message, Person } from '../../../src/demo/slack/types.ts';
import { ACTIONS } from '../../../src/slack/names.ts';
import type { Action, PersonTools } from './action.ts';
import { ACCOUNTS, CROWD } from './cast.ts';

/** What stands below answers, each as often as it is pressed. A file is offered by few. */
export const ANSWER_BUTTONS = [ACTIONS.refresh, ACTIONS.share, ACTIONS.share, ACTIONS.csv, ACTIONS.csv, ACTIONS.csv];

/** A person looks accounts up and presses what stands below the answer, sometimes twice at once. */
export const pressButtons: Action = {
  name: 'presses buttons',
  weight: 9,
  by: ['maya', 'anders'],
  async act(tools) {
    const { chance, slack, person, ask, answerTo, marks } = tools;
    const accounts = chance.happens(0.2) ? CROWD : [chance.pick(ACCOUNTS), chance.pick(ACCOUNTS)];
    const { message } = await ask(accounts.join(' '));
    const buttons = message ? ANSWER_BUTTONS.filter((actionId) => hasButton(message, actionId)) : [];
    if (!message || buttons.length === 0) return undefined;
    const actionId = chance.pick(buttons);
    const since = slack.mark();
    const press = () => slack.press({ personId: person.id, ts: message.ts, actionId });
    const { text } = await answerTo(() => (chance.happens(0.4) ? Promise.all([press(), press()]) : press()));
    const hasFile = slack.changedSince(since).some(({ files }) => files.length > 0);
    if (actionId === ACTIONS.csv && hasFile) marks.reach('CSV sent');
    if (actionId !== ACTIONS.share) return undefined;
    // A person who isn't sure that others see it presses again.
    let said = text;
    for (let again = 0; again < 3 && UNSURE.test(said); again += 1) said = (await answerTo(press)).text;
    checkSharedOnce(tools, since, accounts);
    return undefined;
  },
};

const UNSURE = /didn’t confirm|did not take|Nothing was shared/;

/** What was shared before may come only now; it is about other accounts. */
function checkSharedOnce(
  { slack, person, marks, violated }: PersonTools,
  since: number,
  accounts: readonly string[],
): void {
  const isThis = ({ text }: Message) => accounts.every((account) => text.includes(account));
  const { length } = slack.changedSince(since).filter(isSharedBy(person)).filter(isThis);
  if (length > 0) marks.reach('shared');
  if (length > 1) violated('an answer is shared once', `${length} messages share one answer`, [person.name]);
}

/** Whether a message has a button below it. */
export const hasButton = ({ blocks }: Message, actionId: string) => JSON.stringify(blocks).includes(`"${actionId}"`);

/** Whether everyone in a channel sees a message because a person shared it. */
export const isSharedBy =
  ({ id }: Person) =>
  ({ visibleTo, text }: Message) =>
    visibleTo === undefined && text.includes(`Shared by <@${id}>`);
