import type { DestinationStream } from 'pino';

/** Where a test's log goes. */
export interface LogSink extends DestinationStream {
  /** As written, a JSON object each. */
  readonly lines: readonly string[];
  /** The lines with this message, parsed. */
  named(msg: string): readonly Record<string, unknown>[];
  /** Resolves with the first line of this message that fits, also one that is there already. */
  first(msg: string, fits?: (line: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>;
}

export function createLogSink(): LogSink {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const named = (msg: string) =>
    lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => line.msg === msg);
  return {
    lines,
    write: (line) => {
      lines.push(line);
      for (const look of waiting) look();
    },
    named,
    first: (msg, fits = () => true) =>
      new Promise((resolve) => {
        const look = () => {
          const line = named(msg).find(fits);
          if (!line) return;
          waiting.delete(look);
          resolve(line);
        };
        waiting.add(look);
        look();
      }),
  };
}
