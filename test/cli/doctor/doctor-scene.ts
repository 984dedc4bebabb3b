import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { renderManifest } from '../../../manifest/render.ts';
import { CHECK_IDS, type Check, type CheckId, type CheckStatus } from '../../../src/cli/doctor/check.ts';
import { type DoctorSeams, runDoctor } from '../../../src/cli/doctor/run-doctor.ts';
import { type ChatServer, type ChatServerOptions, createChatServer } from '../../../src/demo/chat/server.ts';
import { seedWorkspace } from '../../../src/demo/slack/seed.ts';
import { createWorkspace } from '../../../src/demo/slack/workspace.ts';
import type { Workspace, WorkspaceOptions } from '../../../src/demo/slack/workspace-types.ts';
import { appEnv, SDK_APP_ID, SECRET_KEY } from '../../e2e/app-env.ts';
import { temporaryFolder } from '../../store/new-store.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface SceneOptions {
  readonly mode?: 'http' | 'socket';
  readonly chat?: Partial<ChatServerOptions>;
  readonly slack?: Partial<Pick<WorkspaceOptions, 'withoutScopes' | 'manifest'>>;
}

/** Both stand-ins and a folder for the store, for the running test. */
export interface Scene {
  readonly chat: ChatServer;
  readonly slack: Workspace;
  /** That doesn't exist yet. */
  readonly folder: string;
  readonly env: Environment;
  /** Runs the doctor with these changes of the environment, and looks at what all doctors must keep to. */
  examine(changes?: Environment, seams?: DoctorSeams, fileFaults?: readonly string[]): Promise<readonly Check[]>;
}

/** Short enough for what hangs, and long enough for two busy cores. */
const TIMES = { slackMs: 1500, chatMs: 1500, appMs: 1500, groupMs: 8000 };

export async function createScene({
  mode = 'socket',
  chat: chatOptions,
  slack: slackOptions,
}: SceneOptions = {}): Promise<Scene> {
  const chat = await createChatServer({
    sdkAppId: SDK_APP_ID,
    secretKey: SECRET_KEY,
    admins: ['administrator'],
    accounts: ['alice'],
    follows: [],
    ...chatOptions,
  });
  onTestFinished(() => chat.close());
  const origin = mode === 'http' ? 'https://followstats.example' : undefined;
  const slack = await createWorkspace({ ...seedWorkspace(), manifest: renderManifest(origin), ...slackOptions });
  onTestFinished(() => slack.close());
  const folder = join(temporaryFolder(), 'data');
  const env = { ...appEnv({ slack, chat, dataFolder: folder, mode }), FOLLOWSTATS_ADMINS: 'U0ANDERS001' };

  return {
    chat,
    slack,
    folder,
    env,
    async examine(changes = {}, seams = {}, fileFaults = []) {
      const environment: Environment = { ...env, ...changes };
      const checks = await runDoctor({
        environment,
        fileFaults,
        seams: { ...seams, times: { ...TIMES, ...seams.times } },
      });
      assertForm(checks);
      const { botToken, appToken, signingSecret } = slack.credentials;
      const passwords = [environment.DATABASE_URL, environment.HTTP_PROXY].flatMap((url) =>
        url && URL.canParse(url) && new URL(url).password ? [new URL(url).password] : [],
      );
      const signatures = chat.calls.map(({ usersig }) => usersig).filter(Boolean);
      const secrets = [
        botToken,
        appToken,
        signingSecret,
        SECRET_KEY,
        environment.TENCENT_SECRET_KEY,
        ...passwords,
        ...signatures,
      ];
      const leaked = secrets.filter((secret) => secret && JSON.stringify(checks).includes(secret));
      if (leaked.length > 0) throw new Error(`the doctor told a secret: ${leaked.join()}`);
      return checks;
    },
  };
}

/** Every id once, in its order; a failure with its fix, and nothing that is fine with one. */
function assertForm(checks: readonly Check[]): void {
  if (checks.map(({ id }) => id).join() !== CHECK_IDS.join()) throw new Error('ids are missing, or in another order');
  for (const { id, status, what, fix } of checks) {
    const hasFix = fix !== null && /\.$/.test(fix);
    if (!what.split('\n').every((line) => /^.+[.]$/.test(line)) || hasFix !== (status === 'warn' || status === 'fail'))
      throw new Error(`${id} is not put right: ${what} ${fix}`);
  }
}

/** What isn't fine, by id: its status. What was skipped isn't in it. */
export function troubleOf(checks: readonly Check[]): Partial<Record<CheckId, CheckStatus>> {
  const trouble = checks.filter(({ status }) => status === 'warn' || status === 'fail');
  return Object.fromEntries(trouble.map(({ id, status }) => [id, status]));
}

export function checkOf(checks: readonly Check[], id: CheckId): Check {
  return checks.find((check) => check.id === id) as Check;
}

/** A server of any kind, for the running test. @returns its address without a slash at the end */
export async function serve(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listenOn(createServer(listener))}`;
}

/** A port that takes connections and never says a word. @returns it */
export async function silentPort(): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => sockets.add(socket.on('error', () => {})));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return listenOn(server as Server);
}

/** @returns the port */
export async function listenOn(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections?.();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
