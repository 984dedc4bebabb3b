import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatFault } from '../../src/demo/chat/faults.ts';
import { rowsOf, unreadOf } from './read-answer.ts';
import { CHANNELS, createWorld, type Mode, PEOPLE, type World } from './world.ts';

const accounts = Array.from({ length: 45 }, (_, n) => `user_${n}`);
const TIME_LIMIT_MS = 1500;
const PROGRESS_AFTER_MS = 50;

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({
      mode,
      chat: { accounts: [...accounts, 'bad'], follows: [] },
      env: { TENCENT_TIMEOUT_MS: '400' },
      seams: { timeLimitMs: TIME_LIMIT_MS, retryDelayMs: 5, progressAfterMs: PROGRESS_AFTER_MS },
    });
  });
  afterEach(() => world.stop());

  const answered = () => world.countCalls.filter(({ code }) => code === 0).map((call) => call.accounts.length);

  test('45 accounts cost three calls', async () => {
    const answer = await world.ask(`/followstats ${accounts.join(' ')}`);
    expect(rowsOf(answer).map(([account]) => account)).toEqual(accounts);
    expect(world.countCalls.map((call) => call.accounts.length).sort()).toEqual([20, 20, 5].sort());
  });

  test('45 accounts of which 20 were asked a moment before cost two calls, and the answer is as if they were new', async () => {
    await world.ask(`/followstats ${accounts.slice(10, 30).join(' ')}`);
    const answer = await world.ask(`/followstats ${accounts.join(' ')}`);
    expect(world.countCalls).toHaveLength(3);
    expect(rowsOf(answer).map(([account]) => account)).toEqual(accounts);
    // Younger than is worth saying.
    expect(answer.text).not.toContain('cache');
  });

  test.each([30003, 30001] as const)(
    'an account that makes its whole call fail with %i costs only its own row',
    async (code) => {
      world.chat.setFaults([{ kind: 'poison', account: 'bad', code }]);
      const answer = await world.ask(
        `/followstats ${[...accounts.slice(0, 12), 'bad', ...accounts.slice(12, 19)].join(' ')}`,
      );
      expect(rowsOf(answer)).toHaveLength(19);
      expect(unreadOf(answer)).toEqual([expect.stringMatching(`^⚠ bad: .* ${code}$`)]);
      expect(world.countCalls.length).toBeLessThanOrEqual(1 + 2 * 5);
    },
  );

  test('what failed in passing is asked again, and the answer is whole', async () => {
    world.chat.setFaults([
      { kind: 'status', status: 502, times: 1 },
      { kind: 'code', code: 60007, times: 1 },
      { kind: 'account-code', account: 'user_3', code: 30006, times: 1 },
    ]);
    const answer = await world.ask(`/followstats ${accounts.slice(0, 5).join(' ')}`);
    expect(rowsOf(answer)).toHaveLength(5);
    expect(answered()).toEqual([5, 1]);
  });

  test('the smallest budget is enough to sign anew', async () => {
    await world.stop();
    world = await createWorld({ mode, env: { TENCENT_MAX_CALLS_PER_SECOND: '1' } });
    world.chat.setFaults([{ kind: 'code', code: 70001, times: 1 }]);
    expect((await world.ask('/followstats alice')).text).toMatch(/^\w+ · \d+ followers? /);
  });

  test('failures are never remembered', async () => {
    await world.ask('/followstats ghost');
    world.chat.addAccount('ghost');
    expect((await world.ask('/followstats ghost')).text).toMatch(/^\w+ · \d+ followers? /);
  });

  test('a signature that lapsed is made anew, once', async () => {
    world.chat.setFaults([{ kind: 'code', code: 70001, times: 1 }]);
    expect((await world.ask('/followstats user_1')).text).toMatch(/^\w+ · \d+ followers? /);
    world.chat.setFaults([{ kind: 'code', code: 70001 }]);
    const before = world.countCalls.length;
    const asAdmin = await world.ask('/followstats user_2', { personId: PEOPLE.admin });
    expect(asAdmin.text).toContain('Check the clock of the server');
    expect(world.countCalls).toHaveLength(before + 2);
  });

  const TELL = `tell <@${PEOPLE.admin}>\\.`;

  test.each<[ChatFault, string, string]>([
    [{ kind: 'code', code: 30005 }, `Follow isn’t switched on .* ${TELL} 30005`, 'console'],
    [{ kind: 'code', code: 70009 }, `Chat is turning followstats away\\. Please ${TELL} 70009`, 'TENCENT_SECRET_KEY'],
    [{ kind: 'code', code: 60026 }, `Chat is turning followstats away\\. Please ${TELL} 60026`, 'TENCENT_REGION'],
    [
      { kind: 'code', code: 60023, info: 'odd <!channel>' },
      `Chat refused this request\\. Please ${TELL} 60023`,
      'Chat says: “odd &lt;!channel&gt;”\\. 60023',
    ],
    [{ kind: 'status', status: 502 }, `Chat can’t be reached right now\\. .* or ${TELL}`, 'most likely a proxy'],
    [{ kind: 'reset' }, `Chat can’t be reached right now\\. .* or ${TELL}`, 'check the network'],
    [{ kind: 'html' }, `couldn’t be read\\. .* or ${TELL}`, 'a proxy that changes'],
    [{ kind: 'truncated' }, `couldn’t be read\\. .* or ${TELL}`, 'a proxy that changes'],
    [{ kind: 'wrong-shape' }, `doesn’t understand yet\\. Please ${TELL}`, 'a newer version of followstats'],
    [{ kind: 'hang' }, `Chat didn’t answer in time\\. Try again in a minute, or ${TELL}`, 'Try again in a minute'],
    [
      { kind: 'code', code: 60007 },
      `too many requests right now\\. .* or ${TELL} 60007`,
      'TENCENT_MAX_CALLS_PER_SECOND',
    ],
  ])(
    '%j is said in one clear line, with a button to try again; an admin reads what to do',
    async (fault, words, help) => {
      world.chat.setFaults([fault]);
      const startedAt = performance.now();
      const answer = await world.ask('/followstats user_1');
      expect(performance.now() - startedAt).toBeLessThan(TIME_LIMIT_MS + 2000);
      expect(answer.text).toMatch(new RegExp(`^⚠ user_1: .*${words}$`));
      expect(answer.text).not.toMatch(/TENCENT|console/);
      world.chat.setFaults([]);
      expect((await world.press(answer, 'followstats_refresh')).text).toMatch(/^user_1 · 0 followers /);
      world.chat.setFaults([fault]);
      const asAdmin = await world.ask('/followstats user_2', { personId: PEOPLE.admin });
      expect(asAdmin.text).toMatch(new RegExp(`^⚠ user_2: .*${help}`));
    },
  );

  test('an account without its counts, or left out of the answer, is never shown as 0', async () => {
    world.chat.setFaults([
      { kind: 'no-counts', account: 'user_1', times: 1 },
      { kind: 'drop', account: 'user_2', times: 1 },
    ]);
    const first = await world.ask('/followstats user_0 user_1');
    const second = await world.ask('/followstats user_0 user_2');
    expect([...rowsOf(first), ...rowsOf(second)].map(([account]) => account)).toEqual(['user_0', 'user_0']);
    expect([...unreadOf(first), ...unreadOf(second)]).toEqual([
      '⚠ user_1: Chat left out the counts of this account. Try again in a minute.',
      '⚠ user_2: Chat left out the counts of this account. Try again in a minute.',
    ]);
  });

  test('the acknowledgement leaves before any upstream work, whatever upstream does', async () => {
    world.chat.setFaults([{ kind: 'hang' }]);
    const deliveries = await Promise.all(
      Array.from({ length: 20 }, () =>
        world.slack.type({ personId: PEOPLE.viewer, channelId: CHANNELS.community, text: '/followstats user_1' }),
      ),
    );
    expect(deliveries.every(({ status, body }) => status === 200 && body === '')).toBe(true);
    // Every acknowledgement is here, and no question can have ended: had they waited for one, its answer would be here, too.
    const seen = world.slack.messagesFor(PEOPLE.viewer, CHANNELS.community);
    expect(seen.filter(({ text }) => !text.startsWith('This takes a little longer. '))).toEqual([]);
  });

  test('an answer that takes long is preceded by a line that says so, and both go by the response URL', async () => {
    world.chat.setFaults([{ kind: 'slow', ms: PROGRESS_AFTER_MS * 4, times: 1 }]);
    const answer = await world.ask('/followstats user_1 user_2');
    expect(rowsOf(answer)).toHaveLength(2);
    const seen = world.slack.messagesFor(PEOPLE.viewer, CHANNELS.community).map(({ text }) => text);
    expect(seen[0]).toBe('This takes a little longer. The answer comes below, at most 2 seconds after you asked.');
    expect(seen).toHaveLength(2);
    expect(world.slack.apiCalls.filter(({ method }) => method === 'response_url')).toHaveLength(2);
  });

  test('a Refresh that takes long leaves nothing behind but the new answer', async () => {
    const first = await world.ask('/followstats user_1');
    // The first answer may have been preceded by its own line.
    const before = world.slack.messagesFor(PEOPLE.viewer, CHANNELS.community).length;
    world.chat.setFaults([{ kind: 'slow', ms: PROGRESS_AFTER_MS * 4, times: 1 }]);
    expect((await world.press(first, 'followstats_refresh')).ts).toBe(first.ts);
    expect(world.slack.messagesFor(PEOPLE.viewer, CHANNELS.community)).toHaveLength(before);
  });

  test('an account missing as the asking one is told once, and not as every account missing', async () => {
    await world.stop();
    world = await createWorld({ mode, env: { TENCENT_FROM_ACCOUNT: 'nobody_at_all' } });
    const answer = await world.ask('/followstats alice bob carol', { personId: PEOPLE.admin });
    expect(answer.text.match(/Set TENCENT_FROM_ACCOUNT/g)).toHaveLength(1);
    expect(world.countCalls).toHaveLength(2);
  });
});
