import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChatServer, type ChatServerOptions, createChatServer } from '../../src/demo/chat/server.ts';
import { seedWorkspace } from '../../src/demo/slack/seed.ts';
import { createWorkspace } from '../../src/demo/slack/workspace.ts';
import type { Workspace } from '../../src/demo/slack/workspace-types.ts';
import { appEnv, type Mode, SECRET_KEY } from './app-env.ts';
import { type NodeProcess, runNode } from './node-process.ts';
import { PEOPLE } from './world.ts';

const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8');

/** The two stand-ins, and the app as processes of its own. */
export interface ProcessWorld {
  readonly chat: ChatServer;
  readonly slack: Workspace;
  /** Starts the app; `env` goes before the usual settings. */
  start(mode: Mode, env?: Readonly<Record<string, string>>): NodeProcess;
  /** Resolves with the address of its server once a process is ready and Slack reaches it. */
  ready(app: NodeProcess, mode: Mode): Promise<string>;
  /** Where the app keeps its embedded store. */
  readonly dataFolder: string;
  close(): Promise<void>;
}

/**
 * @param options what is different of the stand-in of Chat
 * @param main the app's file, from the project's root
 */
export async function createProcessWorld(
  options: Partial<ChatServerOptions> = {},
  main = 'src/main.ts',
): Promise<ProcessWorld> {
  const chat = await createChatServer({
    sdkAppId: 1400000000,
    secretKey: SECRET_KEY,
    admins: ['administrator'],
    accounts: ['alice', 'bob'],
    follows: [],
    ...options,
  });
  const slack = await createWorkspace({ ...seedWorkspace(), manifest });
  const dataFolder = mkdtempSync(join(tmpdir(), 'followstats-'));
  return {
    chat,
    slack,
    dataFolder,
    start: (mode, env = {}) =>
      runNode(main, [], {
        ...appEnv({ slack, chat, dataFolder, mode }),
        FOLLOWSTATS_ADMINS: PEOPLE.admin,
        FOLLOWSTATS_VIEWERS: PEOPLE.viewer,
        ...env,
      }),
    async ready(app, mode) {
      const [, port] = await app.says(/"port":(\d+).*"ready"/);
      const url = `http://127.0.0.1:${port}`;
      slack.setRequestUrl(mode === 'http' ? `${url}/slack/events` : undefined);
      return url;
    },
    async close() {
      await Promise.all([chat.close(), slack.close()]);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
