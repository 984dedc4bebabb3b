import type { Changes } from '../../../src/followstats/changes/changes.ts';
import type { Ledger } from '../../../src/followstats/changes/ledger.ts';
import type { FollowEvent } from '../../../src/followstats/events/ports.ts';
import type { Snapshot } from '../../../src/followstats/reports/snapshots.ts';
import type { AccountId } from '../../../src/followstats/types.ts';

const AT = Date.UTC(2026, 10, 23, 12, 0, 0);
const HOUR = 3_600_000;

export const readingOf = (followers: number, readAt: number): Snapshot => ({
  followers,
  following: 3,
  mutual: 1,
  readAt,
});

/** @param numbers opening, came, left, closing */
export function ledgerOf(account: string, numbers: readonly [number, number, number, number], hours = 24): Ledger {
  const [opening, came, left, closing] = numbers;
  return {
    account: account as AccountId,
    opening: readingOf(opening, AT - hours * HOUR),
    closing: readingOf(closing, AT),
    ...{ came, left },
  };
}

export function eventsOf(kind: FollowEvent['kind'], count: number, account = 'alice'): readonly FollowEvent[] {
  return Array.from({ length: count }, (_, n) => ({
    kind,
    follower: `fan_${n}` as AccountId,
    account: account as AccountId,
    at: AT - (n + 1) * HOUR,
  }));
}

/** Changes of some accounts in the last day, all of it heard. */
export function changesOf(ledgers: readonly Ledger[], more: Partial<Changes> = {}): Changes {
  const firsts = more.firsts ?? [];
  const unread = more.unread ?? [];
  return {
    who: {
      accounts: [...ledgers, ...firsts, ...unread].map(({ account }) => account),
      linked: [],
      unlinked: [],
      empty: [],
    },
    span: '24h',
    at: AT,
    ...{ ledgers, firsts, unread },
    heard: { any: true, outages: [], lost: 0 },
    names: new Map(),
    ...more,
  };
}
