import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type AppProcess, startAppProcess } from './app-process.ts';
import { createListedAudience, datedFollows } from './chat/demo-audience.ts';
import { demoNickname } from './chat/nicknames.ts';
import { demoAccounts } from './chat/seed.ts';
import { type ChatServer, createChatServer } from './chat/server.ts';
import { createDemoClock } from './clock.ts';
import type { DemoTime } from './demo-time.ts';
import type { FieldRules } from './field-rules.ts';
import { liveAudience } from './live-audience.ts';
import { seedWorkspace } from './slack/seed.ts';
import type { Person } from './slack/types.ts';
import { createWorkspace } from './slack/workspace.ts';
import type { Workspace } from './slack/workspace-types.ts';
import { createDemoTime } from './slot-stops.ts';

/** The whole demo, running: both stand-ins and the real app between them. */
export interface Stage {
  readonly chat: ChatServer;
  readonly workspace: Workspace;
  readonly app: AppProcess;
  /** By which Slack and the app go, and the followers of Chat's accounts. */
  readonly time: DemoTime;
  /** Lets the clock go on until all counts that the app has cached are too old. Resolves once the app goes by it. */
  outdateCounts(): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  readonly mode: 'http' | 'socket';
  readonly onLog: (line: string) => void;
  /** How far the clock is behind the machine's at first, milliseconds; by default not at all. */
  readonly behindMs?: number;
  /** How Slack and Chat were seen to behave; by default as their documents say. */
  readonly rules?: FieldRules | undefined;
  /** Whether the app's store holds a year of counts when the app starts; by default it is empty. */
  readonly hasHistory?: boolean;
}

/** Morning is morning for whom the page shows first, too. */
const MOVED: Readonly<Record<string, Pick<Person, 'timeZone'>>> = { maya: { timeZone: 'Europe/London' } };
const SDK_APP_ID = 1400000000;
const CACHE_SECONDS = 60;
const KNOWN_MS = 2 * 86_400_000;
const TOP = fileURLToPath(new URL('../../', import.meta.url));
/** The host is none: Slack goes to where the app of the demo listens. */
const HTTP_ORIGIN = 'https://followstats.example';

/** Opens the demo. Rejects when the app doesn't start; then nothing is left open. */
export async function openStage({ mode, onLog, behindMs = 0, hasHistory = false, rules }: Options): Promise<Stage> {
  const secretKey = randomBytes(32).toString('hex');
  const webhookToken = randomBytes(16).toString('hex');
  const present = Date.now();
  const clock = createDemoClock(Date.now, -behindMs);
  const chat = await createChatServer({
    sdkAppId: SDK_APP_ID,
    secretKey,
    admins: ['administrator'],
    accounts: demoAccounts,
    follows: datedFollows(present),
    audience: createListedAudience(present, clock.now),
    nicknameOf: demoNickname,
    eventsNow: clock.now,
    ...(rules && { answerRules: rules.answerRules }),
    // Its `now` stays the machine's: the library that makes the app's signatures asks that itself.
  });
  const seed = seedWorkspace();
  const workspace = await createWorkspace({
    ...seed,
    people: seed.people.map((person) => ({ ...person, ...MOVED[person.name] })),
    manifest: await readManifest(mode),
    now: clock.now,
    ...(rules && { contentRules: rules.contentRules }),
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
      TENCENT_WEBHOOK_TOKEN: webhookToken,
      DATA_DIR: dataFolder,
      CACHE_TTL_SECONDS: String(CACHE_SECONDS),
    };
    // Without a past to live through the app hears of the last days now, and has heard of them then.
    const heardSince = behindMs > 0 ? undefined : present - KNOWN_MS;
    const app = await startAppProcess({
      env,
      onLog,
      aheadMs: clock.aheadMs(),
      historyUntil: hasHistory ? present : undefined,
      heardSince,
    });
    clock.onMove(app.moveClock);
    chat.sendWebhooksTo({ url: `http://127.0.0.1:${app.port}/tencent/webhook`, token: webhookToken });
    await liveAudience({ chat, clock, present, since: heardSince ?? clock.now() });
    if (mode === 'http') workspace.setRequestUrl(`http://127.0.0.1:${app.port}/slack/events`);
    return {
      chat,
      workspace,
      app,
      time: createDemoTime({ clock, app }),
      outdateCounts: () => clock.move((CACHE_SECONDS + 1) * 1000),
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
async function readManifest(mode: Options['mode']): Promise<string> {
  if (mode === 'socket') return readFileSync(join(TOP, 'slack-manifest.yml'), 'utf8');
  const script = [join(TOP, 'manifest/render.ts'), '--url', HTTP_ORIGIN];
  const { stdout } = await promisify(execFile)(process.execPath, script);
  return stdout;
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
