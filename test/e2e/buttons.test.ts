import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Message } from '../../src/demo/slack/types.ts';
import { accounts, readAudit } from '../store/contracts/askers.ts';
import { describePostgres } from '../store/engines.ts';
import { createDigestWorld, type DigestWorld, NINE } from './digest-world.ts';
import { CHANNELS, createWorld, PEOPLE, type World, type WorldOptions } from './world.ts';

async function open(options: WorldOptions = {}): Promise<World> {
  const world = await createWorld(options);
  onTestFinished(() => world.stop());
  return world;
}

const MANY = Array.from({ length: 110 }, (_, n) => `account_of_a_long_name_${String(n).padStart(3, '0')}`);
const ask = (world: World) => world.ask(`/followstats ${MANY.join(' ')}`);
const shared = ({ slack }: World) =>
  slack.messagesFor(PEOPLE.admin, CHANNELS.community).filter(({ text }) => text.includes('Shared by'));

const ALREADY = /^You have already pressed Share for this answer\./;

/** Shares an answer in a way that leaves the private one as it is: Slack shows it to everyone, and its answer to that is lost. */
async function shareUnconfirmed(world: World, answer: Message): Promise<void> {
  world.slack.setFaults([{ kind: 'lose-answer', method: 'response_url', times: 1 }]);
  const since = world.slack.mark();
  await world.press(answer, 'followstats_share');
  const matches = ({ text }: Message) => text.startsWith('Slack didn’t confirm');
  await world.slack.waitForMessage({ personId: PEOPLE.viewer, since, matches });
}

/** Each button once, below an answer whose question is too long for a button's value. */
async function expectButtonsToWork(world: World, answer: Message): Promise<void> {
  expect((await world.press(answer, 'followstats_csv')).text).toContain('The CSV is in your direct messages');
  const fresh = await world.press(answer, 'followstats_refresh');
  expect(fresh.ts).toBe(answer.ts);
  expect(await world.share(fresh)).toMatchObject({ visibleTo: undefined });
}

const LIMIT = { FOLLOWSTATS_MAX_ACCOUNTS: '200' };
const chat = { accounts: MANY, follows: [] };

test('the buttons of an answer work after a restart, and Share is once for the time before and after it', async () => {
  const world = await open({ chat, env: LIMIT });
  const [one, two] = [await ask(world), await ask(world)];
  await shareUnconfirmed(world, one);
  await world.restart(async () => {});
  expect((await world.press(one, 'followstats_share')).text).toMatch(ALREADY);
  await expectButtonsToWork(world, two);
  expect(shared(world)).toHaveLength(2);
});

describePostgres('two replicas', (newStore) => {
  test('know the buttons of each other’s answers, and share an answer once', async () => {
    const options = await newStore();
    const world = await open({ chat, env: { ...LIMIT, ...('url' in options && { DATABASE_URL: options.url }) } });
    const [one, two] = [await ask(world), await ask(world)];
    await shareUnconfirmed(world, one);
    await world.startReplica();
    expect((await world.press(one, 'followstats_share')).text).toMatch(ALREADY);
    await expectButtonsToWork(world, two);
    expect(shared(world)).toHaveLength(2);
  });
});

describe('the id of a digest’s post', () => {
  let world: DigestWorld;
  afterEach(() => world.stop());

  const CSV = 'followstats_digest_csv';
  const NOT_KEPT = 'What this post said is no longer kept, or not kept yet. Try again in a minute.';
  const digest = { accounts: accounts(...MANY) };

  /** Presses with a run's id that a client made up, and resolves with what the viewer is told. */
  async function forge({ ts, channelId }: Message, value: string, actionId = CSV): Promise<Message> {
    const { slack } = world;
    const since = slack.mark();
    await slack.press({ personId: PEOPLE.viewer, ts, actionId, forged: { value } });
    return slack.waitForMessage({ personId: PEOPLE.viewer, channelId, since });
  }
  const files = () =>
    world.slack.channels
      .filter(({ id, memberIds }) => id.startsWith('D') && memberIds.includes(PEOPLE.viewer))
      .flatMap(({ id }) => world.slack.messagesFor(PEOPLE.viewer, id))
      .flatMap(({ files: sent }) => sent);
  const audit = () => world.restart(async (store) => readAudit(store.audit));

  test('guessed below another message gives nothing of that digest, and the audit says so', async () => {
    world = await createDigestWorld({ chat, digests: [digest, { ...digest, channelId: CHANNELS.growth }] });
    await world.runAt(NINE, ({ run }) => run === `1-${NINE}`);
    await world.log.first('digest run', ({ run, state }) => run === `2-${NINE}` && state === 'posted');
    const [open] = world.posts().filter(({ channelId }) => channelId === CHANNELS.community);
    if (!open) throw new Error('nothing was posted');
    // That of the other channel, of a slot that never was, and of nothing.
    for (const value of [`2-${NINE}`, `1-${NINE - 1}`, 'x']) expect((await forge(open, value)).text).toBe(NOT_KEPT);
    expect(files()).toEqual([]);
    // Its own is sent, and only then said to be done.
    expect((await forge(open, `1-${NINE}`)).text).toContain('The CSV is in your direct messages');
    expect(files()).toHaveLength(1);
    const entries = (await audit()).filter(({ action }) => action === 'digest-csv');
    expect(entries.map(({ outcome, details }) => [outcome, details.run, details.why])).toEqual([
      ['refused', `2-${NINE}`, 'elsewhere'],
      ['failed', `1-${NINE - 1}`, 'absent'],
      ['failed', undefined, 'absent'],
      ['done', `1-${NINE}`, undefined],
    ]);
  });

  test('whose file Slack didn’t take is not done for the audit', async () => {
    world = await createDigestWorld({ chat, digests: [digest] });
    await world.runAt(NINE);
    const [post] = world.posts();
    if (!post) throw new Error('nothing was posted');
    world.slack.setFaults([{ kind: 'refuse', method: 'conversations.open', error: 'missing_scope', times: 1 }]);
    await forge(post, `1-${NINE}`);
    expect((await audit()).filter(({ action }) => action === 'digest-csv')).toMatchObject([
      { outcome: 'failed', details: { run: `1-${NINE}`, why: 'missing_scope' } },
    ]);
  });

  test('that its owner saw arrive is good in its channel, where everyone can read it', async () => {
    world = await createDigestWorld({ chat, digests: [digest] });
    world.slack.setFaults([
      { kind: 'lose-answer', method: 'chat.postMessage', times: 1 },
      { kind: 'refuse', method: 'conversations.history', error: 'missing_scope', times: 9 },
    ]);
    await world.runAt(NINE, ({ state }) => state === 'unknown');
    const question = await world.notice('may or may not have arrived');
    await world.slack.press({ personId: PEOPLE.admin, ts: question.ts, actionId: 'followstats_digest_arrived' });
    await world.notice('did arrive');
    const [post] = world.posts();
    if (!post) throw new Error('nothing was posted');
    expect((await forge(post, `1-${NINE}`)).text).toContain('The CSV is in your direct messages');
  });

  test.each(['followstats_digest_arrived', 'followstats_digest_again'])(
    'answered by a forged %s on the post itself leaves the post as it is',
    async (actionId) => {
      world = await createDigestWorld({ chat, digests: [digest] });
      await world.runAt(NINE);
      const [post] = world.posts();
      if (!post) throw new Error('nothing was posted');
      const since = world.slack.mark();
      await world.slack.press({
        ...{ personId: PEOPLE.admin, ts: post.ts, actionId },
        forged: { value: `1-${NINE}` },
      });
      const told = await world.slack.waitForMessage({ personId: PEOPLE.admin, channelId: post.channelId, since });
      expect(told).toMatchObject({ visibleTo: PEOPLE.admin, text: expect.stringContaining('That was settled before') });
      expect(world.posts()).toEqual([post]);
    },
  );
});
