import { z } from 'zod';
import type { PostedReading, PostedReadings } from '../../digests/runs.ts';
import type { AccountId } from '../../followstats/types.ts';
import { readErrorCode } from '../known-words.ts';

/**
 * Short, since every post keeps one for each of its accounts: the account, its counts and its threshold baseline; or the
 * account, why it wasn't read, and its baseline, `null` when it was never read.
 */
const Stored = z.array(
  z.union([
    z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()]),
    z.tuple([z.string(), z.string(), z.number().nullable()]),
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
      return [account, followers, following, mutual, reading.thresholdBaseline];
    }
    case 'unread':
      return [account, reading.code, reading.thresholdBaseline];
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
  if (stored.length === 3) {
    const [, word, thresholdBaseline] = stored;
    const code = readErrorCode(word);
    return thresholdBaseline === null ? { kind: 'never-read', code } : { kind: 'unread', code, thresholdBaseline };
  }
  const [, followers, following, mutual, thresholdBaseline] = stored;
  return { kind: 'read', counts: { followers, following, mutual }, thresholdBaseline };
}
