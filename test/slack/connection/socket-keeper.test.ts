import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import type { SocketConnection, SocketEvents } from '../../../src/slack/connection/socket-connection.ts';
import { createSocketKeeper } from '../../../src/slack/connection/socket-keeper.ts';
import { openLog } from '../open-log.ts';

const HOUR_MS = 3_600_000;

/** A keeper over connections that do as the test says; waits pass at once, and are kept. */
function openKeeper({ random = 1 }: { random?: number } = {}) {
  const outcomes: (Error | undefined)[] = [];
  const made: { readonly connection: SocketConnection; end(): void; announce(reason: string): void }[] = [];
  const waits: number[] = [];
  let now = 0;
  const create = (events: Pick<SocketEvents, 'onAnnounced' | 'onClosed'>): SocketConnection => {
    let isUp = false;
    const end = () => {
      if (!isUp) return;
      isUp = false;
      events.onClosed(connection);
    };
    const connection: SocketConnection = {
      get isUp() {
        return isUp;
      },
      async connect() {
        const outcome = outcomes.shift();
        if (outcome) throw outcome;
        isUp = true;
      },
      acknowledge: () => isUp,
      close: async () => end(),
    };
    made.push({ connection, end, announce: (reason) => events.onAnnounced(reason, connection) });
    return connection;
  };
  const keeper = createSocketKeeper({
    create,
    log: openLog().log,
    now: () => now,
    random: () => random,
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      waits.push(ms);
    },
  });
  return {
    keeper,
    outcomes,
    made,
    waits,
    pass: (ms: number) => {
      now += ms;
    },
    latest: () => made.at(-1) as (typeof made)[number],
  };
}

const platformError = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });
const count = (made: readonly unknown[]) => expect.poll(() => made.length, { interval: 1 });

test('after a long life the next connection is tried at once, and then after growing waits up to half a minute', async () => {
  const { keeper, outcomes, made, waits, pass, latest } = openKeeper();
  await keeper.start();
  pass(HOUR_MS);
  outcomes.push(...Array.from({ length: 9 }, () => platformError('internal_error')));
  latest().end();
  await count(made).toBe(11);
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  expect(keeper.isConnected()).toBe(true);
});

test('waits are spread over their second half', async () => {
  const { keeper, outcomes, made, waits, pass, latest } = openKeeper({ random: 0 });
  await keeper.start();
  pass(HOUR_MS);
  outcomes.push(platformError('fatal_error'), platformError('ratelimited'));
  latest().end();
  await count(made).toBe(4);
  expect(waits).toEqual([250, 500]);
});

test('connections that break as soon as they are made are not made as fast as they break', async () => {
  const { keeper, made, waits, latest } = openKeeper();
  await keeper.start();
  for (let lives = 2; lives <= 5; lives += 1) {
    latest().end();
    await count(made).toBe(lives);
    await expect.poll(keeper.isConnected, { interval: 1 }).toBe(true);
  }
  expect(waits).toEqual([500, 1000, 2000]);
});

test('what Slack asks to be waited for is waited for', async () => {
  const { keeper, outcomes, made, waits, pass, latest } = openKeeper();
  await keeper.start();
  pass(HOUR_MS);
  outcomes.push(new webApi.WebAPIRateLimitedError(42));
  latest().end();
  await count(made).toBe(3);
  expect(waits).toEqual([42_000]);
});

test('an announced end makes the next connection while the old one works on; its end changes nothing', async () => {
  const { keeper, made, pass, latest } = openKeeper();
  await keeper.start();
  pass(HOUR_MS);
  const [old] = made;
  latest().announce('warning');
  expect(keeper.isConnected()).toBe(true);
  await count(made).toBe(2);
  await expect.poll(() => latest().connection.isUp, { interval: 1 }).toBe(true);
  old?.end();
  expect(keeper.isConnected()).toBe(true);
  expect(made).toHaveLength(2);
});

test('an end that is announced again, as a warning and when it comes, makes one next connection', async () => {
  const { keeper, made, pass, latest } = openKeeper();
  await keeper.start();
  pass(HOUR_MS);
  const [old] = made;
  old?.announce('warning');
  await expect.poll(() => latest() !== old && latest().connection.isUp, { interval: 1 }).toBe(true);
  pass(10_000);
  old?.announce('refresh_requested');
  old?.announce('refresh_requested');
  await new Promise(setImmediate);
  expect(made).toHaveLength(2);
  latest().announce('warning');
  await count(made).toBe(3);
});

test('after a stop nothing is tried any more', async () => {
  const { keeper, made, latest } = openKeeper();
  await keeper.start();
  await keeper.close();
  latest().end();
  latest().announce('warning');
  expect(made).toHaveLength(1);
  expect(keeper.isConnected()).toBe(false);
  await expect(keeper.start()).rejects.toThrow('stopped');
});

test.each([
  'missing_scope',
  'not_allowed_token_type',
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'no_permission',
  'team_disabled',
  'user_removed_from_team',
])('%s is not tried again: at the start it is a fault of the configuration, later it is logged', async (code) => {
  const starting = openKeeper();
  starting.outcomes.push(platformError(code));
  await expect(starting.keeper.start()).rejects.toMatchObject({ faults: [expect.stringContaining(`(${code})`)] });

  const running = openKeeper();
  await running.keeper.start();
  running.outcomes.push(platformError(code));
  running.latest().end();
  expect((await running.keeper.tokenRejected).faults).toEqual([expect.stringContaining('SLACK_APP_TOKEN')]);
  expect(running.made).toHaveLength(2);
  expect(running.waits).toEqual([]);
});
