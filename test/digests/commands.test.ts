import { expect, test } from 'vitest';
import { createDigestCommands } from '../../src/digests/commands.ts';
import type { Announced, OwnersChange, Restored } from '../../src/digests/ports.ts';
import type { Digest, DigestState } from '../../src/digests/types.ts';
import type { DigestVerb } from '../../src/followstats/digests/read.ts';
import { ADMIN, OTHER } from '../store/contracts/askers.ts';
import { sampleDigest } from './delivery/sample-claim.ts';

interface Scene {
  readonly state?: DigestState;
  readonly accounts?: Digest['accounts'];
  readonly announced?: Announced;
  readonly restored?: Restored;
  /** Whether the digest is gone by the time that it is read again. */
  readonly isGoneThen?: boolean;
}

const paused = (reason: 'by-person' | 'no-accounts' | 'not_in_channel'): DigestState => ({
  kind: 'paused',
  reason,
  since: sampleDigest.editedAt,
});

/** The commands over one digest of the admin’s, and what its owner is told. */
function open({
  state = { kind: 'active' },
  accounts = sampleDigest.accounts,
  announced = { kind: 'posted' },
  restored,
  isGoneThen = false,
}: Scene = {}) {
  let now: Digest | undefined = { ...sampleDigest, state, accounts };
  const told: OwnersChange[] = [];
  const tried: Digest[] = [];
  const became = (to: DigestState) => {
    if (now?.state.kind === to.kind) return false;
    now = isGoneThen ? undefined : { ...sampleDigest, state: to };
    return true;
  };
  const deleted = restored && restored !== 'present' ? now : undefined;
  if (deleted) now = undefined;
  const answer = createDigestCommands({
    digests: {
      read: async () => now,
      readDeleted: async () => deleted && { digest: deleted, isRestorable: restored === 'restored' },
      all: async () => ({ readable: now ? [now] : [], unreadable: [], restorable: [] }),
      pause: async () => became(paused('by-person')),
      resume: async () => became({ kind: 'active' }),
      async delete() {
        now = undefined;
        return true;
      },
      async restore() {
        if (restored === 'restored') now = deleted;
        return restored ?? 'present';
      },
    },
    lists: { read: async () => new Map() },
    runs: { ask: async () => ({}) as never, log: async () => [], latest: async () => new Map() },
    mayPointTo: async () => undefined,
    async tryChannel(digest) {
      tried.push(digest);
      await Promise.resolve();
      if (announced.kind !== 'refused') became({ kind: 'active' });
      return { digest: now ?? digest, announced };
    },
    tellOwner: (change) => told.push(change),
    now: () => 5,
  });
  const give = (verb: DigestVerb, by = OTHER) => answer({ kind: `digest-${verb}`, id: '1' }, by);
  return { give, told, tried };
}

test.each<[DigestVerb, Scene]>([
  ['pause', {}],
  ['resume', { state: paused('by-person') }],
  ['resume', { state: paused('not_in_channel') }],
  ['delete', {}],
  ['restore', { restored: 'restored' }],
])(
  'the owner is told when somebody else does %s, with %j before, and not when they do it themselves',
  async (verb, scene) => {
    const others = open(scene);
    expect(await others.give(verb)).toMatchObject({ kind: 'digest-changed', change: verb, now: 5 });
    expect(others.told).toMatchObject([{ kind: verb, digest: { id: '1' }, by: OTHER.personId }]);
    const own = open(scene);
    expect(await own.give(verb, ADMIN)).toMatchObject({ kind: 'digest-changed' });
    expect(own.told).toEqual([]);
  },
);

test.each<[DigestVerb, Scene]>([
  ['run', {}],
  ['edit', {}],
  ['log', {}],
  ['pause', { state: paused('by-person') }],
  ['resume', {}],
  ['restore', { restored: 'present' }],
  ['restore', { restored: 'too-late' }],
  ['resume', { state: paused('not_in_channel'), announced: { kind: 'refused', reason: 'is_archived' } }],
])('the owner isn’t told of %s with %j, which changes nothing', async (verb, scene) => {
  const { give, told } = open(scene);
  await give(verb);
  expect(told).toEqual([]);
});

test('a digest that Slack’s refusals have paused is resumed once its channel has taken a line', async () => {
  const scene = open({ state: paused('not_in_channel') });
  expect(await scene.give('resume')).toMatchObject({ kind: 'digest-changed', announced: { kind: 'posted' } });
  expect(scene.tried).toHaveLength(1);
  const byPerson = open({ state: paused('by-person') });
  await byPerson.give('resume');
  expect(byPerson.tried).toEqual([]);
});

test('what was edited while it was paused may post somewhere else now: its channel is tried before it goes on', async () => {
  const edited = open({ state: { kind: 'paused', reason: 'by-person', since: sampleDigest.editedAt - 1 } });
  expect(await edited.give('resume')).toMatchObject({ kind: 'digest-changed', announced: { kind: 'posted' } });
  expect(edited.tried).toHaveLength(1);
});

test('a digest without accounts isn’t resumed, and the answer says why', async () => {
  const state = paused('no-accounts');
  expect(await open({ state, accounts: [] }).give('resume')).toMatchObject({
    kind: 'digest-rejected',
    reason: 'no-accounts',
  });
  expect(await open({ state }).give('resume')).toMatchObject({ kind: 'digest-changed' });
});

test('no run is asked for that could only find out once more why the app has paused the digest', async () => {
  for (const reason of ['no-accounts', 'not_in_channel'] as const)
    expect(await open({ state: paused(reason) }).give('run')).toMatchObject({ kind: 'digest-rejected', reason });
  expect(await open({ state: paused('by-person') }).give('run')).toMatchObject({ kind: 'digest-changed' });
});

test('a second click of Resume finds it running, and its channel gets no second line', async () => {
  const { give, tried } = open({ state: paused('not_in_channel') });
  const answers = await Promise.all([give('resume'), give('resume')]);
  expect(answers.map(({ kind }) => kind)).toEqual(['digest-changed', 'digest-unchanged']);
  expect(tried).toHaveLength(1);
  const refused = open({ state: paused('not_in_channel'), announced: { kind: 'refused', reason: 'is_archived' } });
  expect((await Promise.all([refused.give('resume'), refused.give('resume')])).map(({ kind }) => kind)).toEqual([
    'digest-rejected',
    'digest-rejected',
  ]);
});

test('a channel that refuses again leaves it paused, for the reason of now', async () => {
  const refused = { kind: 'refused', reason: 'is_archived' } as const;
  expect(await open({ state: paused('not_in_channel'), announced: refused }).give('resume')).toMatchObject({
    kind: 'digest-rejected',
    reason: 'is_archived',
    why: 'is_archived',
  });
});

test('one that is deleted meanwhile is gone, whatever its channel says', async () => {
  for (const reason of ['by-person', 'not_in_channel'] as const)
    expect(await open({ state: paused(reason), isGoneThen: true }).give('resume')).toMatchObject({
      kind: 'digest-unknown',
    });
});

test('a deletion is taken back, or it is said why not', async () => {
  expect(await open({ restored: 'too-late' }).give('run')).toMatchObject({ kind: 'digest-unknown' });
  expect(await open({ restored: 'too-late' }).give('restore')).toMatchObject({ kind: 'digest-too-late' });
  expect(await open({ restored: 'present' }).give('restore')).toMatchObject({
    kind: 'digest-unchanged',
    change: 'restore',
  });
  for (const verb of ['run', 'pause', 'resume', 'edit', 'delete'] as const)
    expect(await open({ restored: 'restored' }).give(verb)).toMatchObject({ kind: 'digest-deleted', why: 'deleted' });
  expect(await open({ restored: 'restored' }).give('log')).toMatchObject({ deleted: 'restorable' });
  expect(await open({ restored: 'too-late' }).give('log')).toMatchObject({ deleted: 'for-good' });
});
