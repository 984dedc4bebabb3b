import type { Action, PersonTools } from './action.ts';
import { ACCOUNTS } from './cast.ts';

/** As many as a command takes. */
const MOST = 100;

/** Some people ask for many accounts at once, of all replicas, so that they wait for the common budget. */
export const askForMany: Action = {
  name: 'asks for many accounts at once',
  weight: 1,
  by: ['anders'],
  async act(tools) {
    const { chance, slack } = tools;
    const maya = tools.toolsOf('maya');
    const others = Array.from({ length: chance.whole(2, 8) }, async () => {
      const { person, channel } = chance.pick([tools, maya]);
      const text = `/followstats ${pickMany(tools).join(' ')}`;
      await tools.time.sleep(chance.between(0, 8000));
      await slack.type({ personId: person.id, channelId: channel(), text });
    });
    await Promise.all([tools.ask(pickMany(tools).join(' ')), ...others]);
    return undefined;
  },
};

/** Names that Chat doesn't know are never remembered, so that each costs a call. */
function pickMany({ chance }: PersonTools): readonly string[] {
  const isKnown = chance.between(0, 0.5);
  const accounts = Array.from({ length: chance.whole(20, MOST) }, () =>
    chance.happens(isKnown) ? chance.pick(ACCOUNTS) : `ghost-${chance.whole(0, 100_000)}`,
  );
  return [...new Set(accounts)];
}
