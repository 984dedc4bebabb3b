import { isUnavailable } from '../../errors.ts';
import { createGatheredWrites, GATHERED_MS } from '../gathered-writes.ts';
import type { Audit, AuditEntry } from './audit.ts';

/** Entries that wait for a store which doesn't answer; some hundred bytes each. */
const MOST_WAITING = 10_000;
const MOST_AT_ONCE = 500;

/** Writes to the audit in the background: answers don't wait for it. */
export interface AuditWriter {
  /** Returns at once and never throws. */
  record(entries: readonly AuditEntry[]): void;
  /** Resolves when everything recorded is kept or lost, which nothing is gathered for any more. Never rejects. */
  settled(): Promise<void>;
}

interface Options {
  readonly audit: Pick<Audit, 'append'>;
  /** Takes each entry that couldn't be written, and why. */
  readonly onLost: (error: unknown, entry: AuditEntry) => void;
  readonly mostWaiting?: number;
  /** While entries come all the time, so many milliseconds of them share one write. */
  readonly gatheredMs?: number | undefined;
}

/**
 * Makes a writer that keeps entries in the order recorded. Those of one moment share a write, whose sync to the disk holds up the
 * app's thread; an entry that comes alone is written at once.
 */
export function createAuditWriter(options: Options): AuditWriter {
  const { audit, onLost, mostWaiting = MOST_WAITING, gatheredMs = GATHERED_MS } = options;
  const waiting: AuditEntry[] = [];

  async function append(entries: readonly AuditEntry[]): Promise<void> {
    try {
      await audit.append(entries);
    } catch (error) {
      // One of them is at fault, and the others are kept.
      if (!isUnavailable(error) && entries.length > 1) for (const entry of entries) await append([entry]);
      else for (const entry of entries) onLost(error, entry);
    }
  }

  const writes = createGatheredWrites({
    isWaiting: () => waiting.length > 0,
    write: () => append(waiting.splice(0, MOST_AT_ONCE)),
    gapMs: () => gatheredMs,
  });

  return {
    record(entries) {
      for (const entry of entries) {
        if (waiting.length < mostWaiting) waiting.push(entry);
        else onLost(new Error('too many entries wait for the store'), entry);
      }
      writes.begin();
    },
    settled: writes.settled,
  };
}
