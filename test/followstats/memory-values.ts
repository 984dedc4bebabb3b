import type { ExpiringValues } from '../../src/followstats/expiring-values.ts';

export interface MemoryValues extends ExpiringValues {
  /** Every call from now on waits for this first; `undefined` ends it. */
  setFailure(failure: (() => Promise<never>) | undefined): void;
}

/** Values that last as long as the test, and never expire. */
export function createMemoryValues(): MemoryValues {
  const values = new Map<string, string>();
  let failure: (() => Promise<never>) | undefined;

  return {
    setFailure(next) {
      failure = next;
    },
    async add(key, value) {
      await failure?.();
      if (values.has(key)) return false;
      values.set(key, value);
      return true;
    },
    async addAll(more) {
      await failure?.();
      const added = new Map([...more].filter(([key]) => !values.has(key)));
      for (const [key, value] of added) values.set(key, value);
      return new Set(added.keys());
    },
    async set(key, value) {
      await failure?.();
      values.set(key, value);
    },
    async setAll(more) {
      await failure?.();
      for (const [key, value] of more) values.set(key, value);
    },
    async get(key) {
      await failure?.();
      return values.get(key);
    },
    async remove(key) {
      await failure?.();
      values.delete(key);
    },
    async removeAll(keys) {
      await failure?.();
      for (const key of keys) values.delete(key);
    },
    async under(beginning) {
      await failure?.();
      return new Map([...values].filter(([key]) => key.startsWith(beginning)));
    },
    async prune() {
      await failure?.();
      return 0;
    },
  };
}
