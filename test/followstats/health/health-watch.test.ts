import { install } from '@sinonjs/fake-timers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHealthWatch } from '../../../src/followstats/health/health-watch.ts';
import type { Warning } from '../../../src/followstats/health/warnings.ts';

const LATE: Warning = { kind: 'digests', health: 'warn', count: 1, lateMs: 900_000 };
const TIMES = { firstAfterMs: 1000, everyMs: 60_000 };

let clock: ReturnType<typeof install>;
beforeEach(() => {
  clock = install({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => clock.uninstall());

/** Values that expire by the test's clock. */
function createValues() {
  const kept = new Map<string, { readonly value: string; readonly until: number }>();
  const values = {
    async get(key: string): Promise<string | undefined> {
      const one = kept.get(key);
      return one && one.until > Date.now() ? one.value : undefined;
    },
    async set(key: string, value: string, ttlMs: number): Promise<void> {
      kept.set(key, { value, until: Date.now() + ttlMs });
    },
    async add(key: string, value: string, ttlMs: number): Promise<boolean> {
      if ((await values.get(key)) !== undefined) return false;
      await values.set(key, value, ttlMs);
      return true;
    },
  };
  return values;
}

/** A replica on these values, which sees what `seen` holds. */
function replicaOn(values: ReturnType<typeof createValues>) {
  const state = { seen: [] as readonly Warning[], looks: 0, changes: 0, errors: [] as unknown[] };
  const watch = createHealthWatch({
    ...TIMES,
    values,
    async examine() {
      state.looks += 1;
      return state.seen;
    },
    onError: (error) => state.errors.push(error),
  });
  watch.onChanged(() => {
    state.changes += 1;
  });
  return { watch, state };
}

test('of two replicas one looks, until it stops, and both say what it saw', async () => {
  const values = createValues();
  const [first, second] = [replicaOn(values), replicaOn(values)];
  first.state.seen = [LATE];
  first.watch.start();
  await clock.tickAsync(500);
  second.watch.start();
  await clock.tickAsync(10 * TIMES.everyMs);
  expect(first.state.looks).toBeGreaterThanOrEqual(9);
  expect(second.state.looks).toBe(0);
  expect(await second.watch.warnings()).toEqual([LATE]);
  await first.watch.stop();
  await clock.tickAsync(5 * TIMES.everyMs);
  expect(second.state.looks).toBeGreaterThan(0);
  expect(await first.watch.warnings()).toEqual([]);
  await second.watch.stop();
});

test('a change is announced once, and so is its end', async () => {
  const { watch, state } = replicaOn(createValues());
  watch.start();
  await clock.tickAsync(2 * TIMES.everyMs);
  expect(state.changes).toBe(0);
  state.seen = [LATE];
  await clock.tickAsync(3 * TIMES.everyMs);
  expect(state.changes).toBe(1);
  state.seen = [];
  await clock.tickAsync(3 * TIMES.everyMs);
  expect(state.changes).toBe(2);
  await watch.stop();
});

test('what was seen long ago isn’t said, and a store that fails ends no watch', async () => {
  const values = createValues();
  const { watch, state } = replicaOn(values);
  state.seen = [LATE];
  watch.start();
  await clock.tickAsync(TIMES.firstAfterMs);
  const { add } = values;
  values.add = async () => {
    throw new Error('away');
  };
  await clock.tickAsync(4 * TIMES.everyMs);
  expect(state.errors.length).toBeGreaterThan(2);
  expect(await watch.warnings()).toEqual([]);
  values.add = add;
  await clock.tickAsync(TIMES.everyMs);
  expect(await watch.warnings()).toEqual([LATE]);
  await watch.stop();
});
