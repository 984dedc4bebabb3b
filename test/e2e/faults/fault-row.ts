/** How much of something there should be after a fault, and how much of it there is: counted by the test, in calls and rows. */
export interface Kept {
  readonly what: string;
  readonly of: number;
  readonly kept: number;
}

/** What one fault came to. */
export interface Seen {
  /** What Slack shows to people, each text once. */
  readonly person: readonly string[];
  /** What the operator can read: the log, the doctor, the health pages, and what an admin reads in Slack. */
  readonly operator: readonly string[];
  readonly kept: readonly Kept[];
}

/** Makes a fault real, and says what came of it. @param scope closes, when all is done, what was opened for it */
export type MakeFault = (scope: AsyncDisposableStack) => Promise<Seen>;

/** By what is wrong. */
export type MadeFaults = Readonly<Record<string, MakeFault>>;

/** One sentence of what was lost; begins with `nothing` when all of it is there. */
export function toLoss(kept: readonly Kept[]): string {
  if (kept.length === 0) return 'nothing: the app never ran';
  const counts = kept.map(({ what, of, kept: there }) => `${there} of ${of} ${what}`).join(', ');
  const isLost = kept.some(({ of, kept: there }) => there !== of);
  return `${isLost ? '**something**' : 'nothing'}: ${counts}`;
}
