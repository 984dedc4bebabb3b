/** Where a command runs, beside the environment. */
export interface Place {
  /** What is wrong with the `.env` file, of which nothing was read then; only for commands that take it. */
  readonly fileFaults: readonly string[];
  /** Whether the output goes to a terminal that shows colours. */
  readonly hasColours: boolean;
  /** Aborts at the first Ctrl-C or SIGTERM, or when the terminal is closed, for a command that `takesInterrupts`; the next one ends the process. */
  readonly interrupted: AbortSignal;
}

/** One command of an operator. Its output comes line by line. */
export interface Command {
  /** As npm takes it, beside the sources. */
  readonly usage: string;
  /** What it does, in one sentence for who asks for help. */
  readonly does: string;
  /** Whether it runs even if the `.env` file can't be read, and reports that itself. */
  readonly takesFileFaults?: boolean;
  /** Whether it has something to put in order when it is interrupted. */
  readonly takesInterrupts?: boolean;
  /**
   * @param environment variables by name
   * @throws {UsageError} when it doesn't take the arguments
   * @throws {ConfigError} when the environment, or what it names, can't be used
   * @throws {Failed} after its output, which says what went wrong
   */
  run(
    args: readonly string[],
    environment: Readonly<Record<string, string | undefined>>,
    place: Place,
  ): AsyncIterable<string>;
}

/** Arguments that the command doesn't take. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the command found out is bad news, as its output says. */
export class Failed extends Error {
  override readonly name = 'Failed';
}
