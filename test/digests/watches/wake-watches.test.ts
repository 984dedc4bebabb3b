import { expect, test } from 'vitest';
import type { Watch } from '../../../src/digests/watches/types.ts';
import { createWatchWake } from '../../../src/digests/watches/wake-watches.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { watchOf } from '../../slack/blocks/watches/sample-watch.ts';

const id = (text: string) => text as AccountId;

function openWake(watches: readonly Watch[], fails = 0) {
  let tellAll: (accounts: ReadonlySet<AccountId> | 'all') => void = () => {};
  const brought: (readonly string[])[] = [];
  const errors: unknown[] = [];
  let searches = 0;
  const pauses: (() => void)[] = [];
  const wake = createWatchWake({
    watches: {
      all: async () => {
        searches += 1;
        if (searches <= fails) throw new Error('the store is away');
        return { readable: watches, unreadable: [], restorable: [] };
      },
      bringForward: async (ids) => void brought.push(ids),
    },
    lists: { read: async (names) => new Map(names.map((name) => [name, { name, accounts: [id('carol')] }])) },
    onCountsChanged: (listener) => {
      tellAll = listener;
      return () => {};
    },
    onError: (error) => errors.push(error),
    timers: {
      sleep: (_, signal) =>
        new Promise((resolve, reject) => {
          pauses.push(resolve);
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    },
  });
  wake.start();
  /** Lets the wait between two searches pass. */
  const pass = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    pauses.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    wake,
    brought,
    errors,
    pass,
    tell: (...names: string[]) => tellAll(new Set(names.map(id))),
    lost: () => tellAll('all'),
  };
}

const alice = watchOf({ number: 1, accounts: [id('alice')] });
const listed = watchOf({ number: 2, accounts: [], lists: ['vip' as never] });
const paused = watchOf({
  number: 3,
  accounts: [id('alice')],
  state: { kind: 'paused', reason: 'by-person', since: 0 },
});

test('an event brings near the looks that are about its account, through lists, too, and of no watch that is paused', async () => {
  const { brought, tell, pass, wake } = openWake([alice, listed, paused]);
  tell('alice');
  await pass();
  tell('carol', 'nobody');
  await pass();
  tell('nobody');
  await pass();
  expect(brought).toEqual([['1'], ['2'], []]);
  await wake.stop();
});

test('two hundred events on one account are two searches', async () => {
  const { brought, tell, pass, wake } = openWake([alice]);
  for (let n = 0; n < 200; n += 1) tell('alice');
  await pass();
  await pass();
  await pass();
  expect(brought).toEqual([['1'], ['1']]);
  await wake.stop();
});

test('a call that may have been lost, and a store that was away, bring all of them near', async () => {
  const { brought, errors, tell, lost, pass, wake } = openWake([alice, listed], 1);
  tell('alice');
  await pass();
  expect(errors).toHaveLength(1);
  lost();
  await pass();
  expect(brought).toEqual([['1', '2']]);
  await wake.stop();
});
