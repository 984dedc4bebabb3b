import { z } from 'zod';
import { type Failure, isErrorCode } from '../../errors.ts';
import type { KeptAccount, KeptReadings } from '../../followstats/reports/kept-readings.ts';
import type { Snapshot } from '../../followstats/reports/snapshots.ts';
import type { AccountId } from '../../followstats/types.ts';
import { readCounts, WrittenCounts, writeCounts } from './written-counts.ts';

const OneFailure = z.object({
  code: z.string(),
  waitMs: z.number().optional(),
  upstream: z.object({ code: z.number(), about: z.string().optional(), info: z.string().optional() }).optional(),
});

/** Why something failed, as the store has it. */
export const WrittenFailure = OneFailure.extend({ lastFailure: OneFailure.optional() });

/**
 * What an answer showed, as the store has it. `rows`: an account each, its counts, and what they are compared with. `unread`: what
 * was said of those without counts; added later, so that it may be missing, and older versions don't read it.
 */
export const WrittenReadings = z.object({
  askedAt: z.number(),
  rows: z.array(z.tuple([z.string(), WrittenCounts.nullable(), WrittenCounts.nullable()])),
  unread: z
    .array(
      z.object({
        account: z.string(),
        failure: WrittenFailure,
        lastKnown: WrittenCounts.optional(),
        meant: z.string().optional(),
      }),
    )
    .optional(),
});

type Written = z.infer<typeof WrittenReadings>;
type WrittenUnread = NonNullable<Written['unread']>[number];

/** Writes what an answer showed for the store. */
export function writeReadings({ askedAt, accounts }: KeptReadings): Written {
  const toCounts = (snapshot: Snapshot | undefined) => (snapshot ? writeCounts(snapshot) : null);
  return {
    askedAt,
    rows: accounts.map(({ account, reading, baseline }) => [account, toCounts(reading), toCounts(baseline)]),
    unread: accounts.flatMap(({ account, failure, lastKnown, meant }) =>
      failure ? [{ account, failure, lastKnown: lastKnown && writeCounts(lastKnown), meant }] : [],
    ),
  };
}

/** Reads what `writeReadings` wrote. A failure whose code is unknown here is left out. */
export function readReadings({ askedAt, rows, unread = [] }: Written): KeptReadings {
  const saidOf = new Map(unread.map((one) => [one.account, one]));
  return {
    askedAt,
    accounts: rows.map(([account, reading, baseline]) => ({
      account: account as AccountId,
      ...(reading ? { reading: readCounts(reading) } : readUnread(saidOf.get(account))),
      ...(baseline && { baseline: readCounts(baseline) }),
    })),
  };
}

function readUnread(said: WrittenUnread | undefined): Pick<KeptAccount, 'failure' | 'lastKnown' | 'meant'> {
  const failure = said && readFailure(said.failure);
  if (!failure) return {};
  const { lastKnown, meant } = said;
  return {
    failure,
    ...(lastKnown && { lastKnown: readCounts(lastKnown) }),
    ...(meant !== undefined && { meant: meant as AccountId }),
  };
}

/** Reads why something failed; `undefined` where the code is unknown here. */
export function readFailure({
  code,
  upstream,
  lastFailure,
  waitMs,
}: z.infer<typeof WrittenFailure>): Failure | undefined {
  if (!isErrorCode(code)) return undefined;
  const last = lastFailure && readFailure(lastFailure);
  const about = upstream?.about === 'from-account' ? ({ about: 'from-account' } as const) : {};
  return {
    code,
    ...(upstream && { upstream: { code: upstream.code, info: upstream.info, ...about } }),
    ...(last && { lastFailure: last }),
    ...(waitMs !== undefined && { waitMs }),
  };
}
