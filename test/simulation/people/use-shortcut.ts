import { SHORTCUTS } from '../../../src/slack/names.ts';
import type { Action } from './action.ts';
import { CAST } from './cast.ts';

/** A person looks up whom a message mentions. */
export const useShortcut: Action = {
  name: 'looks up whom a message mentions',
  weight: 2,
  by: ['maya'],
  async act({ chance, slack, person, channel, answerTo }) {
    const channelId = channel();
    const since = slack.mark();
    await slack.type({
      personId: person.id,
      channelId,
      text: `thanks @${CAST.eve.name} and @${chance.pick(['vera', 'maya'])}`,
    });
    const message = slack.changedSince(since).find(({ authorId }) => authorId === person.id);
    if (!message) return undefined;
    await answerTo(() =>
      slack.useShortcut({ personId: person.id, ts: message.ts, channelId, callbackId: SHORTCUTS.mentions }),
    );
    return undefined;
  },
};
