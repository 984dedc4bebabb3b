import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Contender } from './contender.ts';
import type { StandIn } from './stand-in.ts';
import type { Round } from './workload.ts';

const RESOLUTION_MS = 5;
/** A collection that a stretch began ends on other threads, up to so much later. It belongs to the stretch. */
const AFTERMATH_MS = 100;

/** Over all measured stretches of a round. */
export interface Totals {
  readonly calls: number;
  /** Asked for, whether answered or not. */
  readonly accounts: number;
  /** User and system time of the contender's process, milliseconds. */
  readonly cpuMs: number;
  /** The longest the event loop stood still. */
  readonly stallMs: number;
  /** Accounts answered with the right counts, over those asked for. */
  readonly answeredShare: number;
}

/** Measures what a workload does with one contender. */
export function createMeter(contender: Contender, chat: StandIn): Round & { totals(): Totals } {
  let asked: { readonly accounts: readonly string[]; readonly answers: ReadonlyMap<string, { followers: number }> }[] =
    [];
  let accountsAsked = 0;
  let accountsRight = 0;
  let calls = 0;
  let cpuMs = 0;
  let stallMs = 0;

  function check(): void {
    for (const { accounts, answers } of asked) {
      accountsAsked += accounts.length;
      for (const account of accounts) {
        if (answers.get(account)?.followers === Number(account.slice(-7))) accountsRight += 1;
      }
    }
    asked = [];
  }

  return {
    contender,
    async ask(accounts) {
      asked.push({ accounts, answers: await contender.lookup(accounts) });
    },
    async measure(work) {
      await chat.report(); // what came before, such as filling a cache, isn't part of it
      const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
      delays.enable();
      const before = process.cpuUsage();
      const startedAt = performance.now();
      await work();
      const wallMs = performance.now() - startedAt;
      delays.disable();
      if (delays.count > 0) stallMs = Math.max(stallMs, delays.max / 1e6 - RESOLUTION_MS);
      await sleep(AFTERMATH_MS);
      const { user, system } = process.cpuUsage(before);
      const report = await chat.report();
      cpuMs += (user + system) / 1000;
      calls += report.calls;
      check();
      return { wallMs, ...report };
    },
    totals: () => ({
      calls,
      accounts: accountsAsked,
      cpuMs,
      stallMs,
      answeredShare: accountsAsked > 0 ? accountsRight / accountsAsked : 1,
    }),
  };
}
