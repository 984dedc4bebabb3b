import { nextTurn } from '../../timers.ts';
import type { Audit, AuditEntry } from './audit.ts';

/** Entries that wait for a store which doesn't answer; some hundred bytes each. */
const MOST_WAITING = 10_000;

/** Writes to the audit in the background: answers don't wait for it. */
export interface AuditWriter {
  /** Returns at once and never throws. */
  record(entries: readonly AuditEntry[]): void;
  /** Resolves when everything recorded is kept or lost. Never rejects. */
  settled(): Promise<void>;
}

interface Options {
  readonly audit: Pick<Audit, 'append'>;
  /** Takes each entry that couldn't be written, and why. */
  readonly onLost: (error: unknown, entry: AuditEntry) => void;
  readonly mostWaiting?: number;
}

/** Makes a writer that keeps entries one at a time, in the order recorded. */
export function createAuditWriter({ audit, onLost, mostWaiting = MOST_WAITING }: Options): AuditWriter {
  const waiting: AuditEntry[] = [];
  let writing: Promise<void> | undefined;

  async function write(): Promise<void> {
    for (;;) {
      // The embedded store works on this thread: answers go out first, and requests are acknowledged in between.
      await nextTurn();
      const entry = waiting.shift();
      if (!entry) break;
      try {
        await audit.append(entry);
      } catch (error) {
        onLost(error, entry);
      }
    }
    writing = undefined;
  }

  return {
    record(entries) {
      for (const entry of entries) {
        if (waiting.length < mostWaiting) waiting.push(entry);
        else onLost(new Error('too many entries wait for the store'), entry);
      }
      writing ??= write();
    },
    async settled() {
      await writing;
    },
  };
}
