import type { Run, RunStatus } from '../../../../src/digests/runs.ts';
import type { AlertContent, WatchStates } from '../../../../src/digests/watches/ports.ts';
import { readWatchId, type Watch } from '../../../../src/digests/watches/types.ts';
import type { AccountId } from '../../../../src/followstats/types.ts';
import type { WatchRule } from '../../../../src/followstats/watches/rule.ts';
import { MONDAY } from '../../../digests/report/sample-readings.ts';

/** A watch as the store has it. */
export function watchOf(changed: Partial<Watch> & { readonly number?: number } = {}): Watch {
  const { number = 7, ...rest } = changed;
  const id = readWatchId(`${number}`);
  if (!id) throw new Error('no such id');
  return {
    id,
    rule: { kind: 'reaches', followers: 10_000 },
    channelId: 'C7',
    accounts: ['alice' as AccountId],
    lists: [],
    ownerId: 'U1',
    state: { kind: 'active' },
    mutedUntil: undefined,
    nextPollAt: MONDAY,
    createdAt: MONDAY,
    editedBy: 'U1',
    editedAt: MONDAY,
    ...rest,
  };
}

const amount = (size: number) => ({ unit: 'followers', size }) as const;

/** A rule of every kind, with each span. */
export const RULES: readonly WatchRule[] = [
  { kind: 'reaches', followers: 10_000 },
  { kind: 'falls-below', followers: 1 },
  ...(['gains', 'loses'] as const).flatMap((kind) =>
    (['hour', 'day', 'week'] as const).flatMap((span): WatchRule[] => [
      { kind, span, by: amount(500) },
      { kind, span, by: { unit: 'percent', size: 2.5 } },
    ]),
  ),
  { kind: 'disappears' },
];

/** What an alert of a rule says of some accounts. */
export function alertOf(rule: WatchRule, accounts: readonly string[] = ['alice']): AlertContent {
  const from = {
    followers: rule.kind === 'loses' || rule.kind === 'falls-below' ? 10_500 : 9_990,
    at: MONDAY - 3_600_000,
  };
  const followers = rule.kind === 'disappears' ? undefined : rule.kind === 'falls-below' ? 0 : 10_012;
  return { rule, met: new Map(accounts.map((account) => [account as AccountId, { followers, from, at: MONDAY }])) };
}

/** What is known of some accounts: every third meets the rule, every third is missing. */
export function statesOf(accounts: readonly string[]): WatchStates {
  return new Map(
    accounts.map((account, n) => [
      account as AccountId,
      {
        isArmed: n % 3 !== 0,
        metAt: n % 3 === 0 ? MONDAY : undefined,
        from: undefined,
        latest: { followers: n % 3 === 2 ? undefined : 10_000 + n, at: MONDAY },
      },
    ]),
  );
}

/** How an alert of a watch ended. */
export function alertRunOf({ id }: Watch, status: Pick<RunStatus, 'state' | 'reason'> & object): Run {
  const slot = MONDAY - 3_600_000;
  const facts = {
    id: `${id}-${slot}`,
    digestId: id,
    slot,
    origin: 'schedule',
    attempts: 1,
    dueAt: slot,
    changedAt: slot,
  };
  return { ...facts, firstTriedAt: slot, ...status } as unknown as Run;
}
