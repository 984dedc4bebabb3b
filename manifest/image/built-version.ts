/** What a build is told of its sources; `unknown` and nothing at all are the same. */
export interface BuiltFrom {
  /** Their version, e.g. `1.2.3`; absent: that of package.json. */
  readonly version?: string | undefined;
  /** Their revision, e.g. a commit's hash. */
  readonly revision?: string | undefined;
}

/** As much of a hash as a person compares; Git itself shows seven characters and more. */
const REVISION_LENGTH = 12;

/**
 * Returns how a build calls itself: a version, and after a `+`, as semver.org has it, the first characters of its revision, so that
 * two builds of one version can be told apart.
 * @throws when one of them holds more than letters, digits, `.` and `-`: it becomes the value of a metric's label
 */
export function builtVersion({ version, revision }: BuiltFrom, packageVersion: string): string {
  const known = read('version', version) ?? packageVersion;
  const from = read('revision', revision)?.slice(0, REVISION_LENGTH);
  return from === undefined ? known : `${known}+${from}`;
}

function read(what: string, told: string | undefined): string | undefined {
  if (told === undefined || told === '' || told === 'unknown') return undefined;
  if (!/^[\w.-]{1,64}$/.test(told)) throw new Error(`the ${what} may hold letters, digits, “.” and “-”, 64 at most`);
  return told;
}
