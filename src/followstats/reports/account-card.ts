import { AppError } from '../../errors.ts';
import type { Events, FollowEvent } from '../events/ports.ts';
import type { AccountId, Lookup, LookupMany, LookupOptions } from '../types.ts';
import { isBaselineOf } from './baselines.ts';
import { createReport, type Row } from './report.ts';
import type { Snapshot, Snapshots } from './snapshots.ts';
import { type SpareReadOptions, spareRead } from './spare-read.ts';
import type { ReadUnreadDetails } from './unread-details.ts';

const DAY_MS = 24 * 3_600_000;
/** As many as leave the rest of the card in sight. */
const EVENTS_SHOWN = 3;

/** What is known of one account. */
export interface AccountCard {
  /** Its counts, or why there are none and what was read last. */
  readonly row: Row;
  /**
   * What its counts are compared with, the newest first: a reading a day old and one a week old, as far as there are any; of an
   * account that hasn't been known for a day its first reading, once that is an hour old. None where it couldn't be read.
   */
  readonly baselines: readonly Snapshot[];
  /** Who came to it and who left it last, the newest first, and what of their names is known: untrusted text. */
  readonly lastEvents: readonly FollowEvent[];
  readonly names: ReadonlyMap<AccountId, string>;
  /** When it was asked about, Unix milliseconds. */
  readonly askedAt: number;
}

/**
 * Reads one account, from the cache or from Chat.
 * @returns also for whatever failed; rejects for a bug alone
 */
export type ReadAccountCard = (
  account: AccountId,
  options?: Pick<LookupOptions, 'signal' | 'fresh' | 'caller'>,
) => Promise<AccountCard>;

interface Options extends SpareReadOptions {
  readonly lookup: LookupMany;
  readonly snapshots: Pick<Snapshots, 'before' | 'firstSince'>;
  readonly readUnreadDetails: ReadUnreadDetails;
  readonly events: Pick<Events, 'last'>;
  /** Never rejects, and doesn't make a card wait. */
  readonly readNames: (accounts: readonly AccountId[]) => Promise<ReadonlyMap<AccountId, string>>;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Makes a `ReadAccountCard`; without the store a card lacks what was read before. */
export function createReadAccountCard(options: Options): ReadAccountCard {
  const { lookup, snapshots, readUnreadDetails, events, readNames, now, ...limits } = options;

  async function readEarlier(account: AccountId, askedAt: number): Promise<ReadonlyMap<string, Snapshot>> {
    const [day, week] = await Promise.all(
      [DAY_MS, 7 * DAY_MS].map(async (ms) => (await snapshots.before([account], askedAt - ms)).get(account)),
    );
    const first = day ?? (await snapshots.firstSince([account], askedAt - DAY_MS)).get(account);
    return new Map(Object.entries({ ...(first && { day: first }), ...(week && { week }) }));
  }

  async function readLastEvents(account: AccountId): Promise<ReadonlyMap<number, FollowEvent>> {
    return new Map((await events.last(account, EVENTS_SHOWN)).entries());
  }

  async function ask(account: AccountId, asked: LookupOptions): Promise<ReadonlyMap<AccountId, Lookup>> {
    try {
      return await lookup([account], asked);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return new Map([[account, { kind: 'failed', failure: error.failure }]]);
    }
  }

  return async (account, asked = {}) => {
    const askedAt = now();
    const [answers, earlier, last] = await Promise.all([
      ask(account, asked),
      spareRead(readEarlier(account, askedAt), limits),
      spareRead(readLastEvents(account), limits),
    ]);
    const who = { accounts: [account], linked: [], unlinked: [], empty: [] };
    const { rows } = createReport(who, { answers, askedAt, ...(await readUnreadDetails(answers, now())) });
    const row = rows[0] as Row;
    const lastEvents = [...last.values()];
    const names = lastEvents.length > 0 ? await readNames(lastEvents.map(({ follower }) => follower)) : new Map();
    return {
      row,
      lastEvents,
      names,
      baselines: row.lookup.kind === 'found' ? usable(row.lookup.readAt, earlier) : [],
      askedAt,
    };
  };
}

function usable(readAt: number, earlier: ReadonlyMap<string, Snapshot>): readonly Snapshot[] {
  const byTime = new Map([...earlier.values()].map((snapshot) => [snapshot.readAt, snapshot]));
  return [...byTime.values()].filter((snapshot) => isBaselineOf(snapshot, readAt));
}
