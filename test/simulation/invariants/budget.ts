import type { Invariant } from './invariant.ts';

const SECOND_MS = 1000;
/** What a replica logs then. */
export const NO_SHARES = 'the store gives no shares of the call budget; calling slower';
/** A replica logs that it gets no shares, does without for five seconds, and makes its last call by itself up to two later. */
const WITHOUT_SHARES_MS = 7500;

/**
 * In no second do more calls of one command leave than its budget has, whichever replicas make them. So small a budget can't be divided any
 * more while the store gives no shares: each replica then adds one call in two seconds.
 */
export const budget: Invariant = {
  name: 'Chat is never asked more often than allowed',
  watch({ violated, callsPerSecond, now }) {
    const calls = new Map<string, readonly number[]>();
    let withoutShares: readonly number[] = [];
    return {
      log({ msg }) {
        if (msg === NO_SHARES) withoutShares = [...withoutShares.filter((at) => now() - at < WITHOUT_SHARES_MS), now()];
      },
      chatCall({ leftAt, command }) {
        const latest = [...(calls.get(command) ?? []).filter((at) => leftAt - at < SECOND_MS), leftAt];
        calls.set(command, latest);
        if (latest.length <= callsPerSecond) return;
        const added = withoutShares.filter((at) => now() - at < WITHOUT_SHARES_MS).length;
        if (latest.length > callsPerSecond + added)
          violated(`${latest.length} calls of ${command} left within a second`, ['asks Chat']);
      },
    };
  },
};
