/**
 * Runs `work` when called; while it runs, any number of further calls together cause one more run after it.
 * So the last run always began after the last call.
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;

  const drain = async (): Promise<void> => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return () => {
    again = true;
    running ??= drain().finally(() => {
      running = undefined;
    });
    return running;
  };
}
