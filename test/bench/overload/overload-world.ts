import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderManifest } from '../../../manifest/render.ts';
import { type ChatServer, createChatServer } from '../../../src/demo/chat/server.ts';
import { seedWorkspace } from '../../../src/demo/slack/seed.ts';
import type { Person } from '../../../src/demo/slack/types.ts';
import { createWorkspace } from '../../../src/demo/slack/workspace.ts';
import { appEnv, SDK_APP_ID, SECRET_KEY } from '../../e2e/app-env.ts';
import { type CommandSender, createCommandSender, type TypedCommand } from './commands-from-slack.ts';
import { type MeasuredProcess, startMeasured } from './measured-process.ts';

const PEOPLE = 40;
const ACCOUNTS = 40_000;
const ACCOUNTS_EACH = 5;

/** The app, a bare Bolt app, and this process, which is Slack and Chat for both. */
export interface OverloadWorld {
  readonly chat: ChatServer;
  readonly app: MeasuredProcess;
  readonly bare: MeasuredProcess;
  readonly sender: CommandSender;
  close(): Promise<void>;
}

const accountsFrom = (first: number, count: number) => Array.from({ length: count }, (_, n) => `user_${first + n}`);

function makePeople(): readonly Person[] {
  return Array.from({ length: PEOPLE }, (_, n) => ({
    ...{ id: `U0BENCH${String(n).padStart(4, '0')}`, name: `person${n}`, realName: `Person ${n}`, note: 'viewer' },
    ...({ kind: 'member', locale: 'en-US', timeZone: 'Europe/London' } as const),
  }));
}

/** Opens it. */
export async function openOverloadWorld(): Promise<OverloadWorld> {
  const chat = await createChatServer({
    ...{
      sdkAppId: SDK_APP_ID,
      secretKey: SECRET_KEY,
      admins: ['administrator'],
      accounts: accountsFrom(0, ACCOUNTS),
      follows: [],
    },
  });
  const seed = seedWorkspace();
  const slack = await createWorkspace({
    ...seed,
    people: [...seed.people, ...makePeople()],
    manifest: renderManifest('https://followstats.example'),
  });
  const folder = mkdtempSync(join(tmpdir(), 'followstats-bench-'));
  const env = {
    ...appEnv({ slack, chat, dataFolder: folder }),
    ...{ FOLLOWSTATS_VIEWERS: '*', LOG_LEVEL: 'warn', CACHE_TTL_SECONDS: '3600' },
  };
  const app = await startMeasured(new URL('app-child.ts', import.meta.url), env);
  const bare = await startMeasured(new URL('bare-bolt.ts', import.meta.url), env);
  const { signingSecret, teamId } = slack.credentials;
  const sender = await createCommandSender({ signingSecret, teamId, appId: 'A0BENCH', channelId: 'C0COMMUNITY' });
  return {
    ...{ chat, app, bare, sender },
    async close() {
      await Promise.all([app.stop(), bare.stop()]);
      await Promise.all([chat.close(), slack.close(), sender.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param first of the accounts named: each command names five of them, in turn over `of` */
export function commandsOf(count: number, first: number, of: number): readonly TypedCommand[] {
  return Array.from({ length: count }, (_, n) => ({
    personId: `U0BENCH${String(n % PEOPLE).padStart(4, '0')}`,
    text: accountsFrom(first + ((n * ACCOUNTS_EACH) % of), ACCOUNTS_EACH).join(' '),
  }));
}
