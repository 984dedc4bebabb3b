import type { Audit, AuditEntry } from './audit.ts';

interface Options {
  readonly audit: Pick<Audit, 'append'>;
  /** Told of each entry that couldn't be kept. */
  readonly onLost: (error: unknown, entry: AuditEntry) => void;
}

/** Writes to the audit beside the answers: nobody waits for it. */
export interface AuditTrail {
  /** Never throws. */
  record(entries: readonly AuditEntry[]): void;
  /** Resolves when everything recorded is kept or lost. */
  settled(): Promise<void>;
}

export function createAuditTrail({ audit, onLost }: Options): AuditTrail {
  const running = new Set<Promise<void>>();

  async function append(entry: AuditEntry): Promise<void> {
    try {
      await audit.append(entry);
    } catch (error) {
      onLost(error, entry);
    }
  }

  return {
    record(entries) {
      for (const entry of entries) {
        const appending = append(entry).finally(() => running.delete(appending));
        running.add(appending);
      }
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
