import { expect, onTestFinished, test } from 'vitest';
import type { View } from '../../src/demo/slack/types.ts';
import { describePostgres } from '../store/engines.ts';
import { newDatabase } from './faults/of-stores.ts';
import { homesOf, said } from './open-home.ts';
import { createWorld, PEOPLE } from './world.ts';

const NO_GRANTS =
  'followstats can’t read who has access right now. Try again in a minute. If that doesn’t help, tell the people who run followstats.';
const NO_STORE = 'followstats can’t reach its own data right now.';

/** An app whose Postgres is behind a gate. Its answers end long before a statement that changes something would be given up. */
async function openGated() {
  const scope = new AsyncDisposableStack();
  onTestFinished(() => scope.disposeAsync());
  const { gate, env } = await newDatabase(scope);
  const world = await createWorld({ env, seams: { timeLimitMs: 12_000, progressAfterMs: 60_000 } });
  scope.defer(async () => {
    gate.set('open');
    await world.stop();
  });
  return { world, gate, homes: homesOf(world) };
}

describePostgres('a store that hangs', () => {
  test('keeps no one waiting who was let in from Slack: commands and buttons say that it can’t be read', async () => {
    const { world, gate } = await openGated();
    const asPriya = { personId: PEOPLE.nobody };
    await world.ask('/followstats allow @priya editor', { personId: PEOPLE.admin });
    const answer = await world.ask('/followstats alice', asPriya);
    gate.set('silent');
    const texts = await Promise.all([
      world.ask('/followstats alice', asPriya),
      world.press(answer, 'followstats_refresh', asPriya),
    ]);
    expect(texts.map(({ text }) => text)).toEqual([NO_GRANTS, NO_GRANTS]);
  });

  test('says so to who was let in by the configuration and asks for something of it', async () => {
    const { world, gate } = await openGated();
    const asAdmin = { personId: PEOPLE.admin };
    gate.set('silent');
    for (const asked of ['list', 'history alice', '@priya'])
      expect((await world.ask(`/followstats ${asked}`, asAdmin)).text).toContain(NO_STORE);
  });

  test('keeps no Home from being shown', async () => {
    const { world, gate, homes } = await openGated();
    const { viewer } = PEOPLE;
    await homes.open(viewer);
    gate.set('silent');
    const since = world.slack.mark();
    await world.slack.openHome(viewer);
    const matches = (view: View) => said(view).includes('can’t read its data right now');
    // Several steps to it wait for the store, each by itself.
    await world.slack.waitForHome({ personId: viewer, since, timeoutMs: 30_000, matches });
  });
});
