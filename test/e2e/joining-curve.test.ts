import { expect, onTestFinished, test } from 'vitest';
import { kindsOf } from './read-answer.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

const DAY_MS = 86_400_000;
const ago = (days: number) => Date.now() - days * DAY_MS;

async function open(options: WorldOptions = {}): Promise<World> {
  const world = await createWorld({
    chat: {
      accounts: ['alice', 'bob', 'carol', 'dave'],
      follows: [
        ['bob', 'alice', ago(20)],
        ['carol', 'alice', ago(5)],
        ['dave', 'alice', ago(90)],
      ],
    },
    ...options,
  });
  onTestFinished(() => world.stop());
  await world.ask('/followstats alice');
  return world;
}

const listCalls = (world: World) => world.chat.calls.filter(({ command }) => command === 'follow_get').length;

test('the time before the first look-up is a chart of its own, asked once, and shown again after a restart and to a channel', async () => {
  const world = await open();
  world.chat.unfollow('carol', 'alice');
  const answer = await world.ask('/followstats history alice');
  expect(kindsOf(answer).filter((kind) => kind === 'data_visualization')).toHaveLength(1);
  const chart = JSON.stringify(answer.blocks);
  expect(chart).toContain('still following');
  expect(answer.text).toContain('Those who have left aren’t in it.');
  expect(answer.text).toMatch(/Still following, on .+: 1; 1; 1; 1; 2; 2; 2; 2; 2; 2; 2/);
  expect(listCalls(world)).toBe(1);
  await world.restart(async () => {});
  expect((await world.ask('/followstats history alice 1y')).text).toContain('Still following');
  expect(listCalls(world)).toBe(1);
  const shared = await world.share(answer);
  expect(shared.text).toContain('Still following');
});

test('of an account with more than 100,000 followers nothing is asked, and one sentence says why', async () => {
  const world = await open({ chat: { accounts: ['alice'], follows: [], audience: () => 100_001 } });
  const { text } = await world.ask('/followstats history alice');
  expect(text).toContain('alice has 100,001 followers, and their dates are read for up to 100,000.');
  expect(listCalls(world)).toBe(0);
});

test('a failure of Chat is one sentence, and the counts are there all the same', async () => {
  const world = await open();
  world.chat.setFaults([{ kind: 'code', code: 30001 }]);
  const { text } = await world.ask('/followstats history alice');
  expect(text).toMatch(/^alice: 3 followers/);
  expect(text).toMatch(/couldn’t be read now|is still being read/);
});

test('several accounts, or one whose readings reach as far back, ask nothing', async () => {
  const world = await open();
  await world.ask('/followstats bob');
  await world.ask('/followstats history alice bob');
  expect(listCalls(world)).toBe(0);
});
