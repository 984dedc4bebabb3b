/** Whether `--help` (or `-h`) is asked for, whatever else stands there; behind a `--` it is a name like any other. */
export function wantsHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).some((arg) => arg === '--help' || arg === '-h');
}
