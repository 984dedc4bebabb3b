import { z } from 'zod';
import type { Check, CheckRow } from '../../followstats/checks/check.ts';
import type { AccountId } from '../../followstats/types.ts';
import { readFailure, WrittenFailure } from './written-readings.ts';

/** A check as it was shown, as the store has it. A row: the other account, then 0–3 (1: it follows, 2: it is followed), or why not. */
export const WrittenCheck = z.object({
  account: z.string(),
  askedAt: z.number(),
  isItselfNamed: z.boolean(),
  rows: z.array(z.tuple([z.string(), z.union([z.literal([0, 1, 2, 3]), WrittenFailure])])),
});

type Written = z.infer<typeof WrittenCheck>;

/** Writes a check for the store. Whom it was about is left out, but for the accounts. */
export function writeCheckShown({ account, askedAt, isItselfNamed, rows }: Check): Written {
  return { account, askedAt, isItselfNamed, rows: rows.map(writeRow) };
}

function writeRow({ account, outcome }: CheckRow): Written['rows'][number] {
  if (outcome.kind === 'failed') return [account, outcome.failure];
  if (outcome.follows) return [account, outcome.isFollowed ? 3 : 2];
  return [account, outcome.isFollowed ? 1 : 0];
}

/** Reads what `writeCheckShown` wrote. Of a failure whose code is unknown here only that it is one is left. */
export function readCheckShown({ account, rows, ...rest }: Written): Check {
  const shown = rows.map(readRow);
  const accounts = shown.map((row) => row.account);
  return {
    ...rest,
    account: account as AccountId,
    rows: shown,
    who: { accounts, linked: [], unlinked: [], empty: [] },
  };
}

function readRow([id, said]: Written['rows'][number]): CheckRow {
  const account = id as AccountId;
  if (typeof said === 'number') {
    return { account, outcome: { kind: 'checked', follows: said >= 2, isFollowed: said % 2 === 1 } };
  }
  return { account, outcome: { kind: 'failed', failure: readFailure(said) ?? { code: 'incomplete_answer' } } };
}
