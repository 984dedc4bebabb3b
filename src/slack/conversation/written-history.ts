import { z } from 'zod';
import type { History } from '../../followstats/history/history.ts';
import { SPANS } from '../../followstats/history/spans.ts';
import type { AccountId } from '../../followstats/types.ts';
import { readCounts, WrittenCounts, writeCounts } from './written-counts.ts';

/** A history as it was shown, as the store has it. */
export const WrittenHistory = z.object({
  span: z.enum(SPANS),
  at: z.number(),
  instants: z.array(z.number()),
  accounts: z.array(
    z.object({ account: z.string(), first: WrittenCounts, readings: z.array(WrittenCounts.nullable()) }),
  ),
  unkept: z.array(z.object({ account: z.string(), last: WrittenCounts.optional() })),
  /** Added later: histories of older versions have none. What isn't ready by then isn't kept. */
  joining: z.object({ instants: z.array(z.number()), followers: z.array(z.number()), readAt: z.number() }).optional(),
});

type Written = z.infer<typeof WrittenHistory>;

/** Writes a history for the store. Whom it was about is left out, but for the accounts. */
export function writeHistoryShown({ span, at, instants, accounts, unkept, joining }: History): Written {
  return {
    ...{ span, at },
    instants: [...instants],
    accounts: accounts.map(({ account, first, readings }) => ({
      account,
      first: writeCounts(first),
      readings: readings.map((reading) => (reading ? writeCounts(reading) : null)),
    })),
    unkept: unkept.map(({ account, last }) => ({ account, last: last && writeCounts(last) })),
    ...(joining?.kind === 'curve' && {
      joining: { instants: [...joining.instants], followers: [...joining.followers], readAt: joining.readAt },
    }),
  };
}

/** Reads what `writeHistoryShown` wrote. */
export function readHistoryShown({ accounts, unkept, joining, ...rest }: Written): History {
  const shown = accounts.map(({ account, first, readings }) => ({
    account: account as AccountId,
    first: readCounts(first),
    readings: readings.map((reading) => (reading ? readCounts(reading) : undefined)),
  }));
  const others = unkept.map(({ account, last }) => ({
    account: account as AccountId,
    ...(last && { last: readCounts(last) }),
  }));
  const all = [...shown, ...others].map(({ account }) => account);
  const before = joining && ({ kind: 'curve', ...joining } as const);
  return {
    ...rest,
    joining: before,
    accounts: shown,
    unkept: others,
    who: { accounts: all, linked: [], unlinked: [], empty: [] },
  };
}
