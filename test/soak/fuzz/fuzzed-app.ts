import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChatServer } from '../../../src/demo/chat/server.ts';
import { seedWorkspace } from '../../../src/demo/slack/seed.ts';
import { createWorkspace } from '../../../src/demo/slack/workspace.ts';
import type { Workspace } from '../../../src/demo/slack/workspace-types.ts';
import { appEnv, SDK_APP_ID, SECRET_KEY } from '../../e2e/app-env.ts';
import { runNode } from '../../e2e/node-process.ts';
import { ADMIN } from './doors.ts';

/** The app as a process of its own, so that its end and its memory can be seen. */
export interface FuzzedApp {
  readonly slack: Workspace;
  readonly url: string;
  /** Resident memory, bytes. Linux only. */
  memory(): number;
  /** What it wrote to stderr, and its exit code once it has ended: `undefined` while it runs. */
  ended(): { readonly code: number | null; readonly stderr: string } | undefined;
  /** Signs a form as Slack does, and resolves with the status. Rejects when there is no answer within `withinMs`. */
  send(form: Readonly<Record<string, string>>, withinMs: number): Promise<number>;
  close(): Promise<void>;
}

/** Starts the app between its two stand-ins; resolves once it is ready. */
export async function startFuzzedApp(mode: 'http' | 'socket'): Promise<FuzzedApp> {
  const chat = await createChatServer({
    sdkAppId: SDK_APP_ID,
    secretKey: SECRET_KEY,
    admins: ['administrator'],
    accounts: ['alice', 'bob'],
    follows: [['bob', 'alice']],
  });
  const manifest = readFileSync(new URL('../../../slack-manifest.yml', import.meta.url), 'utf8');
  const slack = await createWorkspace({ ...seedWorkspace(), manifest });
  const folder = mkdtempSync(join(tmpdir(), 'followstats-fuzz-'));
  const { signingSecret } = slack.credentials;
  const app = runNode('src/main.ts', [], {
    ...appEnv({ slack, chat, dataFolder: folder, mode }),
    TENCENT_MAX_CALLS_PER_SECOND: '200',
    FOLLOWSTATS_ADMINS: ADMIN,
    LOG_LEVEL: 'info',
  });
  let ended: { readonly code: number | null; readonly stderr: string } | undefined;
  void app.ended.then((code) => {
    ended = { code, stderr: app.stderr() };
  });
  const [, port = ''] = await app.says(/"port":(\d+).*"ready"/);
  return {
    slack,
    url: `http://127.0.0.1:${port}`,
    memory: () => Number(readFileSync(`/proc/${app.pid}/statm`, 'utf8').split(' ')[1]) * 4096,
    ended: () => ended,
    async send(form, withinMs) {
      const body = new URLSearchParams(form).toString();
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
      const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signature}`,
        },
        body,
        signal: AbortSignal.timeout(withinMs),
      });
      await response.arrayBuffer();
      return response.status;
    },
    async close() {
      app.kill('SIGTERM');
      await app.ended;
      await Promise.all([chat.close(), slack.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
