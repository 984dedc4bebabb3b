import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { describePostgres } from '../store/engines.ts';
import { openForm, SAVED } from './digest-form.ts';
import { createProcessWorld, type ProcessWorld } from './process-world.ts';
import { CHANNELS, PEOPLE, type World } from './world.ts';

const EX_CONFIG = 78;
const OPEN_METHOD = 'apps.connections.open';
/** Processes start slowly while other tests run. */
const TIME_LIMIT_MS = 60_000;
const PATIENT = { timeout: 30_000, interval: 20 };

let world: ProcessWorld;
beforeEach(async () => {
  world = await createProcessWorld();
});
afterEach(() => world.close());

const place = { personId: PEOPLE.viewer, channelId: CHANNELS.community };

describe('a process in Socket Mode', () => {
  test(
    'whose token Slack refuses for good finishes the question at work, then exits 78 and names the token',
    async () => {
      const { chat, slack, start, ready } = world;
      const app = start('socket');
      await ready(app, 'socket');
      chat.setFaults([{ kind: 'slow', ms: 1000, times: 1 }]);
      const since = slack.mark();
      await slack.type({ ...place, text: '/followstats alice' });
      slack.setFaults([{ kind: 'refuse', method: OPEN_METHOD, error: 'token_revoked' }]);
      slack.sockets.cut();
      expect((await slack.waitForMessage({ ...place, since })).text).toMatch(/^\w+ · \d+ followers? /);
      expect(await app.ended).toBe(EX_CONFIG);
      expect(app.stderr()).toMatch(
        /^followstats: SLACK_APP_TOKEN was refused by Slack \(token_revoked\); [^\n]*connections:write\n$/,
      );
    },
    TIME_LIMIT_MS,
  );

  test(
    'does not start with a token of too few scopes: one line, exit 78',
    async () => {
      world.slack.setFaults([{ kind: 'refuse', method: OPEN_METHOD, error: 'missing_scope' }]);
      const app = world.start('socket');
      expect(await app.ended).toBe(EX_CONFIG);
      expect(app.stderr()).toMatch(
        /^followstats: SLACK_APP_TOKEN was refused by Slack \(missing_scope\); [^\n]*connections:write\n$/,
      );
    },
    TIME_LIMIT_MS,
  );
});

test(
  'a process that is told to stop twice, as by npm and Ctrl-C, finishes the question at work and exits 0',
  async () => {
    const { chat, slack, start, ready } = world;
    const app = start('http');
    const url = await ready(app, 'http');
    chat.setFaults([{ kind: 'slow', ms: 1500, times: 1 }]);
    const since = slack.mark();
    await slack.type({ ...place, text: '/followstats alice' });
    app.kill('SIGINT');
    // It has the first signal when it says that it is not ready any more.
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status, PATIENT).toBe(503);
    app.kill('SIGINT');
    expect((await slack.waitForMessage({ ...place, since })).text).toMatch(/^\w+ · \d+ followers? /);
    expect(await app.ended).toBe(0);
  },
  TIME_LIMIT_MS,
);

describePostgres('a process in Socket Mode', (newStore) => {
  test(
    'that is told to stop while it reconnects finishes the question at work, then exits 0',
    async () => {
      const { slack, start, ready } = world;
      const store = await newStore();
      const databaseUrl = 'url' in store ? store.url : '';
      const app = start('socket', { DATABASE_URL: databaseUrl });
      const url = await ready(app, 'socket');
      const unlock = await lockGrants(databaseUrl);
      const since = slack.mark();
      await slack.type({ ...place, text: '/followstats alice' });
      // Two attempts that end before Slack has greeted them, and a third that is under way.
      slack.sockets.greet(false);
      for (const opened of [2, 3, 4]) {
        slack.sockets.cut();
        await expect.poll(() => slack.sockets.openedEver, PATIENT).toBe(opened);
      }
      expect((await fetch(`${url}/readyz`)).status).toBe(503);
      app.kill('SIGTERM');
      await expect.poll(() => slack.sockets.open, PATIENT).toBe(0);
      await unlock();
      const isAnswer = ({ text }: { text: string }) => !text.startsWith('This takes a little longer. ');
      expect((await slack.waitForMessage({ ...place, since, matches: isAnswer })).text).toMatch(
        /^\w+ · \d+ followers? /,
      );
      expect(await app.ended).toBe(0);
      expect(app.stderr()).toBe('');
      expect(app.stdout()).not.toContain('nothing handles');
    },
    TIME_LIMIT_MS,
  );
});

describePostgres('a digest that is being saved', (newStore) => {
  test.each(['http', 'socket'] as const)(
    'when the process is told to stop is saved, also after its late answer (%s)',
    async (mode) => {
      const { slack, start, ready } = world;
      const store = await newStore();
      const url = 'url' in store ? store.url : '';
      const app = start(mode, { DATABASE_URL: url });
      await ready(app, mode);
      await openForm({ slack } as World);
      await slack.fillIn({ personId: PEOPLE.admin, values: SAVED });

      const unlock = await lockGrants(url);
      await slack.submitModal(PEOPLE.admin);
      expect(Object.values(slack.modalOf(PEOPLE.admin)?.errors ?? {}).join()).toContain('Press Save again');
      app.kill('SIGTERM');
      // It has begun to stop when it takes no more.
      await expect
        .poll(async () => (await slack.type({ ...place, text: '/followstats help' })).error, PATIENT)
        .toBeTruthy();
      await unlock();
      expect(await app.ended).toBe(0);
      const after = await openStore(store);
      const saved = await after.digests.all().finally(after.close);
      expect(saved.readable.map(({ title }) => title)).toEqual([SAVED.title]);
    },
    TIME_LIMIT_MS,
  );
});

/** Keeps the app from reading who may do what, and with it every question and save, until it is unlocked. */
async function lockGrants(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('begin');
  await client.query('lock table grants in access exclusive mode');
  return async () => {
    await client.query('commit');
    await client.end();
  };
}
