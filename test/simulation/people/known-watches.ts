import type { WatchRule } from '../../../src/followstats/watches/rule.ts';
import type { DatabaseEngine } from '../parts/database-engine.ts';

/** A watch as it is kept. */
export interface KnownWatch {
  readonly id: number;
  readonly rule: WatchRule;
  readonly accounts: readonly string[];
  readonly isPaused: boolean;
  readonly isPausedByApp: boolean;
  /** Unix milliseconds, by the database's clock. */
  readonly mutedUntil: number | undefined;
}

interface Row {
  readonly id: number;
  readonly spec: string;
  readonly paused_reason: string | null;
  readonly muted_until: number | null;
}

/** Reads the watches that weren't deleted. */
export async function readWatches(engine: DatabaseEngine): Promise<readonly KnownWatch[]> {
  const rows = await engine.committed<Row>(
    'select id, spec, paused_reason, muted_until from watches where deleted_at is null order by id',
  );
  return rows.map(({ id, spec, paused_reason: reason, muted_until: muted }) => {
    const { rule, accounts } = JSON.parse(spec);
    const isPausedByApp = reason !== null && reason !== 'by-person';
    return { id, rule, accounts, isPaused: reason !== null, isPausedByApp, mutedUntil: muted ?? undefined };
  });
}

/** A rule in one word: `reaches-200`. */
export function writeRule(rule: WatchRule): string {
  if ('followers' in rule) return `${rule.kind}-${rule.followers}`;
  return rule.kind === 'disappears' ? rule.kind : `${rule.kind}-${rule.by.size}-${rule.span}`;
}
