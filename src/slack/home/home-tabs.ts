import type { Homes } from '../../followstats/homes.ts';
import type { ChannelId, PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import { noticeOf, writeNotice } from '../blocks/home/home-notice.ts';
import { type Pages, writePages } from '../blocks/home/pages.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import type { WebClient } from '../web-api/web-api.ts';
import { createHomeQueue } from './home-queue.ts';
import { createPublishHome } from './publish-home.ts';
import { createReadHome, type ReadHomeOptions } from './read-home.ts';
import { createShowHome } from './show-home.ts';

/** The Homes of all people, for the listeners: each is shown soon after it was asked for. */
export interface HomeTabs {
  /** The person opened theirs. Resolves before it is shown; never rejects. @param channelId their direct messages */
  opened(personId: PersonId, channelId: ChannelId): Promise<void>;
  /** They want other pages. Resolves before these are shown; rejects with `store_unavailable`. */
  turned(personId: PersonId, pages: Pages): Promise<void>;
  /** Puts an answer on top of it, for ten minutes or until it is opened anew. Rejects with `store_unavailable`. */
  tell(personId: PersonId, reply: Reply): Promise<void>;
  /** Their direct messages with the app; `undefined` where they aren't known. Never rejects. */
  directMessagesOf(personId: PersonId): Promise<ChannelId | undefined>;
  /** Begins to show every change to those whose Home is open; look-ups and denials alone, which the audit has, only with the next. */
  start(): void;
  /** Shows what people wait for, and then nothing more. Safe to call twice, and before `start`. */
  stop(): Promise<void>;
}

/** What Homes are made of. */
export interface HomeTabsOptions extends ReadHomeOptions {
  readonly homes: Homes;
  readonly web: WebClient;
  readonly maxAccounts: number;
  /** Each calls its listener after something that people see was changed. @returns ends it */
  readonly changes: readonly ((listener: () => void) => () => void)[];
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
  readonly timers: Pick<Timers, 'sleep'>;
  readonly log: Logger;
}

const NOTICE_MS = 10 * 60_000;
/** Changes that come together are shown together. */
const TOGETHER_MS = 300;
/** Slack takes a hundred Homes a minute and more. Fifty are shown as soon as they change; more of them wait for so long each. */
const PACE_MS = 600;
const AT_ONCE_MS = 50 * PACE_MS;

/** Makes the Homes; nothing is shown by itself before `start`. */
export function createHomeTabs(options: HomeTabsOptions): HomeTabs {
  const { homes, web, maxAccounts, changes, now, monotonic, timers, log } = options;
  const publish = createPublishHome({ web, log });
  /** The moment at which what was shown so far is within the pace. */
  let paidUntil = 0;
  const show = createShowHome({
    ...{ homes, maxAccounts, now, log },
    readHome: createReadHome(options),
    publish: (...args) => {
      paidUntil = Math.max(paidUntil, monotonic()) + PACE_MS;
      return publish(...args);
    },
  });
  const queue = createHomeQueue({
    serve: show.serve,
    onError: (error) => log.error({ err: error }, 'a Home ended in a fault of the app'),
    timers,
  });
  const halt = new AbortController();
  let unsubscribe: readonly (() => void)[] = [];
  let looking: Promise<void> = Promise.resolve();
  let isWaiting = false;

  async function lookAtAll(): Promise<void> {
    await timers.sleep(Math.max(TOGETHER_MS, paidUntil - AT_ONCE_MS - monotonic()), halt.signal);
    // What is changed from here on is looked at anew.
    isWaiting = false;
    for (const personId of await homes.openPeople()) queue.ask(personId);
  }

  function onChanged(): void {
    if (isWaiting || halt.signal.aborted) return;
    isWaiting = true;
    looking = looking.then(lookAtAll).catch((error: unknown) => {
      if (!halt.signal.aborted) log.warn({ err: error }, 'whose Home is open was not read');
    });
  }

  return {
    async opened(personId, channelId) {
      await show.opened(personId, channelId);
      queue.ask(personId, { isUrgent: true });
    },
    async turned(personId, pages) {
      try {
        await homes.turn(personId, writePages(pages));
      } finally {
        queue.ask(personId, { isUrgent: true });
      }
    },
    async tell(personId, reply) {
      const reader = await options.directory.reader(personId);
      await homes.tell(personId, writeNotice(noticeOf(reader, reply)), NOTICE_MS);
      queue.ask(personId, { isUrgent: true });
    },
    async directMessagesOf(personId) {
      const home = await homes.read(personId).catch(() => undefined);
      return home?.channelId || undefined;
    },
    start() {
      if (unsubscribe.length > 0 || halt.signal.aborted) return;
      unsubscribe = changes.map((on) => on(onChanged));
      // What was changed while no replica ran, or in the middle of showing it.
      onChanged();
    },
    async stop() {
      for (const end of unsubscribe) end();
      halt.abort();
      await looking;
      await queue.stop();
    },
  };
}
