import { ACTIONS } from '../../../src/slack/names.ts';
import { readToldRows } from '../invariants/told-rows.ts';
import type { Action } from './action.ts';
import { ACCOUNTS } from './cast.ts';
import { commandButtons } from './give-command.ts';
import { hasButton } from './press-buttons.ts';

/** Accounts of which no other one is a single typo away from the mistyped name. */
const LONG = ACCOUNTS.filter((account) => /\d\d$/.test(account));

/** A person leaves a letter of an account out, and looks up the one that the answer offers instead. */
export const mistype: Action = {
  name: 'mistypes an account',
  weight: 2,
  by: ['anders', 'maya'],
  async act({ chance, slack, person, ask, answerTo, marks, violated }) {
    const account = chance.pick(LONG);
    const typo = account.replace('cc', 'c');
    const { message, text } = await ask(typo);
    const actionId = message && commandButtons(message.blocks).get(`lookup ${account}`);
    // Of a message that Slack took only plainer no button is left.
    if (!message || !hasButton(message, ACTIONS.refresh) || !text.includes(`Did you mean ${account}?`))
      return undefined;
    if (!actionId) {
      violated('what was meant can be looked up', `no button for ${account} below “${text.slice(0, 80)}”`, [account]);
      return undefined;
    }
    const answer = await answerTo(() =>
      slack.press({ personId: person.id, ts: message.ts, actionId }).catch(() => undefined),
    );
    // The button’s answer is a message of its own: one in the place of an older message is a late answer to something else.
    if (!answer.message || Number(answer.message.ts) <= Number(message.ts)) return undefined;
    const rows = readToldRows(answer.text);
    if (rows.length === 1 && rows[0]?.account === account) marks.reach('account meant');
    else if (rows.length > 0)
      violated('what was meant can be looked up', `${account} was meant, and “${answer.text.slice(0, 80)}” shown`, [
        account,
      ]);
    return undefined;
  },
};
