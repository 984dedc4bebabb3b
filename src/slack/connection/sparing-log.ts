interface Options {
  /** Writes the line. `more`: how many were left out since the last one. */
  readonly write: (line: string, more: number) => void;
  /** From one line to the next at least, milliseconds. */
  readonly everyMs: number;
  /** Milliseconds of a clock that only time moves. */
  readonly now: () => number;
}

/**
 * For errors that others can cause as often as they like: one line at once, then one in each interval at most.
 * @returns takes a line, and writes it unless the interval isn't over
 */
export function createSparingLog({ write, everyMs, now }: Options): (line: string) => void {
  let writtenAt = Number.NEGATIVE_INFINITY;
  let leftOut = 0;
  return (line) => {
    if (now() - writtenAt < everyMs) {
      leftOut += 1;
      return;
    }
    write(line, leftOut);
    writtenAt = now();
    leftOut = 0;
  };
}
