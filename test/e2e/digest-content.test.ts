import { afterEach, describe, expect, test } from 'vitest';
import type { ContentFault, SlackFault } from '../../src/demo/slack/types.ts';
import { longId } from '../slack/blocks/reports/sample-reports.ts';
import { accounts } from '../store/contracts/askers.ts';
import { createDigestWorld, type DigestWorld, NINE } from './digest-world.ts';
import { kindsOf, rowsOf } from './read-answer.ts';

let world: DigestWorld;
const open = async (...options: Parameters<typeof createDigestWorld>) => {
  world = await createDigestWorld(...options);
};
afterEach(() => world.stop());

const posts = () => world.slack.apiCalls.filter(({ method }) => method === 'chat.postMessage');
const refuse = (how: Partial<ContentFault>): SlackFault => ({
  kind: 'refuse-content',
  method: 'chat.postMessage',
  error: 'invalid_arguments',
  ...how,
});

describe('a post whose content Slack refuses', () => {
  test.each<[string, Partial<ContentFault>]>([
    ['invalid_arguments', {}],
    ['msg_blocks_too_long', { error: 'msg_blocks_too_long' }],
    ['a code of a new kind', { error: 'chart_is_ugly' }],
    ['HTTP 413', { error: '', status: 413, body: 'none' }],
  ])('with %s is posted plainer, once, and the owner hears nothing', async (_, how) => {
    await open();
    world.slack.setFaults([refuse({ ...how, blocks: ['data_visualization', 'data_table', 'table'] })]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'posted', attempt: 1 });
    expect(world.posts().map(({ text }) => text)).toEqual([expect.stringContaining('alice: 2 followers')]);
    expect(kindsOf(world.posts()[0] as never)).not.toContain('table');
    expect(world.notices()).toEqual([]);
  });

  test('in all its blocks is posted as text', async () => {
    await open();
    world.slack.setFaults([refuse({ blocks: ['*'] })]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'posted' });
    expect(world.posts()).toMatchObject([{ blocks: [], text: expect.stringContaining('alice: 2 followers') }]);
  });

  test('for the length of its text is posted with the same blocks and a shorter text', async () => {
    const names = Array.from({ length: 200 }, (_, n) => longId(n));
    await open({ chat: { accounts: names, follows: [] }, digests: [{ accounts: accounts(...names) }] });
    world.slack.setFaults([refuse({ error: 'msg_too_long', textOver: 4000 })]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'posted', accounts: 200 });
    const [post] = world.posts();
    expect(kindsOf(post as never)).toContain('data_visualization');
    expect(post?.text).toMatch(/… and \d+ more accounts; press CSV to get all of them\./);
    expect(posts()).toHaveLength(2);
  });

  test('to the last word is recorded as refused', async () => {
    await open();
    world.slack.setFaults([refuse({ error: 'chart_is_ugly' })]);
    expect(await world.runAt(NINE)).toMatchObject({
      state: 'failed',
      reason: 'slack-refused:chart_is_ugly',
      refusal: 'chart_is_ugly',
    });
  });
});

test('a hundred accounts of the longest ids are a table that Slack takes at once', async () => {
  const names = Array.from({ length: 100 }, (_, n) => longId(n));
  await open({ chat: { accounts: names, follows: [] }, digests: [{ accounts: accounts(...names) }] });
  expect(await world.runAt(NINE)).toMatchObject({ state: 'posted' });
  expect(posts()).toMatchObject([{ error: undefined }]);
  expect(rowsOf(world.posts()[0] as never).length).toBeGreaterThan(50);
});

describe('internal_error, by which a post may be there', () => {
  test('is followed by a plainer post once the channel’s history shows that there is none', async () => {
    await open();
    world.slack.setFaults([refuse({ error: 'internal_error', blocks: ['data_visualization', 'data_table'] })]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'posted', attempt: 1 });
    expect(world.posts()).toHaveLength(1);
    expect(kindsOf(world.posts()[0] as never)).toContain('table');
    expect(world.notices()).toEqual([]);
  });

  test('is followed by none when the post is there after all', async () => {
    await open();
    world.slack.setFaults([{ kind: 'half-done', method: 'chat.postMessage', error: 'internal_error', times: 1 }]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'posted' });
    expect(world.posts()).toHaveLength(1);
    expect((await world.history())[0]).toMatchObject({ state: 'posted', post: { ts: world.posts()[0]?.ts } });
  });

  test('leaves the post unknown, and its owner is asked, where the app may not look', async () => {
    await open({ slack: { withoutScopes: ['channels:history', 'groups:history'] } });
    world.slack.setFaults([{ kind: 'half-done', method: 'chat.postMessage', error: 'internal_error', times: 1 }]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'unknown' });
    await world.notice('may or may not have arrived');
    expect(world.posts()).toHaveLength(1);
  });
});
