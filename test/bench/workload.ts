import type { CallReport } from './call-log.ts';
import type { Contender, ContenderOptions } from './contender.ts';
import type { ServiceOptions } from './stand-in.ts';

/** What one stretch of a round took, and what the service saw of it. */
export interface Stretch extends CallReport {
  readonly wallMs: number;
}

/** What a workload drives: one contender in a fresh process, warm, its rate window empty. */
export interface Round {
  readonly contender: Contender;
  /** Looks up and remembers the answers, to be compared with the truth after the stretch. */
  ask(accounts: readonly string[]): Promise<void>;
  /** Measures one stretch; only what runs in here counts as CPU, stall, calls and answers of the round. */
  measure(work: () => Promise<unknown>): Promise<Stretch>;
}

/** What must be reached: at most or at least so much. `worst`: in every round, where a median would hide a breach. */
export interface Target {
  readonly most?: number;
  readonly least?: number;
  readonly over?: 'worst';
  readonly digits: number;
}

export interface Workload {
  /** For the command line. */
  readonly name: string;
  readonly title: string;
  readonly rounds: number;
  /** How the service behaves once everything is warm. */
  readonly service: ServiceOptions;
  /** The budget is the limit of the workload; without one the floor isn't paced at all. */
  readonly isPaced: boolean;
  readonly isCached: boolean;
  /** By the name of the figure. */
  readonly targets: Readonly<Record<string, Target>>;
  /** A figure that is held to a multiple of what the floor comes to. */
  readonly overFloor?: { readonly figure: string; readonly target: Target };
  run(round: Round): Promise<Readonly<Record<string, number>>>;
}

/** The SDKAppID's limit as documented, and the configured budget. */
export const CALLS_PER_SECOND = 200;
const ACCOUNTS_PER_CALL = 20;
export const UNLIMITED: ServiceOptions = { limit: { shape: 'none', callsPerSecond: CALLS_PER_SECOND } };

/** What the bench tells every contender of the stand-in. */
export function optionsFor(
  baseUrl: string,
  { calls, isCached }: { readonly calls: number; readonly isCached: boolean },
): ContenderOptions {
  return {
    baseUrl,
    sdkAppId: 1400000000,
    secretKey: '0123456789abcdef'.repeat(4),
    admin: 'administrator',
    from: 'administrator',
    limit: { calls, perMs: 1000 },
    cacheTtlMs: isCached ? 60_000 : 0,
    cacheMax: 50_000,
  };
}

/** Distinct accounts; the last seven digits are what the stand-in makes the counts of. */
export function accountsFrom(first: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => `account-${String(first + n).padStart(7, '0')}`);
}

export function leastCalls(accounts: number): number {
  return Math.ceil(accounts / ACCOUNTS_PER_CALL);
}
