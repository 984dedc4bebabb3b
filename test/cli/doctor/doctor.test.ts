import { describe, expect, test } from 'vitest';
import type { CheckId } from '../../../src/cli/doctor/check.ts';
import { checkOf, createScene, silentPort, troubleOf } from './doctor-scene.ts';
import type { Fault } from './fault.ts';
import { CHAT_FAULTS, CLOCK_FAULTS } from './faults-of-chat.ts';
import { CONFIGURATION_FAULTS } from './faults-of-configuration.ts';
import { SLACK_FAULTS } from './faults-of-slack.ts';
import { STORE_FAULTS } from './faults-of-store.ts';

const FAULTS = {
  configuration: CONFIGURATION_FAULTS,
  Slack: SLACK_FAULTS,
  'the clock': CLOCK_FAULTS,
  Chat: CHAT_FAULTS,
  'the store': STORE_FAULTS,
};

async function diagnose({ make, env, seams, fileFaults, trouble, what, fix, ...options }: Fault): Promise<void> {
  const scene = await createScene(options);
  const made = (await make?.(scene)) ?? {};
  const checks = await scene.examine({ ...made, ...env }, seams, fileFaults?.());
  expect(troubleOf(checks)).toEqual(trouble);
  const first = checkOf(checks, Object.keys(trouble)[0] as CheckId);
  expect(first.what).toMatch(what);
  expect(first.fix).toMatch(fix);
}

describe.each(Object.entries(FAULTS))('a fault of %s', (_name, faults) => {
  test.each(Object.entries(faults))('%s', (_fault, row) => diagnose(row));
});

test('a scene without a fault is fine in both modes', async () => {
  const scene = await createScene({ mode: 'http' });
  expect(troubleOf(await scene.examine())).toEqual({});
  const socket = await createScene();
  const checks = await socket.examine();
  expect(checks.filter(({ status }) => status !== 'ok').map(({ id }) => id)).toEqual(['digests']);
  expect(checkOf(checks, 'store').what).toMatch(
    /^The store is empty and can be written within \d+ ms \(SQLite [\d.]+\);/,
  );
  expect(socket.slack.sockets.openedEver).toBe(0);
});

test('what is skipped says why, and a fault hides no other that can still be told', async () => {
  const scene = await createScene();
  const checks = await scene.examine({ SLACK_BOT_TOKEN: undefined, DATA_DIR: '/proc/followstats' });
  expect(troubleOf(checks)).toEqual({ config: 'fail', store: 'fail' });
  for (const id of ['slack-token', 'chat-key', 'chat-clock'] as const)
    expect(checkOf(checks, id)).toEqual({
      id,
      status: 'skip',
      what: 'The configuration has to be right first.',
      fix: null,
    });
  const followOff = await createScene();
  followOff.chat.setFaults([{ kind: 'code', code: 30005 }]);
  const statuses = Object.fromEntries((await followOff.examine()).map(({ id, status }) => [id, status]));
  expect(statuses).toMatchObject({
    'chat-region': 'ok',
    'chat-key': 'ok',
    'chat-follow': 'fail',
    'chat-from-account': 'skip',
    'chat-clock': 'ok',
  });
});

test('an error of Chat’s that passes is none', async () => {
  const scene = await createScene();
  scene.chat.setFaults([{ kind: 'code', code: 30006, times: 1 }]);
  expect(troubleOf(await scene.examine())).toEqual({});
});

test('when everything hangs, it all comes to an end in the time of the longest', async () => {
  const scene = await createScene();
  const port = await silentPort();
  const hanging = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const checks = await scene.examine(
    {
      SLACK_API_URL: `${hanging}/api/`,
      TENCENT_BASE_URL: hanging,
      DATABASE_URL: `postgres://u:hunter2hunter2@127.0.0.1:${port}/d`,
    },
    { times: { slackMs: 300, chatMs: 300, groupMs: 600 } },
  );
  expect(performance.now() - startedAt).toBeLessThan(2500);
  expect(troubleOf(checks)).toEqual({ 'slack-connection': 'fail', 'chat-region': 'fail', store: 'fail' });
  expect(checkOf(checks, 'store').what).toBe('No answer came within 1 s.');
});

test('a bug of a check is told without its words, and the others are made all the same', async () => {
  const scene = await createScene();
  const examine = async () => {
    throw new RangeError('postgres://user:hunter2@host');
  };
  const checks = await scene.examine({}, { examine });
  expect(troubleOf(checks)).toEqual({ store: 'fail' });
  expect(JSON.stringify(checks)).not.toContain('hunter2');
  expect(checkOf(checks, 'store').what).toBe('The check itself broke off (RangeError).');
});
