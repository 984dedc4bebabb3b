/** One command of an operator. What it says comes line by line. */
export interface Command {
  readonly usage: string;
  /**
   * @param environment variables by name
   * @throws {UsageError} when the arguments are wrong
   * @throws {ConfigError} when the environment, or what it names, doesn't allow it
   */
  run(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): AsyncIterable<string>;
}

/** Arguments that the command doesn't take. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
