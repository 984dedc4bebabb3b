import type { DemoTime } from '../demo-time.ts';
import type { Workspace } from '../slack/workspace-types.ts';
import type { Stage } from '../stage.ts';
import { actAs } from './acting.ts';
import { makeListsAndLinks } from './lists-and-links.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ZONE = 'Europe/Copenhagen';
/** Seven mornings, and the one before them that they are compared with. */
const DAYS = 7;
/** From the beginning to the first post: over an hour, so that it comes before it also where clocks change in between. */
const LEAD_MS = 100 * MINUTE_MS;
/** Before each thing that is said. */
const THINKING_MS = 4 * MINUTE_MS;
/** From the talk in #community to the present: it is a time of day at which the reader is up, too. */
const JUST_NOW_MS = 30 * MINUTE_MS;

/**
 * How long before the present the week begins: in the morning of the day that is a week before the last nine o'clock in Copenhagen.
 * @param present Unix milliseconds
 * @returns milliseconds, between 7 and 8.1 days
 */
export function weekBeganAgo(present: number): number {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
  const [hour = 0, minute = 0] = clock.format(present).split(':').map(Number);
  const sinceNine = (((hour - 9) * 60 + minute + 24 * 60) % (24 * 60)) * MINUTE_MS + (present % MINUTE_MS);
  return sinceNine + DAYS * DAY_MS + LEAD_MS;
}

/**
 * What is said in #growth after the post of that number, counted from 0: about how the audiences of the stand-in go, and by those
 * who are awake at nine in Copenhagen.
 */
const REMARKS: Readonly<Record<number, readonly (readonly [name: string, text: string])[]>> = {
  0: [['chenli', 'No more console in the morning. Thank you!']],
  5: [
    ['chenli', 'grace is losing people. Did something happen?'],
    ['anders', 'She renamed her channel, and many don’t find her. I’ll call her.'],
  ],
  6: [
    ['chenli', 'And heidi is taking off!'],
    ['anders', 'That’s the cooking series. Part four comes out tomorrow.'],
  ],
};

/**
 * Who of the accounts that are known by name follows whom after that post, or doesn't any more. Carol may come back later. As many
 * come as leave, so that the year of counts that the store holds is right about alice.
 */
const HAPPENINGS: Readonly<
  Record<number, readonly (readonly [who: string, does: 'follow' | 'unfollow', whom: string])[]>
> = {
  4: [
    ['carol', 'unfollow', 'alice'],
    ['ivan', 'follow', 'alice'],
  ],
};

/**
 * Lives through the week before the page opens, from a clock that is behind by `weekBeganAgo` up to the machine's own time: a
 * digest is made and comes every morning, people talk, and some accounts follow others. All of it goes through the app; its answers to single persons are
 * forgotten, but for its invitation to Maya, the last thing in #community. Rejects when the app doesn't answer.
 */
export async function liveWeek({ workspace, time, chat }: Pick<Stage, 'workspace' | 'time' | 'chat'>): Promise<void> {
  await makeListsAndLinks(workspace);
  const anders = actAs(workspace, 'anders', 'growth');
  await anders.say('Good morning! From today on our creators’ followers come here, every day at nine.');
  await anders.makeDigest(['creators'], { title: 'Creators', followstats_digest_when: 'every-day', absolute: '500' });

  for (let posts = 0; await isDueByNow(time); posts += 1) {
    await time.moveToNextSlot();
    for (const [who, does, whom] of HAPPENINGS[posts] ?? []) chat[does](who, whom);
    for (const [name, text] of REMARKS[posts] ?? []) {
      await pass(time, THINKING_MS);
      await actAs(workspace, name, 'growth').say(text);
    }
  }
  const left = -time.clock.aheadMs();
  await time.move(Math.max(0, left - JUST_NOW_MS, Math.floor(left / 2)));
  await talkAboutIt(workspace, () => pass(time, THINKING_MS));
  workspace.forgetEphemeral();
  await time.move(-time.clock.aheadMs());
  await actAs(workspace, 'maya', 'community').ask('/followstats');
}

/** Whether a slot comes before the machine's time, with room to stop behind it. */
async function isDueByNow({ clock, nextSlotAt }: DemoTime): Promise<boolean> {
  const slot = await nextSlotAt();
  return slot !== undefined && slot + MINUTE_MS <= clock.now() - clock.aheadMs();
}

/** Lets some time pass, but never all that is left to the machine's. @param ms milliseconds */
function pass({ clock, move }: DemoTime, ms: number): Promise<void> {
  return move(Math.max(0, Math.min(ms, Math.floor(-clock.aheadMs() / 4))));
}

/** What a reader sees first, in #community: a ticket, and an answer that was shared. */
async function talkAboutIt(workspace: Workspace, think: () => Promise<void>): Promise<void> {
  const inCommunity = (name: string) => actAs(workspace, name, 'community');
  const maya = inCommunity('maya');
  openTicket(workspace);
  await think();
  await inCommunity('priya').say('@maya @anders how did last week go for @creators-team?');
  await think();
  await maya.say('I’ll look it up.');
  await maya.share(await maya.ask('/followstats list:creators'));
  await think();
  await inCommunity('anders').say('heidi is the one to watch this week.');
}

/** Another app's message, for the shortcut in its menu: what it says is in an attachment. */
function openTicket({ people, channels, postAsBot }: Workspace): void {
  const anders = people.find(({ name }) => name === 'anders');
  const community = channels.find(({ name }) => name === 'community');
  if (!anders || !community) throw new Error('the people of the demo are gone');
  postAsBot({
    username: 'Community desk',
    channelId: community.id,
    text: 'New ticket',
    attachments: [{ title: 'Ticket 4711', text: `For <@${anders.id}>: heidi asks how to get verified` }],
  });
}
