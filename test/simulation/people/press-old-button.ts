import type { Action } from './action.ts';
import { ACCOUNTS } from './cast.ts';
import { haveRole, revoke } from './change-access.ts';
import { checkDenied } from './deny.ts';
import { ANSWER_BUTTONS, hasButton, isSharedBy } from './press-buttons.ts';

/** A viewer has an answer, loses the role, and presses a button below it all the same. */
export const pressOldButton: Action = {
  name: 'presses a button after losing the role',
  weight: 4,
  by: ['vera'],
  async act(tools) {
    const { person, chance, time, expectations, marks, slack, ask, answerTo, violated } = tools;
    if (!(await haveRole(tools, 'vera', 'viewer'))) return undefined;
    await expectations.change({ kind: 'grant', personId: person.id }, async (before) => {
      const { message } = await ask(`${chance.pick(ACCOUNTS)} ${chance.pick(ACCOUNTS)}`);
      const buttons = message ? ANSWER_BUTTONS.filter((actionId) => hasButton(message, actionId)) : [];
      if (!message || buttons.length === 0) return { after: before, said: 'not-done' };
      if (!(await revoke(tools.toolsOf('anders'), 'vera'))) return { after: 'none', said: 'nothing' };
      marks.reach('button of a person who lost their role');
      const actionId = chance.pick(buttons);
      await time.sleep(chance.between(2000, 60_000));
      const since = slack.mark();
      const pressed = await answerTo(() => slack.press({ personId: person.id, ts: message.ts, actionId }));
      // Where Slack's answer was lost, the same answer may have come once more by another way.
      if (pressed.text !== message.text) checkDenied(tools, `pressed ${actionId}`, pressed.text);
      if (slack.changedSince(since).some(isSharedBy(person)))
        violated('no role, no answer', `${person.name} shared an answer without a role`, [person.id]);
      return { after: 'none', said: 'done' };
    });
    return undefined;
  },
};
