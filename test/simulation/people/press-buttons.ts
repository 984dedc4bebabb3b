import type { Message, Person } from '../../../src/demo/slack/types.ts';
import { ACTIONS } from '../../../src/slack/names.ts';
import { readOldRows, readToldRows } from '../invariants/told-rows.ts';
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
    // Once it is shared the answer gives way to a line without buttons.
    const press = () => slack.press({ personId: person.id, ts: message.ts, actionId }).catch(() => undefined);
    const answer = await answerTo(() => (chance.happens(0.4) ? Promise.all([press(), press()]) : press()));
    const hasFile = slack.changedSince(since).some(({ files }) => files.length > 0);
    if (actionId === ACTIONS.csv && hasFile) marks.reach('CSV sent');
    if (actionId === ACTIONS.refresh && answer.message) checkNumbersStay(tools, message, answer.message);
    if (actionId !== ACTIONS.share) return undefined;
    // A person who isn't sure that others see it presses again.
    let said = answer.text;
    for (let again = 0; again < 3 && UNSURE.test(said); again += 1) said = (await answerTo(press)).text;
    checkSharedOnce(tools, since, accounts.length === CROWD.length ? accounts : accountsIn(message));
    checkShared(tools, since, said);
    checkSharedAsShown(tools, since, message);
    return undefined;
  },
};

const UNSURE = /didn’t confirm|didn’t take this|Nothing was shared/;
const SHARED = /^Shared (?:to <#|in this conversation)/;
/** Chat says that of the account itself: what was read of it before is not what it has now. */
const OF_THE_ACCOUNT = /Chat doesn’t (?:know|accept)/;
/** The button of an answer that was kept for it, and its numbers with it. */
const KEPT = /"value":"kept /;

const accountsIn = ({ text }: Message) => readToldRows(text).map(({ account }) => account);

/** Where an answer takes the place of one with numbers, each account has some still, new ones or the last that are known. */
function checkNumbersStay({ person, violated }: PersonTools, before: Message, { ts, text }: Message): void {
  if (ts !== before.ts || text === before.text || !KEPT.test(JSON.stringify(before.blocks))) return;
  if (OF_THE_ACCOUNT.test(text)) return;
  const rows = readToldRows(text);
  const told = new Set([...rows, ...readOldRows(text)].map(({ account }) => account));
  // Where nothing could be read anew all of them stay, and not as what was known last.
  const gone = accountsIn(before).find((account) => rows.length === 0 || !told.has(account));
  if (gone !== undefined)
    violated('a refresh takes no numbers away', `${gone} has none any more in “${text.slice(0, 200)}”`, [
      person.name,
      gone,
    ]);
}

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

/** What a person reads as shared is in the channel by then. */
function checkShared({ slack, person, violated }: PersonTools, since: number, said: string): void {
  if (SHARED.test(said) && !slack.changedSince(since).some(isSharedBy(person)))
    violated('an answer is shared once', `${person.name} read “${said}”, and nobody else did`, [person.name]);
}

/** Others read what was on the person's screen, and not what Chat says by then. */
function checkSharedAsShown({ slack, person, violated }: PersonTools, since: number, shown: Message): void {
  const before = new Map(readToldRows(shown.text).map(({ account, counts }) => [account, counts]));
  const isOfThis = ({ text }: Message) => {
    const accounts = readToldRows(text).map(({ account }) => account);
    return accounts.length === before.size && accounts.every((account) => before.has(account));
  };
  for (const { text } of slack.changedSince(since).filter(isSharedBy(person)).filter(isOfThis))
    for (const { account, counts } of readToldRows(text))
      if (JSON.stringify(counts) !== JSON.stringify(before.get(account)))
        violated('what is shared is what was shown', `${account} has other counts in “${text.slice(0, 200)}”`, [
          person.name,
          account,
        ]);
}

/** Whether a message has a button below it. */
export const hasButton = ({ blocks }: Message, actionId: string) => JSON.stringify(blocks).includes(`"${actionId}"`);

/** Whether everyone in a channel sees a message because a person shared it. */
export const isSharedBy =
  ({ id }: Person) =>
  ({ visibleTo, text }: Message) =>
    visibleTo === undefined && text.includes(`Shared by <@${id}>`);
