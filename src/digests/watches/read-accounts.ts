import { AppError } from '../../errors.ts';
import type { Snapshots } from '../../followstats/reports/snapshots.ts';
import type { AccountId, Lookup, LookupMany, LookupOptions } from '../../followstats/types.ts';
import { SPAN_MS, type WatchRule } from '../../followstats/watches/rule.ts';
import {
  isMetFromStart,
  type Met,
  type Point,
  stepWatch,
  type WatchReading,
} from '../../followstats/watches/step-watch.ts';
import type { WatchStates } from './ports.ts';

/** What a reading of some accounts comes to under one rule. */
export interface AccountsRead {
  /** What is known of each of them now; those that were never read are left out. */
  readonly states: WatchStates;
  readonly met: ReadonlyMap<AccountId, Met>;
  /** Of those read for the first time: for which the rule is met already. */
  readonly metFromStart: readonly AccountId[];
  /** Whether nothing could be read at all, so that it is worth another look soon. */
  readonly isUnread: boolean;
}

interface Asked {
  readonly rule: WatchRule;
  readonly accounts: readonly AccountId[];
  /** What was known before. */
  readonly states: WatchStates;
  readonly options: LookupOptions;
}

/** Reads accounts and takes each reading by the rule. Rejects when the store fails, and for a bug. */
export type ReadAccounts = (asked: Asked) => Promise<AccountsRead>;

interface Options {
  readonly lookup: LookupMany;
  readonly snapshots: Pick<Snapshots, 'firstSince'>;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Makes a `ReadAccounts`. */
export function createReadAccounts({ lookup, snapshots, now }: Options): ReadAccounts {
  async function ask(accounts: readonly AccountId[], options: LookupOptions): Promise<ReadonlyMap<AccountId, Lookup>> {
    try {
      return await lookup(accounts, options);
    } catch (error) {
      if (error instanceof AppError) return new Map();
      throw error;
    }
  }

  return async ({ rule, accounts, states: before, options }) => {
    const span = 'span' in rule ? SPAN_MS[rule.span] : undefined;
    const answers = accounts.length > 0 ? await ask(accounts, options) : new Map<AccountId, Lookup>();
    const at = now();
    const oldest = span === undefined ? new Map<AccountId, never>() : await snapshots.firstSince(accounts, at - span);
    const [states, met] = [new Map<AccountId, NonNullable<ReturnType<typeof before.get>>>(), new Map<AccountId, Met>()];
    const metFromStart: AccountId[] = [];
    let read = 0;
    for (const account of accounts) {
      const reading = toReading(answers.get(account), at);
      if (reading.kind !== 'failed') read += 1;
      const known = before.get(account);
      const step = stepWatch(rule, known, reading, toPoint(oldest.get(account)));
      if (step.state) states.set(account, step.state);
      if (step.met) met.set(account, step.met);
      if (!known && step.state && isMetFromStart(step.state)) metFromStart.push(account);
    }
    return { states, met, metFromStart, isUnread: accounts.length > 0 && read === 0 };
  };
}

function toReading(lookup: Lookup | undefined, at: number): WatchReading {
  if (lookup?.kind === 'found') return { kind: 'found', followers: lookup.followers, at: lookup.readAt };
  return lookup?.failure.code === 'missing_account' ? { kind: 'missing', at } : { kind: 'failed' };
}

function toPoint(snapshot: { readonly followers: number; readonly readAt: number } | undefined): Point | undefined {
  return snapshot && { followers: snapshot.followers, at: snapshot.readAt };
}
