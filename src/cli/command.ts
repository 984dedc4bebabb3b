/** One command of an operator. Its output comes line by line. */
export interface Command {
  readonly usage: string;
  /**
   * @param environment variables by name
   * @throws {UsageError} when it doesn't take the arguments
   * @throws {ConfigError} when the environment, or what it names, can't be used
   */
  run(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): AsyncIterable<string>;
}

/** Arguments that the command doesn't take. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
