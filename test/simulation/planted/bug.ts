/** A bug that is planted in the app to see that the simulation finds it. */
export interface PlantedBug {
  /** As `--plant` takes it. */
  readonly name: string;
  /** What goes wrong with it. */
  readonly about: string;
  /** Below `src/`. */
  readonly file: string;
  /** What stands there once, and what stands there instead. */
  readonly find: string;
  readonly replace: string;
  /** A seed that finds it, within how many virtual days, and the name of the invariant that says so. */
  readonly seed: number;
  readonly days: number;
  readonly by: string;
}
