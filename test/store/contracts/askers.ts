import type { Asker } from '../../../src/followstats/access/rules.ts';
import type { Audit, AuditRecord } from '../../../src/followstats/audit/audit.ts';
import type { AccountId } from '../../../src/followstats/types.ts';

export const ADMIN: Asker = { personId: 'U0ADMIN', channelId: 'C0PLACE' };
export const OTHER: Asker = { personId: 'U0OTHER', channelId: 'D0PLACE' };

export const accounts = (...names: readonly string[]) => names as readonly AccountId[];

/** All of the log, without what differs from run to run. */
export async function readAudit(audit: Audit, since = 0): Promise<readonly Omit<AuditRecord, 'id' | 'at'>[]> {
  return (await Array.fromAsync(audit.read(since))).map(({ id, at, ...entry }) => entry);
}

/** A clock that never shows the same millisecond twice. */
export function tickingClock(start = 1_700_000_000_000): () => number {
  let now = start;
  return () => {
    now += 1;
    return now;
  };
}
