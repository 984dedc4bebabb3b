import { z } from 'zod';
import type { History } from '../../followstats/history/history.ts';
import { SPANS } from '../../followstats/history/spans.ts';
import type { Snapshot } from '../../followstats/reports/snapshots.ts';
import type { AccountId } from '../../followstats/types.ts';

/** Followers, following, mutual, and when they were read; `null` where nothing was. */
const Reading = z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable();

/** A history as it was shown, as the store has it. */
export const WrittenHistory = z.object({
  span: z.enum(SPANS),
  at: z.number(),
  instants: z.array(z.number()),
  accounts: z.array(z.object({ account: z.string(), begun: z.number().optional(), readings: z.array(Reading) })),
  unkept: z.array(z.string()),
});

type Written = z.infer<typeof WrittenHistory>;

/** Writes a history for the store. Whom it was about is left out, but for the accounts. */
export function writeHistoryShown({ span, at, instants, accounts, unkept }: History): Written {
  return {
    ...{ span, at },
    instants: [...instants],
    accounts: accounts.map(({ account, begun, readings }) => ({ account, begun, readings: readings.map(toWritten) })),
    unkept: unkept.map(({ account }) => account),
  };
}

/** Reads what `writeHistoryShown` wrote. */
export function readHistoryShown({ accounts, unkept, ...rest }: Written): History {
  const shown = accounts.map(({ account, readings, ...more }) => ({
    ...more,
    account: account as AccountId,
    readings: readings.map(toReading),
  }));
  const others = unkept.map((account) => ({ account: account as AccountId }));
  const all = [...shown, ...others].map(({ account }) => account);
  return { ...rest, accounts: shown, unkept: others, who: { accounts: all, linked: [], unlinked: [], empty: [] } };
}

function toWritten(reading: Snapshot | undefined): z.infer<typeof Reading> {
  return reading ? [reading.followers, reading.following, reading.mutual, reading.readAt] : null;
}

function toReading(written: z.infer<typeof Reading>): Snapshot | undefined {
  if (!written) return undefined;
  const [followers, following, mutual, readAt] = written;
  return { followers, following, mutual, readAt };
}
