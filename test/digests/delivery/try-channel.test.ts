import { expect, test } from 'vitest';
import { createTryChannel } from '../../../src/digests/delivery/try-channel.ts';
import type { Announced } from '../../../src/digests/ports.ts';
import { nextRun } from '../../../src/digests/schedule/schedule.ts';
import type { DigestState } from '../../../src/digests/types.ts';
import { ADMIN } from '../../store/contracts/askers.ts';
import { sampleDigest } from './sample-claim.ts';

const NOW = sampleDigest.createdAt;
const REFUSED = { kind: 'refused', reason: 'is_archived' } as const;
const pausedFor = (reason: 'not_in_channel' | 'is_archived'): DigestState => ({ kind: 'paused', reason, since: NOW });

/** Tries a channel that says this, and tells what was asked of the store, and what was announced as next. */
async function tryOne(state: DigestState, announced: Announced) {
  const calls: unknown[] = [];
  const told: number[] = [];
  const note = (name: string) => async (_: unknown, reason: unknown) => {
    calls.push(typeof reason === 'string' ? `${name} ${reason}` : name);
    return true;
  };
  const digest = { ...sampleDigest, state };
  const tryChannel = createTryChannel({
    digests: {
      read: async () => ({ ...digest, title: 'Read anew' }),
      pause: note('pause'),
      pauseAnew: note('pauseAnew'),
      resume: note('resume'),
      nextPlan: async () => ({ at: undefined, now: NOW }),
    },
    announce: async ({ nextRunAt }, announcement) => {
      expect(announcement).toBe('change');
      told.push(nextRunAt);
      return announced;
    },
  });
  const tried = await tryChannel(digest, 'change', ADMIN);
  expect(tried).toMatchObject({ digest: { title: 'Read anew' }, announced });
  return { calls, told };
}

test.each<[string, DigestState, Announced, readonly string[]]>([
  ['an active digest whose channel takes the line stays active', { kind: 'active' }, { kind: 'posted' }, []],
  ['one whose channel refuses is paused by the app', { kind: 'active' }, REFUSED, ['pause is_archived']],
  ['one of which Slack says nothing goes on', { kind: 'active' }, { kind: 'failed', reason: 'no-answer' }, []],
  ['a paused one whose channel takes the line is resumed', pausedFor('not_in_channel'), { kind: 'posted' }, ['resume']],
  ['so is one of which Slack says nothing', pausedFor('is_archived'), { kind: 'failed', reason: '' }, ['resume']],
  ['refused again, it has the reason of now', pausedFor('not_in_channel'), REFUSED, ['pauseAnew is_archived']],
  ['refused for the same reason, it stays as it is', pausedFor('is_archived'), REFUSED, []],
])('%s', async (_, state, announced, expected) => {
  expect((await tryOne(state, announced)).calls).toEqual(expected);
});

test('a paused digest is announced with the slot that it will have, and an active one with the one it has', async () => {
  const { schedule, nextRunAt } = sampleDigest;
  expect((await tryOne(pausedFor('is_archived'), { kind: 'posted' })).told).toEqual([nextRun(schedule, NOW)]);
  expect((await tryOne({ kind: 'active' }, { kind: 'posted' })).told).toEqual([nextRunAt]);
});
