import { expect, onTestFinished, test } from 'vitest';
import type { SlackFault } from '../../src/demo/slack/types.ts';
import type { DigestId } from '../../src/digests/types.ts';
import { scheduleOf } from '../digests/schedule/sample-schedules.ts';
import { createMovedClock } from '../moved-clock.ts';
import { createDigest, DAY, HOUR, MINUTE, NINE } from './digest-world.ts';
import { CHANNELS, createWorld, PEOPLE } from './world.ts';

const LINES = ['0 9 * * *', '0 * * * *', '30 8 * * *'];
const DIGESTS = 12;
const putOff = (method: string): SlackFault => ({ kind: 'rate-limit', method, retryAfterSeconds: 40, times: 3 });

test('after days in which nothing ran each of many digests is posted late once, however often Slack puts them off', async () => {
  const clock = createMovedClock(NINE - HOUR);
  const world = await createWorld({
    mode: 'socket',
    clock,
    env: { CACHE_TTL_SECONDS: '0' },
    seams: { retryDelayMs: 1, postSettlesMs: 1 },
  });
  onTestFinished(() => world.stop());
  const { community, growth } = CHANNELS;
  await world.restart(async (store) => {
    for (let n = 0; n < DIGESTS; n += 1)
      await createDigest(store, {
        title: `Digest ${n}`,
        channelId: n % 2 === 0 ? community : growth,
        schedule: scheduleOf(LINES[n % LINES.length] ?? ''),
      });
  });
  const gap = 4 * DAY + 20 * MINUTE;
  await world.restart(async () => {
    clock.moveTo(NINE + gap);
    world.slack.setFaults([putOff('chat.postMessage'), putOff('conversations.history')]);
  });
  await world.app.slotsSettled();
  // Shorter than until the next slot of any.
  for (let minutes = 1; minutes <= 15; minutes += 3) {
    clock.moveTo(NINE + gap + minutes * MINUTE);
    await world.app.slotsSettled();
  }

  const posts = world.slack.postsWith('followstats_digest').map(({ metadata }) => metadata?.event_payload);
  expect(posts.map((post) => Number(post?.digest_id)).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: DIGESTS }, (_, n) => n + 1),
  );
  const latest = [4 * DAY, 4 * DAY, 4 * DAY - 30 * MINUTE];
  for (const post of posts)
    expect(Number(post?.slot) - NINE).toBe(latest[(Number(post?.digest_id) - 1) % LINES.length]);
  const told = world.slack.channels
    .filter(({ id }) => id.startsWith('D'))
    .flatMap(({ id }) => world.slack.messagesFor(PEOPLE.admin, id));
  expect(told).toEqual([]);
  const states = await world.restart(async ({ runs }) =>
    Promise.all(
      Array.from({ length: DIGESTS }, async (_, n) => {
        const log = await runs.log(String(n + 1) as DigestId, 200);
        return log.map(({ state }) => state);
      }),
    ),
  );
  for (const [newest, ...before] of states) {
    expect(newest).toBe('posted');
    expect(before.length).toBeGreaterThan(2);
    expect(new Set(before)).toEqual(new Set(['missed']));
  }
});
