import { expect, onTestFinished, test } from 'vitest';
import { readAudit } from '../store/contracts/askers.ts';
import { CHANNELS, createWorld, PEOPLE } from './world.ts';

const accountsOf = (name: string) => Array.from({ length: 500 }, (_, n) => `${name}${n}`).join(' ');

test('who asks for more than can be answered in time is told at once how much waits, and others are answered', async () => {
  const world = await createWorld({
    env: { TENCENT_MAX_CALLS_PER_SECOND: '1', FOLLOWSTATS_MAX_ACCOUNTS: '500', FOLLOWSTATS_NAMES: 'off' },
    seams: { timeLimitMs: 3000 },
  });
  onTestFinished(() => world.stop());
  const admin = { personId: PEOPLE.admin, channelId: CHANNELS.community };
  await world.slack.type({ ...admin, text: `/followstats ${accountsOf('a')}` });
  await expect.poll(() => world.countCalls.length).toBeGreaterThan(0);
  const busy = await world.ask(`/followstats ${accountsOf('b')}`, admin);
  expect(busy.text).toMatch(/^Busy: about 2\d s of questions are waiting. Try again in a minute.$/);
  expect((await world.ask('/followstats bob')).text).toContain('bob · 1 follower');
  const chinese = { ...admin, personId: PEOPLE.chinese };
  expect((await world.ask('/followstats why', chinese)).text).not.toContain('Busy');
});

test('a burst leaves an entry of each question in the audit, also when the app stops right after it', async () => {
  const world = await createWorld();
  onTestFinished(() => world.stop());
  const place = { personId: PEOPLE.viewer, channelId: CHANNELS.community };
  const typed = Array.from({ length: 45 }, (_, n) => world.slack.type({ ...place, text: `/followstats alice u${n}` }));
  expect((await Promise.all(typed)).map(({ status }) => status)).toEqual(Array(45).fill(200));
  const entries = await world.restart((store) => readAudit(store.audit));
  expect(entries.filter(({ action }) => action === 'lookup')).toHaveLength(45);
});
