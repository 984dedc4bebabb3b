import { createHash } from 'node:crypto';
import type { Home, Homes } from '../../followstats/homes.ts';
import type { ChannelId, PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import type { HomeContent } from '../blocks/home/home-content.ts';
import { readNotice } from '../blocks/home/home-notice.ts';
import { homeView } from '../blocks/home/home-view.ts';
import { readPages } from '../blocks/home/pages.ts';
import type { Served } from './home-queue.ts';
import { createHomeRetries } from './home-retries.ts';
import { createKeptHomes, type KeptHome } from './kept-homes.ts';
import type { Published, PublishHome } from './publish-home.ts';
import type { ReadHome } from './read-home.ts';

/** Shows people their Homes. */
export interface ShowHome {
  /** The person opened theirs: it is shown in any case the next time, since it isn't known what they see. Never rejects. */
  opened(personId: PersonId, channelId: ChannelId): Promise<void>;
  /** Keeps the pages that a person wants where the store didn't. @param pages as they are written; `undefined`: the store has them */
  turned(personId: PersonId, pages: string | undefined): void;
  /** Shows a person's Home when it isn't what they were shown last. Rejects for a bug alone. */
  serve(personId: PersonId): Promise<Served>;
}

interface Options {
  readonly homes: Pick<Homes, 'open' | 'read' | 'untell' | 'claim' | 'release'>;
  readonly readHome: ReadHome;
  readonly publish: PublishHome;
  readonly maxAccounts: number;
  readonly doctor: string;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
}

/** Another replica shows this Home at this moment, or has just done so. */
const HELD_MS = 400;
/** What was shown is compared with what there is by then. */
const CHECK_MS = 300;
/** In a Home days are named as one says them, and somewhere on earth one ends each quarter of an hour. */
const WORDS_MS = 15 * 60_000;
/** The store may be back; for ten minutes. */
const STORE_RETRIES = { ms: 15_000, factor: 1, most: 40 };
const SLACK_RETRIES = { ms: 1000, factor: 2, most: 5 };

/**
 * Makes a `ShowHome` for one of any number of replicas: of those who find that a Home has changed one claims it, and what is shown
 * is compared with what there is afterwards, so that what was shown last is right, by whichever replica. Where the store is away
 * nothing is claimed, and the Home says so.
 */
export function createShowHome({ homes, readHome, publish, maxAccounts, doctor, now, log }: Options): ShowHome {
  const kept = createKeptHomes({ homes, log });
  /** Those who have opened theirs, and are shown it whatever they were shown last. */
  const opening = new Set<PersonId>();
  const [storeRetries, slackRetries] = [createHomeRetries(STORE_RETRIES), createHomeRetries(SLACK_RETRIES)];

  function afterShowing(personId: PersonId, { notice }: Home, isAway: boolean): Served {
    slackRetries.over(personId);
    if (isAway) return storeRetries.failed(personId);
    storeRetries.over(personId);
    const at = now();
    const untilWords = WORDS_MS - (at % WORDS_MS);
    const untilNotice = notice ? notice.until - at : untilWords;
    return { againMs: Math.max(1000, Math.min(untilWords, untilNotice) + 1000) };
  }

  function afterPublishing(personId: PersonId, published: Published): Served {
    switch (published.kind) {
      case 'shown':
        return { againMs: CHECK_MS };
      case 'rate-limited':
        return { againMs: 0, pauseMs: published.waitMs };
      case 'failed':
        log.warn({ person: personId, reason: published.reason }, 'a Home could not be shown');
        return slackRetries.failed(personId);
    }
  }

  /** @returns the notice as far as it is still true; one that isn't is gone for good */
  async function standingNotice(personId: PersonId, home: KeptHome, content: HomeContent) {
    const blocks = home.notice ? readNotice(home.notice.value, content) : [];
    if (home.notice && blocks.length === 0) await kept.untell(personId, home);
    return blocks;
  }

  return {
    async opened(personId, channelId) {
      for (const retries of [storeRetries, slackRetries]) retries.over(personId);
      opening.add(personId);
      await kept.opened(personId, channelId);
    },
    turned: kept.turned,
    async serve(personId) {
      const home = await kept.read(personId);
      if (!home) return {};
      const { reader, content } = await readHome(personId);
      const notice = await standingNotice(personId, home, content);
      const view = homeView(reader, content, { pages: readPages(home.pages), notice, maxAccounts, doctor });
      const shown = createHash('sha256').update(JSON.stringify(view)).digest('base64url');
      const isAway =
        content.kind === 'without-store' || (content.kind === 'denied' && content.denial.reason === 'unreadable');
      if (home.seen === shown && !opening.has(personId)) return afterShowing(personId, home, isAway);
      if (!(await kept.claim(personId, home))) return { againMs: HELD_MS };
      opening.delete(personId);
      const published = await publish(personId, reader, view);
      await kept.release(personId, home, published.kind === 'shown' ? shown : '');
      return { ...afterPublishing(personId, published), isSent: true };
    },
  };
}
