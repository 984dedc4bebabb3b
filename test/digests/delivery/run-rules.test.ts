import { describe, expect, test } from 'vitest';
import {
  endBeforeWork,
  type HeldRun,
  isNotified,
  isOvertaken,
  isPause,
  MAY_END_FROM,
  mayBeRepeated,
  nextRunAfterEdit,
  toRepeatedError,
} from '../../../src/digests/delivery/run-rules.ts';
import type { FailReason, RunOrigin, RunReason, RunState } from '../../../src/digests/runs.ts';
import { DAY, HOUR, NINE } from '../../store/contracts/digest-scene.ts';
import { scheduleOf } from '../schedule/sample-schedules.ts';

const fine = { isDeleted: false, isPaused: false, isReadable: true };
const STOPPED = { state: 'skipped', reason: 'digest-stopped' };
const MISSED = { state: 'missed', reason: 'down' };

describe('a run that may be worked on', () => {
  test.each<[string, Partial<typeof fine>, schedule: object | undefined, person: object | undefined]>([
    ['is', {}, undefined, undefined],
    ['is gone', { isDeleted: true }, STOPPED, STOPPED],
    ['is paused', { isPaused: true }, STOPPED, undefined],
    [
      'can’t be read',
      { isReadable: false },
      { state: 'failed', reason: 'unreadable' },
      { state: 'failed', reason: 'unreadable' },
    ],
    ['is gone and can’t be read', { isDeleted: true, isReadable: false }, STOPPED, STOPPED],
  ])('whose digest %s', (_, standing, schedule, person) => {
    const endOf = (origin: RunOrigin) =>
      endBeforeWork({ slot: NINE, origin, isPostAgain: false }, { ...fine, ...standing }, NINE);
    expect([endOf('schedule'), endOf('person')]).toEqual([schedule, person]);
  });

  test.each<[ageMs: number, origin: RunOrigin, isPostAgain: boolean, end: object | undefined]>([
    [DAY - 1, 'schedule', false, undefined],
    [DAY, 'schedule', false, MISSED],
    [DAY, 'schedule', true, undefined],
    [9 * DAY, 'person', false, undefined],
  ])('%i ms after its slot (%s, post again: %s)', (ageMs, origin, isPostAgain, end) => {
    expect(endBeforeWork({ slot: NINE, origin, isPostAgain }, fine, NINE + ageMs)).toEqual(end);
  });
});

test('a run that its owner wants posted again is worked on also while its digest is paused, until it is gone', () => {
  const again = { slot: NINE, origin: 'schedule', isPostAgain: true } as const;
  expect(endBeforeWork(again, { ...fine, isPaused: true }, NINE)).toBeUndefined();
  expect(endBeforeWork(again, { ...fine, isDeleted: true }, NINE)).toEqual(STOPPED);
});

describe('a run before a slot that is due', () => {
  const due = NINE + HOUR;
  const now = due + 5;
  const waiting: HeldRun = {
    slot: NINE,
    origin: 'schedule',
    isPostAgain: false,
    state: 'due',
    firstTriedAt: undefined,
    leaseUntil: undefined,
  };

  test.each<[string, Partial<HeldRun>, boolean]>([
    ['that was never tried is given up', {}, true],
    ['that is being retried isn’t', { firstTriedAt: NINE }, false],
    ['that a person asked for isn’t', { origin: 'person' }, false],
    ['of an origin unknown here isn’t', { origin: { unrecognized: 'of-2031' } }, false],
    ['that its owner wants posted again isn’t', { isPostAgain: true }, false],
    ['whose holder died is given up', { state: 'claimed', firstTriedAt: NINE, leaseUntil: now }, true],
    ['that has a holder isn’t', { state: 'claimed', firstTriedAt: NINE, leaseUntil: now + 1 }, false],
    ['that is being posted isn’t', { state: 'posting', leaseUntil: 0 }, false],
    ['that is unknown isn’t', { state: 'unknown' }, false],
    ['is given up, the slot itself isn’t', { slot: due }, false],
  ])('%s', (_, changed, isGivenUp) => {
    expect(isOvertaken({ ...waiting, ...changed }, due, now)).toBe(isGivenUp);
  });
});

test('only what the next slot would fail for, too, pauses a digest', () => {
  const reasons: readonly RunReason[] = ['is_archived', 'no-accounts', 'slack-refused-thrice:x'];
  expect(reasons.map(isPause)).toEqual([true, true, true]);
  const others: readonly RunReason[] = ['throttled', 'broken', 'unreadable', 'slack-refused:x', 'slack-refused'];
  expect(others.map(isPause)).toEqual(others.map(() => false));
  expect(isPause({ unrecognized: 'is_archived' })).toBe(false);
});

test('only an unknown error of a scheduled slot may be one too many', () => {
  const may = (origin: RunOrigin, reason: FailReason) => mayBeRepeated({ origin }, reason);
  expect(may('schedule', 'slack-refused:x')).toBe(true);
  expect([may('person', 'slack-refused:x'), may('schedule', 'is_archived'), may('schedule', 'broken')]).toEqual([
    false,
    false,
    false,
  ]);
});

test.each<[before: readonly RunState[], reason: string]>([
  [['failed', 'failed'], 'slack-refused-thrice:x'],
  [['failed'], 'slack-refused:x'],
  [[], 'slack-refused:x'],
  [['failed', 'posted'], 'slack-refused:x'],
  [['unknown', 'failed'], 'slack-refused:x'],
])('after %j a rejection is kept as %s', (before, reason) => {
  expect(toRepeatedError('slack-refused:x', before)).toBe(reason);
});

test('an owner is notified of ends that aren’t as wanted', () => {
  const ends = Object.keys(MAY_END_FROM) as readonly (keyof typeof MAY_END_FROM)[];
  expect(ends.filter(isNotified)).toEqual(['unknown', 'failed']);
});

test('only another schedule moves the next slot', () => {
  const before = { schedule: scheduleOf('0 9 * * *'), nextRunAt: NINE };
  const { zone } = before.schedule;
  expect(nextRunAfterEdit(before, { ...before.schedule }, NINE + 9 * DAY)).toBe(NINE);
  expect(nextRunAfterEdit(before, { ...scheduleOf('30 9 * * *'), zone }, NINE)).toBe(NINE + HOUR / 2);
  expect(nextRunAfterEdit(before, { ...before.schedule, zone: 'Asia/Tokyo' as never }, NINE)).toBe(NINE + 15 * HOUR);
});
