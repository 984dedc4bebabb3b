/** How many calls at once Chat was last found to take, by the Chat command's name. Kept over restarts. */
export interface LearnedBursts {
  /** Returns what was kept last, in calls; `undefined` when nothing was, or nothing that can be used. Rejects when the store fails. */
  read(command: string): Promise<number | undefined>;
  /**
   * Keeps a burst in the place of the command's last one. Rejects when the store fails.
   * @param calls a whole number from 1
   */
  keep(command: string, calls: number): Promise<void>;
}
