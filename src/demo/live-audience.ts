import { createAudienceNews } from './chat/audience-news.ts';
import { createDemoAudience } from './chat/demo-audience.ts';
import { demoAccounts } from './chat/seed.ts';
import type { ChatServer } from './chat/server.ts';
import type { DemoClock } from './clock.ts';

interface Options {
  readonly chat: Pick<ChatServer, 'announce' | 'settleWebhooks'>;
  readonly clock: Pick<DemoClock, 'now' | 'onMove'>;
  /** When the numbers of the audiences hold, Unix milliseconds. */
  readonly present: number;
  /** From when on the app hears of it, Unix milliseconds. */
  readonly since: number;
}

/** Of one account, between two stops of the clock: more would take the app longer than a reader waits. */
const MOST_NEWS = 60;

/**
 * Sends the webhooks of who of the audiences came and left, now and after each move of the clock, which waits until they were
 * answered. What listened to the clock before knows the new time by then, so that the app hears of nothing that is yet to come.
 */
export async function liveAudience({ chat, clock, present, since }: Options): Promise<void> {
  const news = createAudienceNews({
    accounts: demoAccounts,
    sizeAt: createDemoAudience(present),
    since,
    most: MOST_NEWS,
  });
  async function tell(): Promise<void> {
    for (const { change, at } of news.until(clock.now())) chat.announce(change, at);
    await chat.settleWebhooks();
  }
  clock.onMove(tell);
  await tell();
}
