import { z } from 'zod';
import type { PostedReading, PostedReadings } from '../../digests/runs.ts';
import type { AccountId } from '../../followstats/types.ts';
import { readErrorCode } from '../known-words.ts';

/**
 * Short, since every post keeps one for each of its accounts: the account, its counts, its threshold baseline, and the most
 * followers it had where that is more than now; or the account, why it wasn't read, its baseline, and the most followers; the
 * baseline is `null`, and the last, when it was never read. Earlier versions kept no most.
 */
const Stored = z.array(
  z.union([
    z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()]),
    z.tuple([z.string(), z.number(), z.number(), z.number(), z.number(), z.number()]),
    z.tuple([z.string(), z.string(), z.number().nullable()]),
    z.tuple([z.string(), z.string(), z.number(), z.number()]),
  ]),
);
type Stored = z.infer<typeof Stored>;

/** Writes the column `marks`. */
export function writeReadings(readings: PostedReadings): string {
  return JSON.stringify([...readings].map(([account, reading]) => toStored(account, reading)));
}

function toStored(account: AccountId, reading: PostedReading): Stored[number] {
  switch (reading.kind) {
    case 'read': {
      const { followers, following, mutual } = reading.counts;
      const { thresholdBaseline, mostFollowers } = reading;
      const short: [string, number, number, number, number] = [
        account,
        followers,
        following,
        mutual,
        thresholdBaseline,
      ];
      return mostFollowers > followers ? [...short, mostFollowers] : short;
    }
    case 'unread': {
      const { code, thresholdBaseline, mostFollowers } = reading;
      return mostFollowers === undefined
        ? [account, code, thresholdBaseline]
        : [account, code, thresholdBaseline, mostFollowers];
    }
    case 'never-read':
      return [account, reading.code, null];
  }
}

/** @returns `undefined` when they are of another shape, as a newer version or a person by hand may have written them */
export function readReadings(text: string): PostedReadings | undefined {
  try {
    return new Map(Stored.parse(JSON.parse(text)).map((stored) => [stored[0] as AccountId, toReading(stored)]));
  } catch {
    return undefined;
  }
}

function toReading(stored: Stored[number]): PostedReading {
  if (stored.length === 3 || stored.length === 4) {
    const [, word, thresholdBaseline, mostFollowers] = stored;
    const code = readErrorCode(word);
    return thresholdBaseline === null
      ? { kind: 'never-read', code }
      : { kind: 'unread', code, thresholdBaseline, mostFollowers };
  }
  const [, followers, following, mutual, thresholdBaseline, mostFollowers = followers] = stored;
  return { kind: 'read', counts: { followers, following, mutual }, thresholdBaseline, mostFollowers };
}
