import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AppProcess, startAppProcess } from './app-process.ts';
import { createGrowth } from './chat/growth.ts';
import { demoAccounts, demoFollows } from './chat/seed.ts';
import { type ChatServer, createChatServer } from './chat/server.ts';
import { createDemoClock, type DemoClock } from './clock.ts';
import { seedWorkspace } from './slack/seed.ts';
import { createWorkspace } from './slack/workspace.ts';
import type { Workspace } from './slack/workspace-types.ts';

/** The whole demo, running: both stand-ins and the real app between them. */
export interface Stage {
  readonly chat: ChatServer;
  readonly workspace: Workspace;
  readonly app: AppProcess;
  /** By which Slack and the app go; people follow each other while it does. */
  readonly clock: DemoClock;
  close(): Promise<void>;
}

interface Options {
  readonly mode: 'http' | 'socket';
  readonly onLog: (line: string) => void;
}

const SDK_APP_ID = 1400000000;
const TOP = fileURLToPath(new URL('../../', import.meta.url));
/** The host is none: Slack goes to where the app of the demo listens. */
const HTTP_ORIGIN = 'https://followstats.example';

export async function openStage({ mode, onLog }: Options): Promise<Stage> {
  const secretKey = randomBytes(32).toString('hex');
  // Chat's counts hang on no clock, and the app's signatures are made by the machine's, which their library asks itself.
  const clock = createDemoClock();
  const chat = await createChatServer({
    sdkAppId: SDK_APP_ID,
    secretKey,
    admins: ['administrator'],
    accounts: demoAccounts,
    follows: demoFollows,
  });
  const workspace = await createWorkspace({
    ...seedWorkspace(),
    manifest: readManifest(mode),
    now: clock.now,
  });
  const dataFolder = mkdtempSync(join(tmpdir(), 'followstats-demo-'));
  async function clear(): Promise<void> {
    await Promise.all([chat.close(), workspace.close()]);
    rmSync(dataFolder, { recursive: true, force: true });
  }
  try {
    const env = {
      ...slackEnv(workspace, mode),
      TENCENT_SDK_APP_ID: String(SDK_APP_ID),
      TENCENT_SECRET_KEY: secretKey,
      TENCENT_BASE_URL: chat.url,
      DATA_DIR: dataFolder,
    };
    const app = await startAppProcess({ env, onLog });
    clock.onMove(createGrowth(chat, demoAccounts));
    clock.onMove(app.moveClock);
    if (mode === 'http') workspace.setRequestUrl(`http://127.0.0.1:${app.port}/slack/events`);
    return {
      chat,
      workspace,
      app,
      clock,
      async close() {
        await app.stop();
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** What the README says to paste. For HTTP it is printed by a script: its URLs hang on where the app is. */
function readManifest(mode: Options['mode']): string {
  if (mode === 'socket') return readFileSync(join(TOP, 'slack-manifest.yml'), 'utf8');
  const script = [join(TOP, 'manifest/render.ts'), '--url', HTTP_ORIGIN];
  return execFileSync(process.execPath, script, { encoding: 'utf8' });
}

/** The seeded people's notes say what they may do; this makes it true. The private channel is let in as a whole. */
function slackEnv({ credentials, apiUrl, people, channels }: Workspace, mode: Options['mode']): Record<string, string> {
  const idsOf = (word: string) => people.filter(({ note }) => note.startsWith(word)).map(({ id }) => id);
  return {
    SLACK_BOT_TOKEN: credentials.botToken,
    ...(mode === 'socket'
      ? { SLACK_APP_TOKEN: credentials.appToken }
      : { SLACK_SIGNING_SECRET: credentials.signingSecret }),
    SLACK_API_URL: apiUrl,
    FOLLOWSTATS_ADMINS: idsOf('admin').join(','),
    FOLLOWSTATS_VIEWERS: [...idsOf('viewer'), ...channels.filter((one) => one.isPrivate).map(({ id }) => id)].join(','),
    HOST: '127.0.0.1',
    PORT: '0',
  };
}
