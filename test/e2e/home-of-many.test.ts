import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MOST_LISTS } from '../../src/followstats/lists/lists.ts';
import type { Store } from '../../src/store/open.ts';
import { scheduleOf } from '../digests/schedule/sample-schedules.ts';
import { englishIn } from '../slack/words/english-in.ts';
import { accounts, OTHER } from '../store/contracts/askers.ts';
import { createDigest } from './digest-world.ts';
import { control, homesOf, said, sizeOf } from './open-home.ts';
import { createWorld, PEOPLE, type World } from './world.ts';

const { admin, viewer, nobody, chinese } = PEOPLE;
const HOSTILE = '<!channel> *b* <@U1> &amp; `c`';

async function fill(store: Store, digests: number): Promise<void> {
  for (let n = 0; n < digests; n += 1) await createDigest(store, { title: `${HOSTILE} ${n}` });
  if (digests < 500) return;
  for (let n = 0; n < MOST_LISTS; n += 1) await store.lists.create(`list-${n}` as never, accounts('alice'), OTHER);
  for (let n = 0; n < 60; n += 1) await store.links.link(`U0PERSON${n}`, '<!here|x>' as never, OTHER);
  for (let n = 0; n < 60; n += 1) {
    const rule = { subject: { kind: 'person', id: `U0PERSON${n}` }, role: 'viewer' } as const;
    await store.grants.grant(rule, OTHER, { keepAnAdmin: false });
  }
}

describe.each([0, 5, 500])('a Home of %i digests', (count) => {
  let world: World;
  let homes: ReturnType<typeof homesOf>;
  beforeAll(async () => {
    world = await createWorld({ mode: 'socket', env: { FOLLOWSTATS_VIEWERS: `${viewer},${chinese}` } });
    homes = homesOf(world);
    await world.restart((store) => fill(store, count));
  }, 60_000);
  afterAll(() => world.stop());

  test('is taken by Slack, within its limits', async () => {
    const home = await homes.open(admin);
    const { blocks, bytes } = sizeOf(home);
    expect(blocks).toBeLessThanOrEqual(100);
    expect(bytes).toBeLessThanOrEqual(250_000);
    expect(said(home)).toContain(count === 0 ? 'no digests yet' : `${count} digests`);
    if (count > 0) expect(said(home)).toContain(`#1 ${HOSTILE} 0`);
  });

  test('is paged to its end and back', async () => {
    await homes.open(admin);
    if (count <= 10) return expect(said(await homes.open(admin))).not.toContain('followstats_home_page');
    for (let page = 1; page < 50; page += 1)
      await homes.press(admin, 'followstats_home_page:digests-next', (view) =>
        said(view).includes(`${page * 10 + 1}–${page * 10 + 10} of 500`),
      );
    const last = await homes.press(admin, 'followstats_home_page:lists-next', (view) =>
      said(view).includes('11–20 of 200'),
    );
    // Other parts stay where they were, and so do they when another person changes something.
    expect(said(last)).toContain('491–500 of 500');
    await homes.type('list delete list-0');
    const changed = await homes.until(admin, (view) => said(view).includes('199 lists'));
    expect(said(changed)).toContain('491–500 of 500');
    await homes.press(admin, 'followstats_home_page:digests-previous', (view) => said(view).includes('481–490 of 500'));
    await homes.open(admin, (view) => said(view).includes('1–10 of 500'));
  });

  test('has all rules, a page each five', async () => {
    if (count < 500) return expect(said(await homes.open(admin))).not.toContain('rules-next');
    await homes.open(admin, (view) => /1–5 of 6\d/.test(said(view)));
    await homes.press(admin, 'followstats_home_page:rules-next', (view) => /6–10 of 6\d/.test(said(view)));
  });

  test('speaks its reader’s language', async () => {
    await homes.type('allow @chenli admin');
    const home = await homes.open(chinese, (view) => said(view).includes('审计日志'));
    const { blocks } = home;
    const isOwn = (block: unknown) => !said({ blocks: [block] as never }).includes(HOSTILE);
    expect(englishIn({ blocks: blocks.filter(isOwn) })).toEqual([]);
  });
});

describe('digests that are failing', () => {
  let world: World;
  let homes: ReturnType<typeof homesOf>;
  beforeAll(async () => {
    world = await createWorld({ mode: 'socket' });
    homes = homesOf(world);
    await world.restart(async (store) => {
      const [left, failed] = [
        await createDigest(store, { title: 'Left' }),
        await createDigest(store, { title: 'Failed' }),
      ];
      await createDigest(store, { title: 'Well', schedule: scheduleOf('0 8 * * *') });
      await store.digests.pause(left.id, 'not_in_channel', 'system');
      await store.runs.ask(failed.id, OTHER);
      const [claim] = await store.runs.claim(1, 60_000);
      if (claim) await store.runs.finish(claim, { state: 'failed', reason: 'upstream_timeout' });
    });
  });
  afterAll(() => world.stop());

  test('come first, with what happened, what to do, and the buttons for it', async () => {
    const home = await homes.open(admin);
    const text = said(home);
    expect(text).toContain('2 digests need attention');
    expect(text).toContain('not_in_channel');
    for (const key of ['resume-1', 'edit-1', 'log-1', 'run-2', 'log-2']) expect(text).toContain(control(key));
    expect(text.indexOf('#2 Failed')).toBeLessThan(text.indexOf('1 other digest'));
    expect(text.indexOf('1 other digest')).toBeLessThan(text.indexOf('#3 Well'));
  });

  test('are well again once somebody has put them right', async () => {
    await homes.press(admin, control('resume-1'), (view) => said(view).includes('is running again'));
    await homes.until(admin, (view) => said(view).includes('1 digest needs attention'));
    // What comes in a moment may be there before it is said.
    await homes.press(admin, control('run-2'), (view) => /in a moment|3 digests/.test(said(view)));
    const well = await homes.until(
      admin,
      (view) => /3 digests.*Last post/.test(said(view)) && !said(view).includes('in a moment'),
    );
    expect(said(well)).not.toMatch(/attention|in a moment/);
  });

  test('of a person who isn’t an editor any more have no buttons', async () => {
    await world.restart(async (store) => {
      const spec = await createDigest(store, { title: 'Of Priya' });
      const own = await store.digests.create(spec, { personId: nobody, channelId: undefined });
      await store.digests.pause(own.id, 'not_in_channel', 'system');
      await store.grants.grant({ subject: { kind: 'person', id: nobody }, role: 'viewer' }, OTHER, {
        keepAnAdmin: false,
      });
    });
    const text = said(await homes.open(nobody));
    expect(text).toContain('1 digest needs attention');
    expect(text).not.toContain('followstats_command:resume');
  });
});
