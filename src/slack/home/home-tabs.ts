import type { Homes, NoticeSubject } from '../../followstats/homes.ts';
import type { ChannelId, PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import { noticeOf, writeNotice } from '../blocks/home/home-notice.ts';
import { type Pages, writePages } from '../blocks/home/pages.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import type { WebClient } from '../web-api/web-api.ts';
import { createHomePace } from './home-pace.ts';
import { createHomeQueue } from './home-queue.ts';
import { createPromptHomes } from './prompt-homes.ts';
import { createPublishHome } from './publish-home.ts';
import { createReadHome, type ReadHomeOptions } from './read-home.ts';
import { createShowHome } from './show-home.ts';

/** The Homes of all people, for the listeners: each is shown soon after it was asked for. */
export interface HomeTabs {
  /** The person opened theirs. Resolves before it is shown; never rejects. @param channelId their direct messages */
  opened(personId: PersonId, channelId: ChannelId): Promise<void>;
  /**
   * They want other pages. Resolves before these are shown; rejects with `store_unavailable`, and then this process alone shows
   * them.
   */
  turned(personId: PersonId, pages: Pages): Promise<void>;
  /**
   * Puts an answer on top of it: for ten minutes, until it is opened anew, or until its person has another role or what the answer is
   * about is different. Rejects with `store_unavailable`. @param ttlMs a shorter time, milliseconds
   */
  tell(personId: PersonId, reply: Reply, about?: readonly NoticeSubject[], ttlMs?: number): Promise<void>;
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
  /** The command that checks everything, as it is typed where the app runs. */
  readonly doctor: string;
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

/** Makes the Homes; nothing is shown by itself before `start`. */
export function createHomeTabs(options: HomeTabsOptions): HomeTabs {
  const { web, maxAccounts, doctor, changes, now, monotonic, timers, log } = options;
  const homes = createPromptHomes(options.homes);
  const readHome = createReadHome(options);
  const show = createShowHome({
    ...{ homes, maxAccounts, doctor, now, log, readHome },
    publish: createPublishHome({ web, log }),
  });
  const queue = createHomeQueue({
    serve: show.serve,
    onError: (error) => log.error({ err: error }, 'a Home ended in a fault of the app'),
    pace: createHomePace(monotonic),
    timers,
  });
  const halt = new AbortController();
  let unsubscribe: readonly (() => void)[] = [];
  let looking: Promise<void> = Promise.resolve();
  let isWaiting = false;

  async function lookAtAll(): Promise<void> {
    await timers.sleep(TOGETHER_MS, halt.signal);
    // What is changed from here on is looked at anew.
    isWaiting = false;
    queue.askAll(await homes.openPeople());
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
      const written = writePages(pages);
      try {
        await homes.turn(personId, written);
        show.turned(personId, undefined);
      } catch (error) {
        show.turned(personId, written);
        throw error;
      } finally {
        queue.ask(personId, { isUrgent: true });
      }
    },
    async tell(personId, reply, about = [], ttlMs = NOTICE_MS) {
      const { reader, content } = await readHome(personId);
      await homes.tell(personId, writeNotice(noticeOf(reader, reply), content, about), ttlMs);
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
