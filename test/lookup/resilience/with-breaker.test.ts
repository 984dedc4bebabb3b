import { expect, test } from 'vitest';
import { AppError, type ErrorCode } from '../../../src/errors.ts';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';
import type { Call } from '../../../src/lookup/call.ts';
import { withBreaker } from '../../../src/lookup/resilience/with-breaker.ts';
import { accountsOf } from '../../followstats/reports/sample-lookups.ts';
import { outage, recordCall } from '../recorded-lookup.ts';

const alice = accountsOf('alice');
const FAILURES = 3;
const REST_MS = 2000;

/** A host whose health can be set, behind a breaker; `ask` says what became of one call. */
function createScene() {
  let time = 0;
  let failure: Error | undefined = outage('upstream_unreachable');
  const held: (() => void)[] = [];
  let isHolding = false;
  const { call, calls } = recordCall(async () => {
    if (isHolding) await new Promise<void>((resolve) => held.push(resolve));
    if (failure) throw failure;
    return {};
  });
  const options = { failures: FAILURES, restMs: REST_MS, longestRestMs: 10_000, now: () => time };
  const guarded: Call<readonly AccountId[], readonly Lookup[]> = withBreaker(call, options);
  async function ask(): Promise<string> {
    try {
      await guarded(alice);
      return 'found';
    } catch (error) {
      return error instanceof AppError ? error.failure.code : String(error);
    }
  }
  return {
    ask,
    guarded,
    calls,
    async askInARow(count: number): Promise<readonly string[]> {
      const outcomes: string[] = [];
      for (let n = 0; n < count; n += 1) outcomes.push(await ask());
      return outcomes;
    },
    moveClock: (ms: number) => {
      time += ms;
    },
    setFailure: (next: Error | undefined) => {
      failure = next;
    },
    hold: () => {
      isHolding = true;
    },
    release: () => {
      isHolding = false;
      for (const go of held.splice(0)) go();
    },
  };
}

test('after so many failures in a row the host is left alone, and that is what calls fail with', async () => {
  const { askInARow, calls } = createScene();
  const down = 'upstream_unreachable';
  expect(await askInARow(5)).toEqual([down, down, down, 'upstream_resting', 'upstream_resting']);
  expect(calls).toHaveLength(FAILURES);
});

test('what it fails with holds how the host failed last', async () => {
  const { askInARow, guarded, setFailure } = createScene();
  await askInARow(FAILURES - 1);
  setFailure(outage('upstream_status'));
  await askInARow(1);
  await expect(guarded(alice)).rejects.toMatchObject({
    failure: { code: 'upstream_resting', lastFailure: { code: 'upstream_status' } },
  });
});

test('fewer in a row, or an answer between them, change nothing', async () => {
  const { askInARow, setFailure, calls } = createScene();
  for (let round = 0; round < 5; round += 1) {
    setFailure(outage('upstream_timeout'));
    await askInARow(FAILURES - 1);
    setFailure(undefined);
    expect(await askInARow(1)).toEqual(['found']);
  }
  expect(calls).toHaveLength(5 * FAILURES);
});

test.each<ErrorCode>(['throttled', 'missing_account', 'needs_admin', 'upstream_failed', 'upstream_refused'])(
  'a code in a proper answer (%s) is no failure of the host',
  async (code) => {
    const { askInARow, setFailure } = createScene();
    setFailure(outage(code));
    expect(new Set(await askInARow(10))).toEqual(new Set([code]));
  },
);

test('when the rest is over a single call probes; everybody else waits for what it says', async () => {
  const { ask, askInARow, moveClock, setFailure, hold, release, calls } = createScene();
  await askInARow(FAILURES);
  moveClock(REST_MS - 1);
  expect(await ask()).toBe('upstream_resting');
  moveClock(1);
  setFailure(undefined);
  hold();
  const probe = ask();
  expect(await ask()).toBe('upstream_resting');
  expect(calls).toHaveLength(FAILURES + 1);
  release();
  expect(await probe).toBe('found');
  expect(await askInARow(2)).toEqual(['found', 'found']);
});

test('each probe that fails doubles the rest, up to its longest; one success and all is as before', async () => {
  const { ask, askInARow, moveClock, setFailure } = createScene();
  await askInARow(FAILURES);
  for (const rest of [2000, 4000, 8000, 10_000, 10_000]) {
    moveClock(rest - 1);
    expect(await ask()).toBe('upstream_resting');
    moveClock(1);
    expect(await ask()).toBe('upstream_unreachable');
  }
  moveClock(10_000);
  setFailure(undefined);
  expect(await ask()).toBe('found');
  setFailure(outage('upstream_status'));
  expect(await askInARow(FAILURES + 1)).toEqual([...Array(FAILURES).fill('upstream_status'), 'upstream_resting']);
  moveClock(REST_MS);
  expect(await ask()).toBe('upstream_status');
});

test('calls that were under way when the host broke do not lengthen the rest', async () => {
  const { ask, moveClock, setFailure, hold, release } = createScene();
  hold();
  const calls = Array.from({ length: 20 }, () => ask());
  release();
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['upstream_unreachable']));
  setFailure(undefined);
  moveClock(REST_MS);
  expect(await ask()).toBe('found');
});

test('a permit that came too late for a repeat says nothing of the host', async () => {
  const { askInARow, setFailure } = createScene();
  await askInARow(FAILURES - 1);
  setFailure(outage('out_of_time'));
  await askInARow(1);
  setFailure(outage('upstream_unreachable'));
  expect(await askInARow(2)).toEqual(['upstream_unreachable', 'upstream_resting']);
});

test('a bug is no outage: it passes through and is not counted, and a probe it befell can be repeated', async () => {
  const { ask, askInARow, moveClock, setFailure } = createScene();
  setFailure(new TypeError('a bug'));
  expect(new Set(await askInARow(10))).toEqual(new Set(['TypeError: a bug']));
  setFailure(outage('upstream_unreachable'));
  await askInARow(FAILURES);
  moveClock(REST_MS);
  setFailure(new TypeError('a bug'));
  expect(await ask()).toBe('TypeError: a bug');
  setFailure(undefined);
  expect(await ask()).toBe('found');
});
