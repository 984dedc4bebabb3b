import { AppError } from '../../errors.ts';
import { findOutages } from '../events/outages.ts';
import type { EventPeriod, Events, Hearing } from '../events/ports.ts';
import { createReport, isRead, isUnread, type ReadRow } from '../reports/report.ts';
import type { Resolved } from '../reports/resolve.ts';
import type { Snapshot, Snapshots } from '../reports/snapshots.ts';
import type { ReadUnreadDetails } from '../reports/unread-details.ts';
import type { AccountId, Lookup, LookupMany, LookupOptions } from '../types.ts';
import { type Changes, NEWEST } from './changes.ts';
import type { Ledger } from './ledger.ts';
import { type ChangeSpan, changeMsOf } from './spans.ts';

/**
 * Reads some accounts now, and who came and left before. What fails for an account is data; rejects with `store_unavailable`, and
 * with the signal's reason once that aborts.
 */
export type ReadChanges = (
  who: Resolved,
  span: ChangeSpan,
  options: LookupOptions & { readonly signal: AbortSignal },
) => Promise<Changes>;

interface Options {
  readonly lookup: LookupMany;
  readonly snapshots: Pick<Snapshots, 'before' | 'firstSince'>;
  readonly events: Pick<Events, 'between' | 'last'>;
  readonly hearing: Pick<Hearing, 'spans'>;
  readonly readUnreadDetails: ReadUnreadDetails;
  /** Never rejects, and doesn't make an answer wait. */
  readonly readNames: (accounts: readonly AccountId[]) => Promise<ReadonlyMap<AccountId, string>>;
  /** How long events are kept, milliseconds: no ledger begins before that. */
  readonly retentionMs: number;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Makes a `ReadChanges`. */
export function createReadChanges(options: Options): ReadChanges {
  const { lookup, snapshots, events, hearing, readUnreadDetails, readNames, retentionMs, now } = options;

  async function ask(accounts: readonly AccountId[], asked: LookupOptions): Promise<ReadonlyMap<AccountId, Lookup>> {
    try {
      return await lookup(accounts, asked);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return new Map(accounts.map((account) => [account, { kind: 'failed', failure: error.failure }]));
    }
  }

  async function readOpenings(
    accounts: readonly AccountId[],
    since: number,
  ): Promise<ReadonlyMap<AccountId, Snapshot>> {
    const before = await snapshots.before(accounts, since);
    const others = accounts.filter((account) => !before.has(account));
    return others.length === 0 ? before : new Map([...before, ...(await snapshots.firstSince(others, since))]);
  }

  async function keepLedgers(rows: readonly ReadRow[], openings: ReadonlyMap<AccountId, Snapshot>) {
    const withOpening = rows.flatMap(({ account, lookup: { kind: _, ...closing } }) => {
      const opening = openings.get(account);
      return opening && opening.readAt < closing.readAt ? [{ account, opening, closing }] : [];
    });
    const periods = new Map<AccountId, EventPeriod>(
      withOpening.map(({ account, opening, closing }) => [account, { after: opening.readAt, until: closing.readAt }]),
    );
    const counted = await events.between(periods);
    return withOpening.map((one): Ledger => ({ ...one, came: 0, left: 0, ...counted.get(one.account) }));
  }

  async function readNewest({ account, opening, closing }: Ledger) {
    const period = { after: opening.readAt, until: closing.readAt };
    const [came, left] = await Promise.all(
      (['follow', 'unfollow'] as const).map((kind) => events.last(account, NEWEST, { ...period, kind })),
    );
    return { came: came ?? [], left: left ?? [] };
  }

  return async (who, span, asked) => {
    const at = now();
    const openings = readOpenings(who.accounts, at - Math.min(changeMsOf(span), retentionMs));
    const [answers, opened] = await Promise.all([ask(who.accounts, asked), openings]);
    asked.signal.throwIfAborted();
    const { rows } = createReport(who, { answers, askedAt: at, ...(await readUnreadDetails(answers, at)) });
    const read = rows.filter(isRead);
    const ledgers = await keepLedgers(read, opened);
    const known = new Set(ledgers.map(({ account }) => account));
    const period = {
      since: Math.min(at, ...ledgers.map(({ opening }) => opening.readAt)),
      until: Math.max(at, ...ledgers.map(({ closing }) => closing.readAt)),
    };
    const heard = findOutages(await hearing.spans(period.since, period.until), { ...period, now: now() });
    const [only, second] = ledgers;
    const newest = only && !second && who.accounts.length === 1 && heard.any ? await readNewest(only) : undefined;
    const named = newest ? [...newest.came, ...newest.left].map(({ follower }) => follower) : [];
    return {
      ...{ who, span, at, ledgers, heard, newest },
      firsts: read.flatMap(({ account, lookup: { kind: _, ...reading } }) =>
        known.has(account) ? [] : [{ account, reading }],
      ),
      unread: rows.filter(isUnread),
      names: named.length === 0 ? new Map() : await readNames([...new Set(named)]),
    };
  };
}
