import type { ChatCall } from '../../../src/demo/chat/chat-call.ts';

const SECOND_MS = 1000;

/** How often Chat was called, by its own clock. */
export interface CallRate {
  /** Takes calls that came since the last time, in their order. */
  add(calls: readonly ChatCall[]): void;
  /** The most of one command in any second, wherever it begins. */
  most(): number;
  /** How many of them Chat turned away as too many. */
  tooMany(): number;
  total(): number;
}

/** Chat's code for a call beyond its limit. */
const TOO_MANY = 60007;

/** Makes an account of calls in which there are none yet. */
export function createCallRate(): CallRate {
  const recent = new Map<string, number[]>();
  let [most, tooMany, total] = [0, 0, 0];
  return {
    add(calls) {
      for (const { command, at, code } of calls) {
        const times = (recent.get(command) ?? []).filter((earlier) => at - earlier < SECOND_MS);
        times.push(at);
        recent.set(command, times);
        most = Math.max(most, times.length);
        tooMany += code === TOO_MANY ? 1 : 0;
        total += 1;
      }
    },
    most: () => most,
    tooMany: () => tooMany,
    total: () => total,
  };
}
