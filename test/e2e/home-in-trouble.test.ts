import { expect, onTestFinished, test } from 'vitest';
import type { SlackFault } from '../../src/demo/slack/types.ts';
import type { StoreOptions } from '../../src/store/open.ts';
import { administer, describeEngines, describePostgres } from '../store/engines.ts';
import { control, homesOf, said } from './open-home.ts';
import { createWorld, PEOPLE, type World, type WorldOptions } from './world.ts';

const { admin, viewer } = PEOPLE;
const asAdmin = { personId: admin };

async function open(options: WorldOptions = {}) {
  const world = await createWorld(options);
  onTestFinished(() => world.stop());
  return { world, homes: homesOf(world) };
}

const envOf = (options: StoreOptions) =>
  options.kind === 'sqlite' ? { DATA_DIR: options.folder } : { DATABASE_URL: options.url };

const publishes = ({ slack }: Pick<World, 'slack'>) =>
  slack.apiCalls.filter(({ method }) => method === 'views.publish');
const faulty = (world: World, ...faults: readonly SlackFault[]) => world.slack.setFaults(faults);
const method = 'views.publish';

test('a rate limit is waited for, and answers don’t wait for it', async () => {
  const { world, homes } = await open();
  await homes.open(admin);
  faulty(world, { kind: 'rate-limit', method, retryAfterSeconds: 1, times: 1 });
  await world.ask('/followstats list create vip alice', asAdmin);
  expect((await world.ask('/followstats alice')).text).toContain('alice');
  await homes.until(admin, (view) => said(view).includes('list:vip'));
});

test.each<readonly [string, SlackFault]>([
  ['fails', { kind: 'status', method, status: 503, times: 2 }],
  ['fails within', { kind: 'refuse', method, error: 'service_unavailable', times: 2 }],
  ['loses its answer', { kind: 'lose-answer', method, times: 2 }],
])('where Slack %s, the Home is shown again', async (_, fault) => {
  const { world, homes } = await open();
  await homes.open(admin);
  faulty(world, fault);
  await world.ask('/followstats list create vip alice', asAdmin);
  await homes.until(admin, (view) => said(view).includes('list:vip'));
});

test('where Slack takes none of it, the Home says so, with a reference to the log', async () => {
  const { world, homes } = await open();
  faulty(world, { kind: 'refuse-content', method, error: 'invalid_blocks', blocks: ['input'] });
  const home = await homes.open(admin);
  const [, reference] = /"text":"([0-9a-f]{8})"/.exec(said(home)) ?? [];
  expect(said(home)).toContain('Slack couldn’t show this page.');
  expect(world.log.lines.join('\n')).toContain(`"reference":"${reference}"`);
});

test('where Slack refuses the app a Home, its log says so and it goes on', async () => {
  const { world } = await open();
  faulty(world, { kind: 'refuse', method, error: 'not_enabled' });
  await world.slack.openHome(admin);
  await world.log.first('a Home could not be shown');
  expect((await world.ask('/followstats alice')).text).toContain('alice');
});

test('where the answer can’t be sent to direct messages, or no modal opens, the Home says so', async () => {
  const { world, homes } = await open();
  await homes.open(admin);
  faulty(world, { kind: 'refuse', method: 'chat.postMessage', error: 'channel_not_found' });
  const values = { followstats_home_lookup: 'alice' };
  await homes.after(
    admin,
    () => world.slack.fillIn({ personId: admin, surface: 'home', values }),
    (view) => said(view).includes('Slack didn’t take the answer'),
  );
  faulty(world, { kind: 'refuse', method: 'views.open', error: 'expired_trigger_id' });
  await homes.press(admin, control('access'), (view) => said(view).split('Who may use followstats').length === 3);
  await homes.press(admin, control('make'), (view) => said(view).includes('Slack didn’t open the form'));
});

test('where Chat can’t be asked, the answer is in the messages as ever', async () => {
  const { world, homes } = await open({ seams: { retryDelayMs: 1, timeLimitMs: 3000 } });
  await homes.open(viewer);
  world.chat.setFaults([{ kind: 'status', status: 502 }] as never);
  const since = world.slack.mark();
  await world.slack.fillIn({ personId: viewer, surface: 'home', values: { followstats_home_lookup: 'alice' } });
  const answer = await world.slack.waitForMessage({
    personId: viewer,
    since,
    timeoutMs: 30_000,
    matches: ({ channelId, text }) => channelId.startsWith('D') && text.includes('⚠ alice'),
  });
  expect(answer.text).not.toContain('too old');
  await homes.until(viewer, (view) => said(view).includes('The answer is in your messages'));
}, 60_000);

test('what is pressed in a control of another version is answered in the Home', async () => {
  const { world, homes } = await open();
  const home = await homes.open(viewer);
  const payload = {
    type: 'block_actions',
    user: { id: viewer },
    trigger_id: 'none',
    container: { type: 'view', view_id: home.id },
    view: { id: home.id, type: 'home', blocks: [] },
    actions: [{ type: 'button', action_id: 'followstats_of_2031', block_id: 'b', value: 'v' }],
  };
  await homes.after(
    viewer,
    () => world.slack.deliver({ body: { form: { payload: JSON.stringify(payload) } } }),
    (view) => said(view).includes('followstats was updated'),
  );
});

test('a role that only a channel gives doesn’t hold there', async () => {
  const { homes } = await open({ env: { FOLLOWSTATS_VIEWERS: 'C0COMMUNITY' } });
  const home = await homes.open(viewer);
  expect(said(home)).toContain('If you have it in a channel, type commands there.');
  expect(home.blocks).toHaveLength(2);
  expect(said(home)).not.toContain('C0COMMUNITY');
});

describeEngines('the Homes of two people', (newStore) => {
  test('a change is shown to each whom it concerns, and to no other', async () => {
    const { world, homes } = await open({ env: envOf(await newStore()) });
    await homes.open(admin);
    await homes.open(viewer);
    await homes.type('digest list');
    await world.ask('/followstats allow @chenli viewer', asAdmin);
    await homes.until(admin, (view) => said(view).includes(PEOPLE.chinese));
    const before = publishes(world).length;
    await world.ask('/followstats allow @priya viewer', asAdmin);
    await homes.until(admin, (view) => said(view).includes(PEOPLE.nobody));
    await world.ask('/followstats list create vip alice', asAdmin);
    await homes.until(viewer, (view) => said(view).includes('list:vip'));
    const shown = publishes(world)
      .slice(before)
      .map(({ args }) => [args.user_id, JSON.stringify(args.view).includes('list:vip')]);
    expect(shown.filter(([personId, hasList]) => personId === viewer && !hasList)).toEqual([]);
  });
});

describePostgres('two replicas', (newStore) => {
  test('what is done through one is shown by either, once', async () => {
    const options = await newStore();
    const { world, homes } = await open({ env: envOf(options) });
    await homes.open(admin);
    await world.startReplica();
    const before = publishes(world).length;
    await world.ask('/followstats list create vip alice', asAdmin);
    await homes.until(admin, (view) => said(view).includes('list:vip'));
    // What the other replica would show of it would come before what is changed next.
    await world.ask('/followstats list create next alice', asAdmin);
    await homes.until(admin, (view) => said(view).includes('list:next'));
    const ofFirst = publishes(world)
      .slice(before)
      .filter(({ args }) => !JSON.stringify(args.view).includes('list:next'));
    expect(new Set(ofFirst.map(({ args }) => JSON.stringify(args.view))).size).toBe(ofFirst.length);
  });

  test('while the store is away a Home says so', async () => {
    const options = await newStore();
    const { homes } = await open({ env: envOf(options) });
    await homes.open(admin);
    await administer(`drop database ${new URL('url' in options ? options.url : '').pathname.slice(1)} with (force)`);
    const home = await homes.open(admin, (view) => said(view).includes('can’t read its data right now'));
    expect(said(home)).not.toContain('no lists yet');
    expect(said(home)).toContain('followstats_home_lookup');
    const denied = await homes.open(PEOPLE.nobody);
    expect(said(denied)).toContain('followstats can’t read who has access right now.');
  });
});
