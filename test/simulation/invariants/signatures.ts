import { SECOND } from '../faults/fault.ts';
import type { Invariant } from './invariant.ts';

/** Chat's code of a signature that isn't taken. */
const REJECTED = 70001;
/** A call and its hedges, each twice at most, and the same again for another command in so short a time. */
const MOST = 12;
const TIME_MS = 20 * SECOND;

/** Chat locks callers out that go on with a bad signature, so no call is made a third time with one. */
export const signatures: Invariant = {
  name: 'a rejected signature is not tried again and again',
  watch({ violated, now }) {
    /** Of the latest accounts that each replica was rejected with, when that was. */
    const latest = new Map<string, { readonly key: string; readonly times: readonly number[] }>();
    return {
      chatReply({ replica, accounts, code }) {
        if (code !== REJECTED) return;
        const key = accounts.join(' ');
        const before = latest.get(replica);
        const earlier = before?.key === key ? before.times.filter((at) => now() - at < TIME_MS) : [];
        const times = [...earlier, now()];
        latest.set(replica, { key, times });
        if (times.length > MOST)
          violated(`${replica} asked ${times.length} times with a rejected signature`, [replica]);
      },
    };
  },
};
