/**
 * Small values that must be the same for every replica and outlive a restart, but only for a while: what a button of a
 * message needs, what may be done once. Kept in the store; an expired value is as good as absent. Each
 * function rejects with `store_unavailable` when the store can't be used.
 */
export interface ExpiringValues {
  /**
   * Keeps a value, unless its key is taken. When two callers add the same key at once, exactly one gets `true`.
   * @param key printable text, unique over all uses; begin it with what it is for, e.g. `share:…`
   * @param ttlMs how long it is kept, milliseconds, more than 0
   * @returns whether it was kept; `false` when the key holds a value that has not expired, which then stays as it is
   */
  add(key: string, value: string, ttlMs: number): Promise<boolean>;
  /**
   * `add` for many, in one write.
   * @param values key → value, at most 1,000
   * @returns the keys whose values were kept
   */
  addAll(values: ReadonlyMap<string, string>, ttlMs: number): Promise<ReadonlySet<string>>;
  /** Keeps a value, in place of one that the key may hold. */
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** `set` for many, in one write: all of them or none. @param values key → value, at most 1,000 */
  setAll(values: ReadonlyMap<string, string>, ttlMs: number): Promise<void>;
  /** @returns `undefined` when it is absent or has expired */
  get(key: string): Promise<string | undefined>;
  /** Drops a value before its time; one that is absent is no fault. */
  remove(key: string): Promise<void>;
  /** `remove` for many, in one write. @param keys at most 1,000 */
  removeAll(keys: readonly string[]): Promise<void>;
  /** @returns the values whose keys begin so, that haven't expired, by their keys. @param beginning ASCII, at least one character */
  under(beginning: string): Promise<ReadonlyMap<string, string>>;
  /** Drops what has expired. @returns how many there were */
  prune(): Promise<number>;
}
