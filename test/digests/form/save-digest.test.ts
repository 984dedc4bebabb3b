import { expect, test } from 'vitest';
import { createSaveDigest, type SavedDigest } from '../../../src/digests/form/save-digest.ts';
import type { Digest, DigestSpec, PauseReason, Unrecognized } from '../../../src/digests/types.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { ADMIN } from '../../store/contracts/askers.ts';
import { daily } from '../../store/contracts/digest-scene.ts';
import { sampleDigest } from '../delivery/sample-claim.ts';

const GHOST = 'ghost' as AccountId;

/** Saves, and tells what was asked of the store and which digests’ channels were tried. */
function open(listed: readonly AccountId[] = [], before: Digest = sampleDigest) {
  const calls: unknown[] = [];
  const tried: unknown[] = [];
  const saveDigest = createSaveDigest({
    digests: {
      async create(...asked) {
        calls.push(['create', ...asked]);
        return sampleDigest;
      },
      async edit(...asked) {
        calls.push(['edit', ...asked]);
        return asked[0] === before.id ? { ...before, ...asked[1], editedAt: before.editedAt + 1 } : undefined;
      },
      read: async (id) => (id === before.id ? before : undefined),
    },
    lists: { read: async (names) => new Map(names.map((name) => [name, { name, accounts: listed }])) as never },
    async tryChannel(digest, announcement) {
      tried.push([digest, announcement]);
      return { digest, announced: { kind: 'posted' } };
    },
    findMissing: async (accounts) => accounts.filter((account) => account === GHOST).map((account) => ({ account })),
  });
  return { saveDigest, calls, tried };
}

test('a new form makes a digest that knows the form, so that sent again it makes no second', async () => {
  const { saveDigest, calls } = open();
  expect(await saveDigest.save({ formId: 'f1', id: undefined }, daily, ADMIN)).toEqual({
    digest: sampleDigest,
    announcement: 'arrival',
  });
  expect(calls).toEqual([['create', daily, ADMIN, 'f1']]);
});

test('the form of a digest edits it, and learns that it is gone', async () => {
  const { saveDigest, calls } = open();
  expect(await saveDigest.save({ formId: 'f1', id: '4711' }, daily, ADMIN)).toBeUndefined();
  expect(calls).toEqual([['edit', '4711', daily, ADMIN]]);
});

test.each<[string, Partial<DigestSpec>, SavedDigest['announcement']]>([
  ['nothing', {}, undefined],
  ['its title', { title: 'Renamed' }, 'change'],
  ['its time', { schedule: { ...sampleDigest.schedule, line: '5 5 * * *' as never } }, 'change'],
  ['a threshold', { thresholds: { absolute: 7 } }, 'change'],
  ['its channel', { channelId: 'C0OTHER' }, 'arrival'],
  ['its channel and its title', { channelId: 'C0OTHER', title: 'Renamed' }, 'arrival'],
])('an edit that changes %s: what its channel is to be told', async (_, changed, announcement) => {
  const { saveDigest, tried } = open();
  const saved = await saveDigest.save({ formId: 'f1', id: sampleDigest.id }, { ...sampleDigest, ...changed }, ADMIN);
  expect(saved?.announcement).toBe(announcement);
  await saveDigest.settle(saved ?? expect.fail('gone'), ADMIN);
  expect(tried).toEqual(announcement ? [[saved?.digest, announcement]] : []);
});

test('accounts that Chat doesn’t know are named', async () => {
  const digest = { ...sampleDigest, accounts: ['alice' as AccountId, GHOST] };
  const { saveDigest } = open();
  expect(await saveDigest.settle({ digest, announcement: undefined }, ADMIN)).toMatchObject({
    notInChat: [{ account: GHOST }],
  });
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
  expect(await saveDigest.settle({ digest, announcement: 'change' }, ADMIN)).toEqual({
    ...{ digest, wasPaused, notInChat: [] },
    announced: { kind: 'posted' },
  });
  // Its channel has had none since it was paused.
  expect(tried).toEqual([[digest, wasPaused ? 'arrival' : 'change']]);
});

test.each<[string, Digest]>([
  ['a person has paused', pausedFor('by-person')],
  ['a newer version has paused for its own reason', pausedFor({ unrecognized: 'of-2031' })],
  ['still has no accounts', pausedFor('no-accounts', { accounts: [], lists: ['vip' as never] })],
])('a digest that %s stays paused, and nothing is posted', async (_, digest) => {
  const { saveDigest, tried } = open();
  expect(await saveDigest.settle({ digest, announcement: 'change' }, ADMIN)).toEqual({
    ...{ digest, announced: undefined, wasPaused: true, notInChat: [] },
  });
  expect(tried).toEqual([]);
});
