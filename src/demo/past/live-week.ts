import type { DemoTime } from '../demo-time.ts';
import type { Workspace } from '../slack/workspace-types.ts';
import { actAs } from './acting.ts';
import { makeListsAndLinks } from './lists-and-links.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ZONE = 'Europe/Copenhagen';
/** Seven mornings, and the one before them that they are compared with. */
const DAYS = 7;
/** From the beginning to the first post. Over an hour, so that it comes before it also where clocks change in between. */
const LEAD_MS = 100 * MINUTE_MS;
/** Later than its post by no more than this: people are at work in the morning. */
const MORNING_MS = 70 * MINUTE_MS;

/**
 * How long before the present the week begins: in the morning of the day a week before the last nine o'clock in Copenhagen.
 * @param present Unix milliseconds @returns milliseconds, between 7 and 8.1 days
 */
export function weekBeganAgo(present: number): number {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
  const [hour = 0, minute = 0] = clock.format(present).split(':').map(Number);
  const sinceNine = (((hour - 9) * 60 + minute + 24 * 60) % (24 * 60)) * MINUTE_MS + (present % MINUTE_MS);
  return sinceNine + DAYS * DAY_MS + LEAD_MS;
}

/** What is said after the post of that number, counted from 0. */
const REMARKS: Readonly<Record<number, (workspace: Workspace) => Promise<void>>> = {
  0: (workspace) => actAs(workspace, 'chenli', 'growth').say('No more console in the morning. Thank you!'),
  5: async (workspace) => {
    await actAs(workspace, 'maya', 'growth').say('grace is losing people. Did something happen?');
    await actAs(workspace, 'anders', 'growth').say('She renamed her channel, and many don’t find her. I’ll call her.');
  },
  6: async (workspace) => {
    await actAs(workspace, 'maya', 'growth').say('And heidi is taking off!');
    await actAs(workspace, 'anders', 'growth').say('That’s the cooking series. Part four comes out tomorrow.');
  },
};

/**
 * Lives through the week before the page opens, from a clock that is behind by `weekBeganAgo` to the machine's own time: a digest
 * is made and comes every morning, and people talk. All of it goes through the app; its answers to single persons are forgotten,
 * but for its invitation to Maya, the last thing in #community. Rejects when the app doesn't answer.
 */
export async function liveWeek(workspace: Workspace, time: DemoTime): Promise<void> {
  await makeListsAndLinks(workspace);
  const anders = actAs(workspace, 'anders', 'growth');
  await anders.say('Good morning! From today on our creators’ followers come here, every day at nine.');
  await anders.makeDigest(['creators'], { title: 'Creators', followstats_digest_when: 'every-day', absolute: '500' });

  for (let posts = 0; await isDueByNow(time); posts += 1) {
    await time.moveToNextSlot();
    await REMARKS[posts]?.(workspace);
  }
  await time.move(Math.min(MORNING_MS, Math.floor(-time.clock.aheadMs() / 2)));
  await talkAboutIt(workspace);
  workspace.forgetEphemeral();
  await time.move(-time.clock.aheadMs());
  await actAs(workspace, 'maya', 'community').ask('/followstats');
}

/** Whether a slot comes before the machine's time, so that there is room to stop behind it. */
async function isDueByNow({ clock, nextSlotAt }: DemoTime): Promise<boolean> {
  const slot = await nextSlotAt();
  return slot !== undefined && slot + MINUTE_MS <= clock.now() - clock.aheadMs();
}

async function talkAboutIt(workspace: Workspace): Promise<void> {
  const [anders, maya, priya] = ['anders', 'maya', 'priya'].map((name) => actAs(workspace, name, 'community'));
  workspace.postAsBot({
    username: 'Community desk',
    channelId: workspace.channels.find(({ name }) => name === 'community')?.id ?? '',
    text: 'New ticket',
    attachments: [{ title: 'Ticket 4711', text: `For <@${idOfAnders(workspace)}>: heidi asks how to get verified` }],
  });
  await priya?.say('@maya @anders how did last week go for @creators-team?');
  await maya?.say('I’ll look it up.');
  const answer = await maya?.ask('/followstats list:creators');
  if (answer) await maya?.share(answer);
  await anders?.say('heidi is the one to watch this week.');
}

const idOfAnders = ({ people }: Workspace): string => people.find(({ name }) => name === 'anders')?.id ?? '';
