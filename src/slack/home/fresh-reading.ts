/**
 * Shares one reading among all who ask for it at once. What each gets was read after they asked, so that it shows every change
 * that was there by then.
 * @param read may reject; so does what was waiting for it
 */
export function createFreshReading<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let current: Promise<Value> | undefined;
  let next: Promise<Value> | undefined;

  function begin(): Promise<Value> {
    const reading = read().finally(() => {
      current = undefined;
    });
    current = reading;
    return reading;
  }

  return () => {
    if (!current) return begin();
    // What is under way may have begun before the change that the caller has seen.
    next ??= current
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return begin();
      });
    return next;
  };
}
