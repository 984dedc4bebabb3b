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
  readonly count: number;
  /** Of all lines since the start; the first 16 hexadecimal digits of their SHA-256. */
  hash(): string;
  /** The newest lines, oldest first: as many as are kept. */
  latest(): readonly TraceLine[];
}

/** Enough for a day or two of a busy simulation. */
const KEPT = 5000;

/** @param elapsed milliseconds since the start */
export function createTrace(elapsed: () => number, onLine: (line: TraceLine) => void = () => {}): Trace {
  const hash = createHash('sha256');
  let kept: TraceLine[] = [];
  let count = 0;
  return {
    note(who, what) {
      const line = { at: elapsed(), who, what };
      hash.update(`${line.at} ${who} ${what}\n`);
      count += 1;
      kept.push(line);
      if (kept.length >= 2 * KEPT) kept = kept.slice(-KEPT);
      onLine(line);
    },
    get count() {
      return count;
    },
    hash: () => hash.copy().digest('hex').slice(0, 16),
    latest: () => kept.slice(-KEPT),
  };
}
