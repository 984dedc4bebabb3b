import type { Check, CheckRow } from '../../../../src/followstats/checks/check.ts';
import type { Resolved } from '../../../../src/followstats/reports/resolve.ts';
import type { AccountId } from '../../../../src/followstats/types.ts';
import { failed } from '../../../followstats/reports/sample-lookups.ts';
import { longId } from '../reports/sample-reports.ts';

/** So many others: who follows whom differs from one to the next, and every ninth couldn't be read. */
export function checkOf(count: number, changes: Partial<Check> = {}): Check {
  const rows = Array.from({ length: count }, (_, n): CheckRow => {
    const account = longId(n) as AccountId;
    if (n % 9 === 8) return { account, outcome: failed(n % 2 === 0 ? 'missing_account' : 'throttled', 30_003) };
    return { account, outcome: { kind: 'checked', follows: n % 4 >= 2, isFollowed: n % 2 === 1 } };
  });
  const who: Resolved = { accounts: rows.map(({ account }) => account), linked: [], unlinked: [], empty: [] };
  return { account: longId(999) as AccountId, rows, isItselfNamed: false, who, askedAt: 1_764_417_600_000, ...changes };
}
