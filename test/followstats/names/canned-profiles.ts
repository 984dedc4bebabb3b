import { LRUCache } from 'lru-cache';
import type { AppError } from '../../../src/errors.ts';
import { createNames, type KeptName } from '../../../src/followstats/names/names.ts';
import type { Names, Nickname } from '../../../src/followstats/names/ports.ts';
import type { AccountId, FailedAccount } from '../../../src/followstats/types.ts';
import { systemTimers } from '../../../src/timers.ts';

type Answer = string | undefined | FailedAccount;

const nicknameOf = (answer: Answer): Nickname | FailedAccount =>
  typeof answer === 'object' ? answer : { kind: 'found', nickname: answer };

/** Names over a Chat that gives these nicknames; its clock stands still unless it is moved. */
export function cannedNames(nicknames: Readonly<Record<string, Answer>>): {
  readonly names: Names;
  /** The accounts of each time Chat was asked. */
  readonly asked: (readonly AccountId[])[];
  readonly errors: { readonly error: unknown; readonly restMs: number }[];
  readonly clock: { now: number };
  /** While set, Chat can't be asked. */
  readonly outage: { error: Error | AppError | undefined };
  /** While it isn't open, Chat doesn't answer. */
  readonly gate: { isOpen: boolean; open(): void };
  /** What each time was asked with. */
  readonly options: unknown[];
} {
  const asked: (readonly AccountId[])[] = [];
  const errors: { error: unknown; restMs: number }[] = [];
  const clock = { now: 1_700_000_000_000 };
  const outage: { error: Error | undefined } = { error: undefined };
  const opened = Promise.withResolvers<void>();
  const gate = { isOpen: true, open: opened.resolve };
  const options: unknown[] = [];
  const now = () => clock.now;
  const names = createNames({
    readProfiles: async (accounts, given) => {
      asked.push(accounts);
      options.push(given);
      if (!gate.isOpen) await opened.promise;
      if (outage.error) throw outage.error;
      return new Map(accounts.map((account) => [account, nicknameOf(nicknames[account])]));
    },
    kept: new LRUCache<AccountId, KeptName>({ max: 3, ttl: 1, ttlResolution: 0, perf: { now } }),
    now,
    timers: systemTimers,
    onError: (error, restMs) => errors.push({ error, restMs }),
  });
  return { names, asked, errors, clock, outage, gate, options };
}
