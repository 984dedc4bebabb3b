import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { createEventIntake } from '../../../src/followstats/events/intake.ts';
import type { FollowEvent, HearingSpan } from '../../../src/followstats/events/ports.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { systemTimers } from '../../../src/timers.ts';

const NOW = 1_800_000_000_000;
const event = (n: number): FollowEvent => ({
  kind: 'follow',
  follower: `fan${n}` as AccountId,
  account: 'alice' as AccountId,
  at: NOW + n,
});

function open({ isStoreAway }: { readonly isStoreAway: boolean }) {
  const lost: HearingSpan[] = [];
  const kept: HearingSpan[] = [];
  const intake = createEventIntake({
    events: {
      async record(events) {
        if (isStoreAway) throw new AppError('store_unavailable', 'away');
        return events.length;
      },
    },
    hearing: { keep: async (_, span) => void kept.push(span) },
    dropCounts: () => {},
    onError: () => {},
    onLost: (span) => lost.push(span),
    now: () => NOW,
    timers: systemTimers,
  });
  return { intake, lost, kept };
}

test('what can’t be kept until the app stops is logged and kept as one span, however many webhooks it came in', async () => {
  const { intake, lost, kept } = open({ isStoreAway: true });
  intake.start();
  const taken = [3, 1, 2].map((n) => intake.take([event(n)]));
  await intake.stop();
  await Promise.all(taken);
  const span = { kind: 'lost', since: NOW + 1, until: NOW + 3, events: 3 };
  expect(lost).toEqual([span]);
  expect(kept.filter(({ kind }) => kind === 'lost')).toEqual([span]);
  // What comes after that is lost, too.
  expect(await intake.take([event(4)])).toBe('lost');
});

test('nothing is logged as lost that was kept', async () => {
  const { intake, lost, kept } = open({ isStoreAway: false });
  intake.start();
  expect(await intake.take([event(1)])).toBe('kept');
  await intake.stop();
  expect(lost).toEqual([]);
  expect(kept.map(({ kind }) => kind)).not.toContain('lost');
});
