/** Keeps over restarts how many calls of a Chat command were last taken at once. Both methods may reject. */
export interface LearnedBursts {
  /**
   * @param command the Chat command's name, such as `follow_get_info`
   * @returns calls, a whole number above 0; `undefined` when nothing was kept
   */
  read(command: string): Promise<number | undefined>;
  /** Replaces what was kept. @param calls a whole number above 0 */
  keep(command: string, calls: number): Promise<void>;
}
