import { expect, test } from 'vitest';
import type { Snapshot } from '../../src/followstats/reports/snapshots.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import { createRecorder, withRecording } from '../../src/lookup/recorder.ts';
import { accountsOf, failed, found } from '../followstats/reports/sample-lookups.ts';
import { outcomesOf, recordLookup } from './recorded-lookup.ts';

function open(record: (found: ReadonlyMap<AccountId, Snapshot>) => Promise<void>) {
  let now = 0;
  const reported: [message: string, lost: number][] = [];
  const recorder = createRecorder({
    snapshots: { record },
    now: () => now,
    onError: (error, lost) => reported.push([(error as Error).message, lost]),
  });
  const { lookup } = recordLookup(() => ({ ghost: failed('missing_account') }));
  return {
    lookup: withRecording(lookup, recorder),
    drain: recorder.drain,
    reported,
    pass(ms: number) {
      now += ms;
    },
  };
}

test('what was found is recorded after the answer, what failed is not', async () => {
  const recorded: ReadonlyMap<AccountId, Snapshot>[] = [];
  const { lookup, drain } = open(async (snapshots) => void recorded.push(snapshots));
  const accounts = accountsOf('alice', 'ghost');
  expect(outcomesOf(await lookup(accounts))).toEqual({ alice: 'found', ghost: 'missing_account' });
  expect(recorded).toEqual([]);
  await drain();
  const { kind: _, ...snapshot } = found();
  expect(recorded).toEqual([new Map([['alice', snapshot]])]);
});

test('a store that takes its time delays no caller, and what comes meanwhile is recorded together', async () => {
  const held = Promise.withResolvers<void>();
  const began = Promise.withResolvers<void>();
  const sizes: number[] = [];
  const { lookup, drain } = open(async (snapshots) => {
    sizes.push(snapshots.size);
    began.resolve();
    await held.promise;
  });
  await lookup(accountsOf('alice'));
  await began.promise;
  await lookup(accountsOf('bob', 'carol'));
  await lookup(accountsOf('carol', 'dave'));
  held.resolve();
  await drain();
  expect(sizes).toEqual([1, 3]);
});

test('a store that fails fails no answer, and is reported once a minute with all that was lost', async () => {
  const { lookup, drain, reported, pass } = open(() => Promise.reject(new Error('disk full')));
  const ask = async (...accounts: string[]) => {
    expect((await lookup(accountsOf(...accounts))).size).toBe(accounts.length);
    await drain();
  };
  await ask('alice');
  pass(59_999);
  await ask('alice', 'bob');
  expect(reported).toEqual([['disk full', 1]]);
  pass(1);
  await ask('carol');
  expect(reported).toEqual([
    ['disk full', 1],
    ['disk full', 3],
  ]);
});

test('with nothing recorded there is nothing to wait for', async () => {
  const { drain } = open(() => Promise.reject(new Error('not asked')));
  await drain();
});

test('of more than memory is meant for the newest accounts are lost, and reported', async () => {
  const recorded: string[] = [];
  const reported: number[] = [];
  const recorder = createRecorder({
    snapshots: { record: async (counts) => void recorded.push(...counts.keys()) },
    now: () => 0,
    onError: (_, lost) => reported.push(lost),
    mostWaiting: 2,
  });
  recorder.keep(new Map(accountsOf('alice', 'bob', 'carol', 'dave').map((account) => [account, found()])));
  await recorder.drain();
  expect({ recorded, reported }).toEqual({ recorded: ['alice', 'bob'], reported: [2] });
});
