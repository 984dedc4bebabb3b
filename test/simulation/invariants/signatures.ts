import { SECOND } from '../faults/fault.ts';
import type { Invariant } from './invariant.ts';

/** Chat's code of a signature that isn't taken. */
const REJECTED = 70001;
/** A call, its hedges, and the same for the other commands of so short a time: each at most twice. */
const MOST = 16;
const TIME_MS = 20 * SECOND;

/** Chat locks callers out that go on with a bad signature, so each call is made at most twice with one. */
export const signatures: Invariant = {
  name: 'a rejected signature is not tried again and again',
  watch({ violated, now }) {
    const rejected = new Map<string, readonly number[]>();
    return {
      chatReply({ replica, accounts, code }) {
        if (code !== REJECTED) return;
        const key = `${replica} ${accounts.join(' ')}`;
        const times = [...(rejected.get(key) ?? []).filter((at) => now() - at < TIME_MS), now()];
        rejected.set(key, times);
        if (times.length > MOST) violated(`${replica} asked ${times.length} times with a rejected signature`, [replica]);
        if (rejected.size > MOST) for (const [other] of rejected) if (other !== key) rejected.delete(other);
      },
    };
  },
};
