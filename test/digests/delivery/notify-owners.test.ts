import { expect, test } from 'vitest';
import { createNotifyOwners } from '../../../src/digests/delivery/notify-owners.ts';
import type { FoundPost, NotifyOwner, OwnerNotice } from '../../../src/digests/ports.ts';
import type { PendingNotice } from '../../../src/digests/run-ports.ts';
import type { Run } from '../../../src/digests/runs.ts';
import { NINE, POST } from '../../store/contracts/digest-scene.ts';
import { runFacts, sampleDigest } from './sample-claim.ts';

const FAILED: PendingNotice['run'] = { ...runFacts, state: 'failed', reason: 'throttled' };
const PAUSED: PendingNotice['run'] = { ...runFacts, state: 'failed', reason: 'is_archived' };
const UNKNOWN: PendingNotice['run'] = { ...runFacts, state: 'unknown', reason: 'no-answer' };

interface Circumstances {
  readonly runs: readonly PendingNotice['run'][];
  readonly found?: FoundPost;
  readonly sent?: Awaited<ReturnType<NotifyOwner>>;
  /** After the run's change of state, milliseconds. */
  readonly age?: number;
  readonly isBroken?: boolean;
}

/** Sends what is pending, and tells what was done about it. */
async function notify({ runs, found = { kind: 'not-there' }, sent = 'told', age = 30_000, isBroken }: Circumstances) {
  const pending = runs.map((run) => ({ run, digest: sampleDigest }));
  const notices: OwnerNotice[] = [];
  const done: unknown[] = [];
  const outcomes: unknown[] = [];
  const errors: (readonly [unknown, Run])[] = [];
  const notifyOwners = createNotifyOwners({
    runs: {
      claimNotices: async (limit) => pending.splice(0, limit),
      async markNotified(id) {
        if (isBroken) throw new Error('the disk is full');
        done.push(['markNotified', id]);
      },
      async settle(id, how, post) {
        done.push(['settle', id, how, post]);
        return true;
      },
      nextClaim: async () => ({ at: undefined, now: NINE + age }),
    },
    findPost: async () => found,
    async notifyOwner(notice) {
      notices.push(notice);
      return sent;
    },
    onNotified: (_, outcome) => outcomes.push(outcome),
    onError: (error, run) => errors.push([error, run]),
  });
  await notifyOwners(new AbortController().signal);
  return { notices, done, outcomes, errors, left: pending.length };
}

const MARKED = ['markNotified', runFacts.id];

test('of a failure its owner learns the reason, and whether it paused the digest', async () => {
  const { notices, done } = await notify({ runs: [FAILED, PAUSED] });
  expect(notices).toMatchObject([
    { kind: 'failed', reason: 'throttled' },
    { kind: 'paused', reason: 'is_archived' },
  ]);
  expect(done).toEqual([MARKED, MARKED]);
});

test.each([
  ['told', [MARKED]],
  ['never', [MARKED]],
  ['later', []],
] as const)(
  'a notice that was sent with the outcome “%s” is pending no more, unless it may work later',
  async (sent, done) => {
    const notified = await notify({ runs: [FAILED], sent });
    expect(notified.done).toEqual(done);
    expect(notified.outcomes).toEqual([sent]);
  },
);

test.each<[string, FoundPost, age: number, notices: readonly string[], outcome: string, done: unknown]>([
  ['is found', { kind: 'found', post: POST }, 0, [], 'found', [['settle', runFacts.id, 'found', POST]]],
  ['is not there so soon', { kind: 'not-there' }, 29_999, [], 'later', []],
  ['is not there', { kind: 'not-there' }, 30_000, ['unknown'], 'told', [MARKED]],
  ['can’t be looked for', { kind: 'no-way' }, 0, ['unknown'], 'told', [MARKED]],
  ['was looked for without an answer', { kind: 'no-answer' }, 90_000, [], 'later', []],
])('of a post that %s', async (_, found, age, kinds, outcome, done) => {
  const notified = await notify({ runs: [UNKNOWN], found, age });
  expect(notified.notices.map(({ kind }) => kind)).toEqual(kinds);
  expect(notified.outcomes).toEqual([outcome]);
  expect(notified.done).toEqual(done);
});

test('all that is pending is sent, and a store that fails over one is reported with its run', async () => {
  expect((await notify({ runs: Array.from({ length: 12 }, () => FAILED) })).notices).toHaveLength(12);
  const { errors, outcomes } = await notify({ runs: [FAILED, PAUSED], isBroken: true });
  expect(errors.map(([, run]) => run)).toEqual([FAILED, PAUSED]);
  expect(outcomes).toEqual([]);
});

test('nothing is begun after a stop', async () => {
  let claims = 0;
  const never = () => Promise.reject(new Error('not to be called'));
  const notifyOwners = createNotifyOwners({
    runs: {
      async claimNotices() {
        claims += 1;
        return [];
      },
      markNotified: never,
      settle: never,
      nextClaim: never,
    },
    findPost: never,
    notifyOwner: never,
    onNotified() {},
    onError() {},
  });
  await notifyOwners(AbortSignal.abort());
  expect(claims).toBe(0);
});
