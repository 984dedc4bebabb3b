import type { DestinationStream } from 'pino';

/** Where a test's log goes. */
export interface LogSink extends DestinationStream {
  /** As written, a JSON object each. */
  readonly lines: readonly string[];
  /** The lines with this message, parsed. */
  named(msg: string): readonly Record<string, unknown>[];
}

export function createLogSink(): LogSink {
  const lines: string[] = [];
  return {
    lines,
    write: (line) => {
      lines.push(line);
    },
    named: (msg) => lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter((line) => line.msg === msg),
  };
}
