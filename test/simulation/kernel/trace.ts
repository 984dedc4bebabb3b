import { createHash } from 'node:crypto';

/** One thing that happened. */
export interface TraceLine {
  /** Milliseconds since the start. */
  readonly at: number;
  /** A replica's name, a person's id, `slack`, `chat`, `world`. */
  readonly who: string;
  readonly what: string;
}

/** What happened, in order. Two runs with the same seed have the same. */
export interface Trace {
  note(who: string, what: string): void;
  /** Of all lines since the start; the first 16 hexadecimal digits of their SHA-256. */
  hash(): string;
}

/**
 * Keeps no line: an explanation takes them as they happen, in a second run.
 * @param elapsed milliseconds since the start
 */
export function createTrace(elapsed: () => number, onLine: (line: TraceLine) => void = () => {}): Trace {
  const hash = createHash('sha256');
  return {
    note(who, what) {
      const line = { at: elapsed(), who, what };
      hash.update(`${line.at} ${who} ${what}\n`);
      onLine(line);
    },
    hash: () => hash.copy().digest('hex').slice(0, 16),
  };
}
