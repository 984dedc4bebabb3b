import type { ExpiringValues } from '../../src/followstats/expiring-values.ts';

export interface MemoryValues extends ExpiringValues {
  /** From now on every call waits for this, until told otherwise. */
  setTrouble(trouble: (() => Promise<never>) | undefined): void;
}

/** Values that last as long as the test, and never expire. */
export function createMemoryValues(): MemoryValues {
  const values = new Map<string, string>();
  let trouble: (() => Promise<never>) | undefined;

  return {
    setTrouble(next) {
      trouble = next;
    },
    async add(key, value) {
      await trouble?.();
      if (values.has(key)) return false;
      values.set(key, value);
      return true;
    },
    async addAll(more) {
      await trouble?.();
      const added = new Map([...more].filter(([key]) => !values.has(key)));
      for (const [key, value] of added) values.set(key, value);
      return new Set(added.keys());
    },
    async set(key, value) {
      await trouble?.();
      values.set(key, value);
    },
    async get(key) {
      await trouble?.();
      return values.get(key);
    },
    async remove(key) {
      await trouble?.();
      values.delete(key);
    },
    async prune() {
      await trouble?.();
      return 0;
    },
  };
}
