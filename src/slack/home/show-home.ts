import { createHash } from 'node:crypto';
import { AppError } from '../../errors.ts';
import type { Home, Homes } from '../../followstats/homes.ts';
import type { ChannelId, PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { readNotice } from '../blocks/home/home-notice.ts';
import { homeView } from '../blocks/home/home-view.ts';
import { readPages } from '../blocks/home/pages.ts';
import type { Served } from './home-queue.ts';
import type { Published, PublishHome } from './publish-home.ts';
import type { ReadHome } from './read-home.ts';

/** Shows people their Homes. */
export interface ShowHome {
  /** The person opened theirs: it is shown in any case the next time, since it isn't known what they see. Never rejects. */
  opened(personId: PersonId, channelId: ChannelId): Promise<void>;
  /** Shows a person's Home when it isn't what they were shown last. Rejects for a bug alone. */
  serve(personId: PersonId): Promise<Served>;
}

interface Options {
  readonly homes: Pick<Homes, 'open' | 'read' | 'claim' | 'release'>;
  readonly readHome: ReadHome;
  readonly publish: PublishHome;
  readonly maxAccounts: number;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
}

/** Longer than Slack may take for one Home, with a repetition. */
const CLAIM_MS = 15_000;
/** Another replica shows this Home at this moment, or has just done so. */
const HELD_MS = 400;
/** What was shown is compared with what there is by then. */
const CHECK_MS = 300;
/** In a Home days are named as one says them, and somewhere on earth one ends each quarter of an hour. */
const WORDS_MS = 15 * 60_000;
/** The store may be back; for ten minutes. */
const STORE_WAIT = { ms: 15_000, most: 40 };
/** After a first failure of Slack's; doubled each time. */
const SLACK_WAIT = { ms: 1000, most: 5 };

const UNKNOWN: Home = { channelId: '', pages: '', notice: undefined, shown: '' };

/**
 * Makes a `ShowHome` for one of any number of replicas: of those who find that a Home has changed one claims it, and what is shown
 * is compared with what there is afterwards, so that what was shown last is right, by whichever replica. Where the store is away
 * nothing is claimed, and the Home says so.
 */
export function createShowHome({ homes, readHome, publish, maxAccounts, now, log }: Options): ShowHome {
  /** Those whose Home the store doesn't have, since it was away: what they see, as far as this process knows. */
  const unkept = new Map<PersonId, Home>();
  /** Those who have opened theirs, and are shown it whatever they were shown last. */
  const opening = new Set<PersonId>();
  /** Failures in a row. */
  const failures = new Map<PersonId, number>();

  /** @returns whether the store did what it was asked */
  async function tryStore(work: Promise<unknown>): Promise<boolean> {
    try {
      await work;
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.warn({ err: error }, 'the store did not keep what a person sees in their Home');
      return false;
    }
  }

  /** @returns `undefined` where nothing is to be shown: it isn't open, or no longer */
  async function read(personId: PersonId): Promise<{ readonly home: Home; readonly isKept: boolean } | undefined> {
    const missed = unkept.get(personId);
    if (missed && (await tryStore(homes.open(personId, missed.channelId)))) unkept.delete(personId);
    try {
      const home = unkept.has(personId) ? undefined : await homes.read(personId);
      if (home) return { home, isKept: true };
      return missed && { home: missed, isKept: false };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const home = missed ?? UNKNOWN;
      unkept.set(personId, home);
      return { home, isKept: false };
    }
  }

  /** @returns when to try again; after too many failures not by itself */
  function afterFailure(personId: PersonId, { ms, most }: typeof STORE_WAIT, factor: number): Served {
    const before = failures.get(personId) ?? 0;
    failures.set(personId, before + 1);
    if (before < most) return { againMs: ms * factor ** before };
    failures.delete(personId);
    return {};
  }

  function afterShowing(personId: PersonId, { notice }: Home, isAway: boolean): Served {
    if (isAway) return afterFailure(personId, STORE_WAIT, 1);
    failures.delete(personId);
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
        return afterFailure(personId, SLACK_WAIT, 2);
    }
  }

  async function keep(personId: PersonId, isKept: boolean, home: Home, shown: string): Promise<void> {
    if (isKept) await tryStore(homes.release(personId, shown));
    else unkept.set(personId, { ...home, shown });
  }

  return {
    async opened(personId, channelId) {
      failures.delete(personId);
      unkept.delete(personId);
      opening.add(personId);
      if (!(await tryStore(homes.open(personId, channelId)))) unkept.set(personId, { ...UNKNOWN, channelId });
    },
    async serve(personId) {
      const found = await read(personId);
      if (!found) return {};
      const { home, isKept } = found;
      const { reader, content } = await readHome(personId);
      const notice = home.notice ? readNotice(home.notice.value) : [];
      const view = homeView(reader, content, { pages: readPages(home.pages), notice, maxAccounts });
      const shown = createHash('sha256').update(JSON.stringify(view)).digest('base64url');
      const isAway =
        content.kind === 'without-store' || (content.kind === 'denied' && content.denial.reason === 'unreadable');
      if (home.shown === shown && !opening.has(personId)) return afterShowing(personId, home, isAway);
      if (isKept && !(await mayShow(personId, home))) return { againMs: HELD_MS };
      opening.delete(personId);
      const published = await publish(personId, reader, view);
      await keep(personId, isKept, home, published.kind === 'shown' ? shown : '');
      return afterPublishing(personId, published);
    },
  };

  /** A store that takes no claim keeps no one from seeing their Home. */
  async function mayShow(personId: PersonId, { shown }: Home): Promise<boolean> {
    try {
      return await homes.claim(personId, shown, CLAIM_MS);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return true;
    }
  }
}
