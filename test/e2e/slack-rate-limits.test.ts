import { afterEach, describe, expect, test } from 'vitest';
import type { SlackFault } from '../../src/demo/slack/types.ts';
import { createDigestWorld, type DigestWorld, NINE } from './digest-world.ts';
import { rowsOf } from './read-answer.ts';
import { CHANNELS, createWorld, PEOPLE, type World } from './world.ts';

/** A date that has passed, by the clock of the machine. */
const PASSED = 'Mon, 02 Nov 2020 09:00:00 GMT';

/** A 429 whose `Retry-After` can't be used, `times` times; without one unless told. */
const limit = (method: string, retryAfter?: string, times = 1): SlackFault => ({
  kind: 'odd-rate-limit',
  method,
  times,
  ...(retryAfter !== undefined && { retryAfter }),
});

const ODD = [undefined, 'x', '-5', '', 'Mon, 99 Nov'] as const;

describe('a 429 that doesn’t say for how long', () => {
  let world: World;
  afterEach(() => world.stop());

  test.each(['http', 'socket'] as const)('at start is waited for, over %s', async (mode) => {
    world = await createWorld({ mode });
    await world.restart(async () => world.slack.setFaults([limit('auth.test')]));
    expect(rowsOf(await world.ask('/followstats alice'))).toHaveLength(1);
  });

  test('of the socket’s address is waited for', async () => {
    world = await createWorld({ mode: 'socket' });
    await world.restart(async () => world.slack.setFaults([limit('apps.connections.open', PASSED)]));
    expect(rowsOf(await world.ask('/followstats alice'))).toHaveLength(1);
  });

  test.each(ODD)('of the response URL (%j) delays the answer', async (retryAfter) => {
    world = await createWorld({ mode: 'socket' });
    world.slack.setFaults([limit('response_url', retryAfter)]);
    expect(rowsOf(await world.ask('/followstats alice'))).toHaveLength(1);
    expect(world.slack.apiCalls.filter(({ method }) => method === 'response_url')).toHaveLength(2);
  });

  test('of views.open is answered in words', async () => {
    world = await createWorld({ mode: 'socket' });
    world.slack.setFaults([limit('views.open')]);
    const answer = await world.ask('/followstats digest new', { personId: PEOPLE.admin });
    expect(answer.text).toContain('Slack didn’t open the form');
  });

  test('of views.update is answered in words', async () => {
    world = await createWorld({ mode: 'socket' });
    world.slack.setFaults([limit('views.update', undefined, 9)]);
    const answer = await world.ask('/followstats digest new', { personId: PEOPLE.admin });
    expect(answer.text).toContain('Slack didn’t take the form just now');
  });

  test('of everything but direct messages still leaves one of those', async () => {
    world = await createWorld({ mode: 'socket' });
    world.slack.setFaults([
      { kind: 'refuse', method: 'response_url', error: 'used_url' },
      limit('chat.postEphemeral', 'x', 9),
    ]);
    const since = world.slack.mark();
    await world.slack.type({ personId: PEOPLE.viewer, channelId: CHANNELS.community, text: '/followstats alice' });
    const answer = await world.slack.waitForMessage({
      personId: PEOPLE.viewer,
      since,
      matches: ({ authorId }) => authorId === world.slack.botUserId,
    });
    expect(answer.channelId).toMatch(/^D/);
  });

  test('of a file is told', async () => {
    world = await createWorld({
      mode: 'socket',
      chat: { accounts: Array.from({ length: 150 }, (_, n) => `account_${n}`), follows: [] },
      env: { FOLLOWSTATS_MAX_ACCOUNTS: '500' },
    });
    const answer = await world.ask(`/followstats ${Array.from({ length: 150 }, (_, n) => `account_${n}`).join(' ')}`);
    world.slack.setFaults([limit('files.getUploadURLExternal', 'x')]);
    expect((await world.press(answer, 'followstats_csv')).text).toContain('Slack didn’t take the CSV just now');
  });
});

describe('a digest', () => {
  let world: DigestWorld;
  afterEach(() => world.stop());

  test.each(ODD)('whose post gets a 429 with %j for how long waits, and nobody is bothered', async (retryAfter) => {
    world = await createDigestWorld();
    world.slack.setFaults([limit('chat.postMessage', retryAfter)]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'due', reason: 'rate-limited' });
    expect(await world.runAt(NINE + 31_000)).toMatchObject({ state: 'posted', attempt: 2 });
    expect(world.posts()).toHaveLength(1);
    expect(world.notices()).toEqual([]);
  });
});
