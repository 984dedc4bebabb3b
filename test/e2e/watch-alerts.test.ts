import { afterEach, describe, expect, test } from 'vitest';
import { createWatchWorld, HOUR, MINUTE, type WatchWorld } from './watch-world.ts';
import { CHANNELS } from './world.ts';

let world: WatchWorld;
const open = async (...options: Parameters<typeof createWatchWorld>) => {
  world = await createWatchWorld(...options);
  return world;
};
afterEach(() => world.stop());

const POLL = 15 * MINUTE;

/** What alice has at each look, a quarter of an hour apart. */
async function lookAt(...followers: readonly number[]): Promise<void> {
  for (const count of followers) {
    world.setFollowers('alice', count);
    await world.pass(POLL);
  }
}

describe('a watch for a number of followers', () => {
  test('crossed up, hovering, falling back and crossing again tells exactly twice: a head, and one in its thread', async () => {
    await open();
    await lookAt(98, 100, 99, 101, 100, 100, 99, 98, 100, 101);
    const [head, reply, ...more] = world.alerts();
    expect(more).toEqual([]);
    expect(head?.channelId).toBe(CHANNELS.community);
    expect(head?.threadTs).toBeUndefined();
    expect(head?.metadata?.event_payload).toMatchObject({ watch_id: '1' });
    expect(reply?.threadTs).toBe(head?.ts);
    expect(reply?.text).toContain('alice reached 100 followers: 100 now, up from 98');
    expect(reply?.text).toContain('Told again once it was at 99 or fewer');
  });
});
