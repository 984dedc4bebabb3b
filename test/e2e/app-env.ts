import type { Workspace } from '../../src/demo/slack/workspace-types.ts';

export type Mode = 'http' | 'socket';

export const SDK_APP_ID = 1400000000;
/** Must never leave the app: all that does is searched for it at the end of every world. */
export const SECRET_KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e';

interface Between {
  readonly slack: Pick<Workspace, 'credentials' | 'apiUrl'>;
  readonly chat: { readonly url: string };
  readonly dataFolder: string;
  readonly mode?: Mode;
}

/** The environment of an app between the two stand-ins, on loopback and a free port; who may do what isn't in it. */
export function appEnv({ slack, chat, dataFolder, mode = 'http' }: Between): Readonly<Record<string, string>> {
  const { botToken, appToken, signingSecret } = slack.credentials;
  return {
    SLACK_BOT_TOKEN: botToken,
    ...(mode === 'socket' ? { SLACK_APP_TOKEN: appToken } : { SLACK_SIGNING_SECRET: signingSecret }),
    SLACK_API_URL: slack.apiUrl,
    TENCENT_SDK_APP_ID: String(SDK_APP_ID),
    TENCENT_SECRET_KEY: SECRET_KEY,
    TENCENT_BASE_URL: chat.url,
    DATA_DIR: dataFolder,
    HOST: '127.0.0.1',
    PORT: '0',
  };
}
