import { z } from 'zod';
import type { History } from '../../followstats/history/history.ts';
import { SPANS } from '../../followstats/history/spans.ts';
import type { Snapshot } from '../../followstats/reports/snapshots.ts';
import type { AccountId } from '../../followstats/types.ts';

/** Followers, following, mutual, and when they were read. */
const Counted = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** A history as it was shown, as the store has it. */
export const WrittenHistory = z.object({
  span: z.enum(SPANS),
  at: z.number(),
  instants: z.array(z.number()),
  accounts: z.array(z.object({ account: z.string(), first: Counted, readings: z.array(Counted.nullable()) })),
  unkept: z.array(z.object({ account: z.string(), last: Counted.optional() })),
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
      first: toWritten(first),
      readings: readings.map((reading) => (reading ? toWritten(reading) : null)),
    })),
    unkept: unkept.map(({ account, last }) => ({ account, last: last && toWritten(last) })),
    ...(joining?.kind === 'curve' && {
      joining: { instants: [...joining.instants], followers: [...joining.followers], readAt: joining.readAt },
    }),
  };
}

/** Reads what `writeHistoryShown` wrote. */
export function readHistoryShown({ accounts, unkept, joining, ...rest }: Written): History {
  const shown = accounts.map(({ account, first, readings }) => ({
    account: account as AccountId,
    first: toReading(first),
    readings: readings.map((reading) => (reading ? toReading(reading) : undefined)),
  }));
  const others = unkept.map(({ account, last }) => ({
    account: account as AccountId,
    ...(last && { last: toReading(last) }),
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

function toWritten({ followers, following, mutual, readAt }: Snapshot): z.infer<typeof Counted> {
  return [followers, following, mutual, readAt];
}

function toReading([followers, following, mutual, readAt]: z.infer<typeof Counted>): Snapshot {
  return { followers, following, mutual, readAt };
}
