import type { Message } from '../../../src/demo/slack/types.ts';
import { MINUTE } from '../faults/fault.ts';
import type { Invariant } from './invariant.ts';
import { KEPT, momentsOf } from './told-moments.ts';
import { readToldRows } from './told-rows.ts';

const LINE =
  /^⚠ (?:(?<failed>.*): (?<what>Chat doesn’t (?:know|accept) th(?:is account|ese accounts)|Chat had an error of its own)|Gone from Chat: (?<names>.*))/gm;
const ACCOUNT = /\b(?:account|acount|member|ghost)-\d+/g;
/** Chat's codes of an account that it doesn't know or doesn't take. */
const REJECTED: ReadonlySet<unknown> = new Set([30001, 30003]);
const OLDEST_MS = 10 * MINUTE;
const KEEPS = /^(?:Couldn’t refresh|Still asking Chat)/m;

/**
 * What spoils a batch costs no other account its answer: one that is said to be unknown was asked for alone and rejected, and
 * one that Chat is said to have failed with was in a call that failed, or its own item did.
 */
export const ownFailures: Invariant = {
  name: 'only the account at fault fails',
  watch({ violated, now }) {
    const rejectedAt = new Map<string, number>();
    const failedAt = new Map<string, number>();
    return {
      chatReply({ accounts, code, spoiled }) {
        const [only] = accounts;
        if (only !== undefined && accounts.length === 1 && REJECTED.has(code)) rejectedAt.set(only, now());
        if (code !== 0) for (const account of accounts) failedAt.set(account, now());
        else if (spoiled !== undefined) failedAt.set(spoiled, now());
      },
      message(message) {
        const { text } = message;
        const since = sinceOf(message, now());
        const isFailed = (account: string, known: ReadonlyMap<string, number>) =>
          (known.get(account) ?? Number.NEGATIVE_INFINITY) > since;
        // Where nothing at all was read in time, what one of the calls ran into is told of all.
        const isOneEnough = readToldRows(text).length === 0 && namesIn(text).some((one) => isFailed(one, failedAt));
        for (const { groups = {} } of text.matchAll(LINE)) {
          const { failed, names, what = 'Gone from Chat' } = groups;
          const isOfChat = what.includes('error of its own');
          if (isOfChat && isOneEnough) continue;
          for (const account of namesIn(failed ?? names ?? ''))
            if (account.startsWith('account-') && !isFailed(account, isOfChat ? failedAt : rejectedAt))
              violated(`“${account}: ${what}” was read, and Chat did not say so`, [account]);
        }
      },
    };
  },
};

/** From when on Chat may have said what a message tells: one that couldn't be refreshed, or not yet, tells what was said before. */
function sinceOf(message: Message, now: number): number {
  if (!KEEPS.test(message.text)) return now - OLDEST_MS;
  const [, at = ''] = KEPT.exec(message.text) ?? [];
  const [first = Number.NEGATIVE_INFINITY] = momentsOf(at, message, now)
    .map(([from]) => from - OLDEST_MS)
    .toSorted((one, other) => one - other);
  return first;
}

const namesIn = (text: string): readonly string[] => text.match(ACCOUNT) ?? [];
