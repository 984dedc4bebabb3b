import type { Message } from '../../../src/demo/slack/types.ts';
import { ACTIONS } from '../../../src/slack/names.ts';
import type { Action } from './action.ts';

/** An owner who was asked whether a post arrived looks, and says so: sometimes twice, and sometimes wrongly. */
export const answerNotice: Action = {
  name: 'says what became of a post',
  weight: 8,
  by: ['anders'],
  async act({ chance, slack, person, answerTo }) {
    const notices = slack.channels
      .filter(({ id }) => id.startsWith('D'))
      .flatMap(({ id }) => slack.messagesFor(person.id, id))
      .filter(isOpenNotice);
    const notice = notices.at(-1);
    if (!notice) return false;
    const actionId = chance.pick([ACTIONS.digestArrived, ACTIONS.digestAgain]);
    const press = () => slack.press({ personId: person.id, ts: notice.ts, actionId }).catch(() => undefined);
    await answerTo(() => (chance.happens(0.3) ? Promise.all([press(), press()]) : press()));
    return undefined;
  },
};

const isOpenNotice = ({ blocks }: Message) => JSON.stringify(blocks).includes(ACTIONS.digestArrived);
