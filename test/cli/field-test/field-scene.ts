import { onTestFinished } from 'vitest';
import { renderManifest } from '../../../manifest/render.ts';
import { readOptions } from '../../../src/cli/field-test/read-options.ts';
import { type FieldTestSeams, runFieldTest } from '../../../src/cli/field-test/run-field-test.ts';
import { readConfig } from '../../../src/config.ts';
import { type ChatServer, type ChatServerOptions, createChatServer } from '../../../src/demo/chat/server.ts';
import { seedWorkspace } from '../../../src/demo/slack/seed.ts';
import type { Message } from '../../../src/demo/slack/types.ts';
import { createWorkspace } from '../../../src/demo/slack/workspace.ts';
import type { Workspace, WorkspaceOptions } from '../../../src/demo/slack/workspace-types.ts';
import type { FieldReport, Trial } from '../../../src/field-report.ts';
import { systemTimers, type Timers } from '../../../src/timers.ts';
import { appEnv, SDK_APP_ID, SECRET_KEY } from '../../e2e/app-env.ts';
import { CHANNELS, PEOPLE } from '../../e2e/world.ts';
import { freePort } from '../../free-port.ts';
import { temporaryFolder } from '../../store/new-store.ts';

/** What the command is given. */
export const ARGS = ['--channel', CHANNELS.community, '--accounts', 'alice,bob,ghost'] as const;

export interface FieldSceneOptions {
  readonly mode?: 'http' | 'socket';
  readonly chat?: Partial<ChatServerOptions>;
  readonly slack?: Partial<WorkspaceOptions>;
  /** FOLLOWSTATS_ADMINS; by default the admin of the workspace. */
  readonly admins?: string;
}

/** Both stand-ins, for the running test. */
export interface FieldScene {
  readonly chat: ChatServer;
  readonly slack: Workspace;
  readonly env: Readonly<Record<string, string>>;
  /** Runs the field test in this process; without `person` no button is pressed. */
  run(options?: RunOptions): Promise<FieldReport>;
}

interface RunOptions {
  /** What people do once they are asked. */
  readonly person?: (slack: Workspace) => Promise<void>;
  readonly signal?: AbortSignal;
  readonly seams?: FieldTestSeams;
}

/** A minute passes at once, and nothing else does. */
export const IMPATIENT: Timers = {
  ...systemTimers,
  sleep: (ms, signal) => (ms === 60_000 ? Promise.resolve() : systemTimers.sleep(ms, signal)),
};

export async function createFieldScene({
  mode = 'http',
  chat: chatOptions,
  slack: slackOptions,
  admins = PEOPLE.admin,
}: FieldSceneOptions = {}) {
  const chat = await createChatServer({
    sdkAppId: SDK_APP_ID,
    secretKey: SECRET_KEY,
    admins: ['administrator'],
    accounts: ['alice', 'bob'],
    follows: [
      ['alice', 'bob'],
      ['bob', 'alice'],
    ],
    ...chatOptions,
  });
  onTestFinished(() => chat.close());
  const origin = mode === 'http' ? 'https://followstats.example' : undefined;
  const slack = await createWorkspace({ ...seedWorkspace(), manifest: renderManifest(origin), ...slackOptions });
  onTestFinished(() => slack.close());
  const port = await freePort();
  if (mode === 'http') slack.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  const dataFolder = temporaryFolder();
  const env = { ...appEnv({ slack, chat, dataFolder, mode }), PORT: String(port), FOLLOWSTATS_ADMINS: admins };

  return {
    chat,
    slack,
    env,
    async run({ person, signal = new AbortController().signal, seams = {} }: RunOptions = {}) {
      const pressing: Promise<void>[] = [];
      const report = await runFieldTest({
        config: readConfig(env),
        options: readOptions(ARGS),
        signal,
        onAsk: () => void (person && pressing.push(person(slack))),
        seams: { timers: person ? systemTimers : IMPATIENT, ...seams },
      });
      await Promise.all(pressing);
      return report;
    },
  } satisfies FieldScene;
}

/** Does all that the test asks a person for, and last says that this was all. */
export async function pressAll(slack: Workspace): Promise<void> {
  const personId = PEOPLE.viewer;
  const place = { personId, channelId: CHANNELS.community };
  const asking = find(slack, 'please press');
  await slack.useShortcut({ ...place, ts: asking.ts, callbackId: 'followstats_lookup_mentions' });
  await slack.type({ ...place, text: '/followstats a@b.example foo.example' });
  await slack.press({ ...place, ts: asking.ts, actionId: 'followstats_field_test:try' });
  await slack.waitForModal({
    personId,
    timeoutMs: 30_000,
    matches: ({ blocks }) => JSON.stringify(blocks).includes(':push'),
  });
  await slack.pressInView({ personId, actionId: 'followstats_field_test:push' });
  const again = await slack.waitForMessage({
    ...place,
    timeoutMs: 30_000,
    matches: ({ text }) => text.includes('Press once more'),
  });
  await slack.press({ ...place, ts: again.ts, actionId: 'followstats_field_test:again' });
}

function find(slack: Workspace, words: string): Message {
  const message = slack.messagesFor(PEOPLE.viewer, CHANNELS.community).find(({ text }) => text.includes(words));
  if (!message) throw new Error(`no message says ${words}`);
  return message;
}

/** What a report says of its trials: all but the sentences. By id. */
export function outcomesOf({
  trials,
}: Pick<FieldReport, 'trials'>): Readonly<Record<string, Omit<Trial, 'id' | 'tried' | 'detail'>>> {
  return Object.fromEntries(trials.map(({ id, tried: _, detail: __, ...rest }) => [id, rest]));
}
