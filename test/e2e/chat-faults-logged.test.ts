import { expect, onTestFinished, test } from 'vitest';
import type { ChatFault } from '../../src/demo/chat/faults.ts';
import { createWorld, SECRET_KEY, type WorldOptions } from './world.ts';

const REJECTS = 'Chat rejects calls until an operator mends something';
const THROTTLES = 'Chat says that there are too many calls';
const [ERROR, WARN] = [50, 40];

/** Asks three times. @returns what the log says, at `warn` and above */
async function logOf(options: WorldOptions, faults: readonly ChatFault[] = []) {
  const world = await createWorld({
    ...options,
    env: { FOLLOWSTATS_NAMES: 'off', CACHE_TTL_SECONDS: '0', ...options.env },
    seams: { retryDelayMs: 1 },
  });
  onTestFinished(() => world.stop());
  world.chat.setFaults(faults);
  for (let n = 0; n < 3; n += 1) await world.ask('/followstats alice bob');
  const lines = world.log.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { log: world.log.lines.join(''), lines: lines.filter(({ level }) => (level as number) >= WARN), world };
}

test.each<[what: string, options: WorldOptions, faults: readonly ChatFault[], line: object]>([
  [
    'a key of another app',
    { env: { TENCENT_SECRET_KEY: 'f'.repeat(64) } },
    [],
    { level: ERROR, code: 70009, fix: expect.stringContaining('TENCENT_SECRET_KEY') },
  ],
  [
    'an administrator that is none',
    { env: { TENCENT_ADMIN: 'somebody' } },
    [],
    { level: ERROR, code: expect.any(Number), fix: expect.stringContaining('TENCENT_ADMIN') },
  ],
  [
    'an asking account that doesn’t exist',
    { env: { TENCENT_FROM_ACCOUNT: 'nobody' } },
    [],
    { level: ERROR, code: 30003, about: 'from-account', fix: expect.stringContaining('TENCENT_FROM_ACCOUNT') },
  ],
  [
    'Follow that isn’t switched on',
    {},
    [{ kind: 'code', code: 30005 }],
    { level: ERROR, code: 30005, fix: expect.stringContaining('Follow/Fan settings') },
  ],
  [
    'a trial that is used up',
    {},
    [{ kind: 'code', code: 60028 }],
    { level: ERROR, code: 60028, fix: expect.stringContaining('plan') },
  ],
  [
    'a clock that is off by a day: even a new signature has lapsed',
    {},
    [{ kind: 'code', code: 70001 }],
    { level: ERROR, code: 70001, fix: expect.stringContaining('clock') },
  ],
  [
    'a code in no document',
    {},
    [{ kind: 'code', code: 60999 }],
    { level: ERROR, code: 60999, fix: expect.stringContaining('ask Tencent Cloud support') },
  ],
  [
    'too many calls',
    {},
    [{ kind: 'code', code: 60007, times: 3 }],
    { level: WARN, code: 60007, fix: expect.stringContaining('TENCENT_MAX_CALLS_PER_SECOND') },
  ],
])('%s is one line for whoever reads the log, with what to do, however often it is run into', async (...row) => {
  const [, options, faults, expected] = row;
  const { lines, log, world } = await logOf(options, faults);
  expect(lines).toEqual([expect.objectContaining({ command: 'follow_get_info', ...expected })]);
  expect([REJECTS, THROTTLES]).toContain(lines[0]?.msg);
  for (const { usersig } of world.chat.calls) expect(log).not.toContain(usersig);
  expect(log).not.toContain(options.env?.TENCENT_SECRET_KEY ?? SECRET_KEY);
});

test('what concerns one account, and a signature that is made anew, is no line of its own', async () => {
  const { lines } = await logOf({ chat: { accounts: ['bob'], follows: [] } }, [
    { kind: 'code', code: 70001, times: 1 },
    { kind: 'account-code', account: 'bob', code: 30006, times: 1 },
  ]);
  expect(lines).toEqual([]);
});
