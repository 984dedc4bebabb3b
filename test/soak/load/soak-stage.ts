import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderManifest } from '../../../manifest/render.ts';
import { type ChatServer, createChatServer } from '../../../src/demo/chat/server.ts';
import { createWorkspace } from '../../../src/demo/slack/workspace.ts';
import type { Workspace } from '../../../src/demo/slack/workspace-types.ts';
import { appEnv, SDK_APP_ID, SECRET_KEY } from '../../e2e/app-env.ts';
import { type Asker, crowdOf } from './crowd.ts';

/** The two stand-ins, in this process; the app runs in others. */
export interface SoakStage {
  readonly chat: ChatServer;
  readonly slack: Workspace;
  readonly askers: readonly Asker[];
  /** Accounts that Chat has, but for the stars. */
  readonly accounts: readonly string[];
  /** An app's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Where the app keeps its embedded store. */
  readonly dataFolder: string;
  close(): Promise<void>;
}

interface Options {
  readonly people: number;
  readonly accounts: number;
  /** Of each Chat command; Chat itself takes a quarter more. */
  readonly callsPerSecond: number;
  readonly webhookToken: string;
}

const STARS = ['star_0', 'star_1', 'star_2'];
const FANS = 3000;
const LATENCY_MS = 30;

/** Opens both stand-ins with a crowd and many accounts. */
export async function openSoakStage({
  people,
  accounts: count,
  callsPerSecond,
  webhookToken,
}: Options): Promise<SoakStage> {
  const accounts = Array.from({ length: count }, (_, n) => `user_${String(n).padStart(6, '0')}`);
  const chat = await createChatServer({
    ...{ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY, admins: ['administrator'] },
    accounts: [...accounts, ...STARS],
    follows: [],
    audience: (id) => (STARS.includes(id) ? FANS : 0),
    latencyMs: () => LATENCY_MS,
    maxCallsPerSecond: Math.round(callsPerSecond / 0.8),
  });
  const crowd = crowdOf(people);
  const manifest = renderManifest('https://followstats.example');
  const slack = await createWorkspace({ ...crowd.workspace, manifest });
  const dataFolder = mkdtempSync(join(tmpdir(), 'followstats-soak-'));
  return {
    ...{ chat, slack, accounts, dataFolder },
    askers: crowd.askers,
    env: {
      ...appEnv({ slack, chat, dataFolder }),
      FOLLOWSTATS_ADMINS: crowd.askers.map(({ personId }) => personId).join(','),
      TENCENT_MAX_CALLS_PER_SECOND: String(callsPerSecond),
      TENCENT_WEBHOOK_TOKEN: webhookToken,
      LOG_LEVEL: 'warn',
    },
    async close() {
      await Promise.all([chat.close(), slack.close()]);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
