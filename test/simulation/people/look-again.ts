import { MINUTE, SECOND } from '../faults/fault.ts';
import { liveCounts } from '../invariants/live-counts.ts';
import { readToldRows } from '../invariants/told-rows.ts';
import type { Action, PersonTools } from './action.ts';
import { STARS } from './cast.ts';

/** Counts are remembered for so long where no event says that they have changed. */
const REMEMBERED_MS = MINUTE;

/** A person looks at an account whose fans come and go, and looks again as soon as they have. */
export const lookAgain: Action = {
  name: 'looks again after an event',
  weight: 4,
  by: ['anders', 'maya'],
  async act(tools) {
    const { chance, time, ask, chat } = tools;
    const account = chance.pick(STARS);
    for (let times = chance.whole(1, 3); times > 0; times -= 1) {
      const asked = ask(account);
      // Also between what Chat says and its arrival.
      await time.sleep(chance.happens(0.6) ? chance.between(10, 150) : chance.between(0, 20 * SECOND));
      chat.sway();
      await asked;
      await time.sleep(chance.between(SECOND, 10 * SECOND));
      for (let again = chance.whole(1, 3); again > 0; again -= 1) await askAfterEvent(tools, account);
    }
    return undefined;
  },
};

/** Where every replica has heard of the last event that is kept, an answer is no older than that. */
async function askAfterEvent(tools: PersonTools, account: string): Promise<void> {
  const { ask, hadCounts, time, marks, violated, areAnswersInTime } = tools;
  const at = tools.haveNoticesCome() ? await tools.latestEvent(account) : undefined;
  const wasInTime = areAnswersInTime();
  const { text } = await ask(account);
  const row = readToldRows(text).find((one) => one.account === account);
  if (at === undefined || !row || !wasInTime || !areAnswersInTime()) return;
  if (time.now() - at < REMEMBERED_MS) marks.reach('asked right after an event');
  if (!hadCounts(account, row.counts, at + 1, time.now()))
    violated(
      liveCounts.name,
      `${account} has had ${row.counts.followers} followers only before the event of ${new Date(at).toISOString()}`,
      [account],
    );
}
