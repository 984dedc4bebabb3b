import { expect, test } from 'vitest';
import { createSaveDigest } from '../../../src/digests/form/save-digest.ts';
import type { Digest, PauseReason, Unrecognized } from '../../../src/digests/types.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { ADMIN } from '../../store/contracts/askers.ts';
import { daily } from '../../store/contracts/digest-scene.ts';
import { sampleDigest } from '../delivery/sample-claim.ts';

/** Saves, and tells what was asked of the store and which digests’ channels were tried. */
function open(listed: readonly AccountId[] = []) {
  const calls: unknown[] = [];
  const tried: Digest[] = [];
  const saveDigest = createSaveDigest({
    digests: {
      async create(...asked) {
        calls.push(['create', ...asked]);
        return sampleDigest;
      },
      async edit(...asked) {
        calls.push(['edit', ...asked]);
        return undefined;
      },
    },
    lists: { read: async (names) => new Map(names.map((name) => [name, { name, accounts: listed }])) as never },
    async tryChannel(digest) {
      tried.push(digest);
      return { digest, announced: { kind: 'posted' } };
    },
  });
  return { saveDigest, calls, tried };
}

test('a new form makes a digest that knows the form, so that sent again it makes no second', async () => {
  const { saveDigest, calls } = open();
  expect(await saveDigest.save({ formId: 'f1', id: undefined }, daily, ADMIN)).toBe(sampleDigest);
  expect(calls).toEqual([['create', daily, ADMIN, 'f1']]);
});

test('the form of a digest edits it, and learns that it is gone', async () => {
  const { saveDigest, calls } = open();
  expect(await saveDigest.save({ formId: 'f1', id: '7' }, daily, ADMIN)).toBeUndefined();
  expect(calls).toEqual([['edit', '7', daily, ADMIN]]);
});

test('a form that names no digest by an id of this version changes nothing', async () => {
  const { saveDigest, calls } = open();
  expect(await saveDigest.save({ formId: 'f1', id: 'x' }, daily, ADMIN)).toBeUndefined();
  expect(calls).toEqual([]);
});

const pausedFor = (reason: PauseReason | Unrecognized, named: Partial<Digest> = {}): Digest => ({
  ...sampleDigest,
  ...named,
  state: { kind: 'paused', reason, since: 1 },
});

test.each<[string, Digest, readonly AccountId[]]>([
  ['that is active', sampleDigest, []],
  ['that its channel has paused', pausedFor('not_in_channel'), []],
  ['that codes not known here have paused', pausedFor('slack-refused-thrice:some_new_code'), []],
  ['that could not be read before', pausedFor('unreadable'), []],
  ['that had no accounts, and now names some', pausedFor('no-accounts', { accounts: ['alice' as AccountId] }), []],
  [
    'that had no accounts, and whose list now holds some',
    pausedFor('no-accounts', { accounts: [], lists: ['vip' as never] }),
    ['alice' as AccountId],
  ],
])('once saved, the channel of a digest %s is tried', async (_, digest, listed) => {
  const { saveDigest, tried } = open(listed);
  const wasPaused = digest.state.kind === 'paused';
  expect(await saveDigest.settle(digest, ADMIN)).toEqual({ digest, announced: { kind: 'posted' }, wasPaused });
  expect(tried).toEqual([digest]);
});

test.each<[string, Digest]>([
  ['a person has paused', pausedFor('by-person')],
  ['a newer version has paused for its own reason', pausedFor({ unrecognized: 'of-2031' })],
  ['still has no accounts', pausedFor('no-accounts', { accounts: [], lists: ['vip' as never] })],
])('a digest that %s stays paused, and nothing is posted', async (_, digest) => {
  const { saveDigest, tried } = open();
  expect(await saveDigest.settle(digest, ADMIN)).toEqual({ digest, announced: undefined, wasPaused: true });
  expect(tried).toEqual([]);
});
