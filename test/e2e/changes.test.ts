import { expect, test } from 'vitest';
import { rowsOf } from './read-answer.ts';
import { createWorld, PEOPLE } from './world.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOON = Date.UTC(2026, 10, 20, 12);

/** A world whose clock stands still until it is moved. Over a socket, since requests are signed with the real time. */
async function openWorld(env: Readonly<Record<string, string>> = {}) {
  let time = NOON;
  const world = await createWorld({ mode: 'socket', env, seams: { now: () => time } });
  return {
    ...world,
    pass(ms: number) {
      time += ms;
    },
    /** The rows, once what was read before has been recorded. */
    async rows(text: string) {
      return rowsOf(await world.ask(text));
    },
  };
}

test('followers are compared with the day before, also when they come from the cache', async () => {
  const world = await openWorld();
  expect(await world.rows('/followstats alice bob')).toEqual([
    ['alice', '2', '1', '1'],
    ['bob', '1', '1', '1'],
  ]);
  world.pass(25 * HOUR_MS);
  world.chat.follow('carol', 'bob');
  world.chat.unfollow('carol', 'alice');
  for (const age of ['fresh', 'cached']) {
    const { text } = await world.ask('/followstats alice bob carol');
    expect(text, age).toContain('alice · 1 follower (−1 since Friday) · 1 following · 1 mutual');
    expect(text, age).toContain('bob · 2 followers (+1 since Friday) · 1 following · 1 mutual');
    expect(text, age).toContain('carol · 0 followers · 1 following');
    world.pass(1000);
  }
  expect(await world.rows('/followstats alice ghost')).toEqual([['alice', '1', '−1', '1', '1']]);
  await world.stop();
});

test('within the first day they are compared with the first reading, and never with one under an hour old', async () => {
  const world = await openWorld();
  await world.rows('/followstats bob');
  world.pass(59 * MINUTE_MS);
  world.chat.follow('carol', 'bob');
  expect(await world.rows('/followstats bob')).toEqual([['bob', '2', '1', '1']]);
  world.pass(2 * MINUTE_MS);
  expect(await world.rows('/followstats bob')).toEqual([['bob', '2', '+1', '1', '1']]);
  await world.stop();
});

test('the words are the reader’s', async () => {
  const world = await openWorld({ FOLLOWSTATS_VIEWERS: PEOPLE.chinese });
  const asChinese = { personId: PEOPLE.chinese };
  await world.ask('/followstats bob', asChinese);
  world.pass(25 * HOUR_MS);
  expect((await world.ask('/followstats bob', asChinese)).text).toMatch(/^bob · 粉丝 1（较周五无变化）/);
  await world.stop();
});
