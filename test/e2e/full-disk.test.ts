import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createChatServer } from '../../src/demo/chat/server.ts';
import { seedWorkspace } from '../../src/demo/slack/seed.ts';
import { createWorkspace } from '../../src/demo/slack/workspace.ts';
import { openStore } from '../../src/store/open.ts';
import { appEnv } from './app-env.ts';
import { runNode } from './node-process.ts';
import { CHANNELS, PEOPLE, SECRET_KEY } from './world.ts';

/**
 * Blocks of 512 bytes that any one file may have: more than SQLite's 32 KiB of shared memory, less than the log of a few
 * commands. To a process, a file that may not grow is what a full disk is.
 */
const MOST_BLOCKS = 80;

test('a disk that has no room left makes the app unready at the first write that fails, and says why; it still answers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-'));
  const chat = await createChatServer({
    sdkAppId: 1400000000,
    secretKey: SECRET_KEY,
    admins: ['administrator'],
    accounts: ['alice', 'bob'],
    follows: [],
  });
  const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8');
  const slack = await createWorkspace({ ...seedWorkspace(), manifest });
  onTestFinished(async () => {
    await Promise.all([chat.close(), slack.close()]);
    rmSync(folder, { recursive: true, force: true });
  });
  // Its tables are there: making them would need more room than there is.
  await (await openStore({ kind: 'sqlite', folder })).close();

  const app = runNode(
    'src/main.ts',
    [],
    {
      ...appEnv({ slack, chat, dataFolder: folder }),
      FOLLOWSTATS_VIEWERS: PEOPLE.viewer,
    },
    tmpdir(),
    MOST_BLOCKS,
  );
  const [, port] = await app.says(/"port":(\d+).*"ready"/);
  const url = `http://127.0.0.1:${port}`;
  slack.setRequestUrl(`${url}/slack/events`);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);

  let isTold = false;
  const told = app.says(/"reason":"([^"]+)".*the store cannot be used; not ready until it can/).then((match) => {
    isTold = true;
    return match;
  });
  // Each leaves an entry in the audit log.
  while (!isTold) {
    const place = { personId: PEOPLE.viewer, channelId: CHANNELS.community, since: slack.mark() };
    await slack.type({ ...place, text: '/followstats alice' });
    expect((await slack.waitForMessage(place)).text).toMatch(/^\w+ · \d+ followers? /);
  }
  const [, reason] = await told;
  expect(reason).toBe("the store failed: SQLite's 778 (disk I/O error)");
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  app.kill('SIGTERM');
  expect(await app.ended).toBe(0);
});
