import { afterAll, beforeAll, expect, test } from 'vitest';
import { homesOf, said } from './open-home.ts';
import { createWorld, PEOPLE, type World } from './world.ts';

const { admin, chinese, viewer } = PEOPLE;

/** What the app's machine is like. */
const machine = { aheadMs: 0, freeBytes: 5_000_000_000 };
let world: World;
let homes: ReturnType<typeof homesOf>;
beforeAll(async () => {
  world = await createWorld({
    env: { FOLLOWSTATS_ADMINS: `${admin},${chinese}` },
    slack: { withoutScopes: ['im:history'] },
    seams: {
      health: {
        ...{ firstAfterMs: 20, everyMs: 60 },
        now: () => Date.now() + machine.aheadMs,
        freeBytes: async () => machine.freeBytes,
      },
    },
  });
  homes = homesOf(world);
});
afterAll(() => world.stop());

test('an admin’s Home says what is wrong on the server and what to do, in their language, and a viewer’s doesn’t', async () => {
  const home = await homes.open(admin, (view) => said(view).includes('1 thing on the server needs an admin'));
  expect(said(home)).toContain('im:history');
  expect(said(home)).toContain('every scope of the manifest');
  expect(said(home)).toContain('npm run doctor');
  expect(said(await homes.open(chinese, (view) => said(view).includes('服务器上有')))).toContain('授予应用清单');
  expect(said(await homes.open(viewer))).not.toContain('im:history');
});

test('what comes up and what is mended is shown without being asked for', async () => {
  await homes.open(admin);
  await world.ask('/followstats alice');
  Object.assign(machine, { aheadMs: 61_000, freeBytes: 19_000_000 });
  await world.ask('/followstats bob');
  const home = await homes.until(admin, (view) => said(view).includes('4 things on the server need an admin'));
  for (const words of [/differs from Slack’s by 6\d seconds/, /differs from Chat’s by 6\d seconds/, /has 19 MB left/])
    expect(said(home)).toMatch(words);
  Object.assign(machine, { aheadMs: 0, freeBytes: 5_000_000_000 });
  await world.ask('/followstats carol');
  await homes.until(admin, (view) => said(view).includes('1 thing on the server needs an admin'));
});
