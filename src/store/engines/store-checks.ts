/** Checks that a store works. Both reject with the `AppError` `store_unavailable` when it doesn't. */
export interface StoreChecks {
  /** Reads a little. Cheap enough for every probe. */
  check(): Promise<void>;
  /**
   * Writes a little, synced. On the embedded store it also moves what was written since the last call from the
   * write-ahead log into the database itself, so that no more than that depends on the log.
   */
  checkWrite(): Promise<void>;
}
