import { readFileSync } from 'node:fs';
import { type Config, readConfig } from '../../src/config.ts';
import type { FollowChange } from '../../src/demo/chat/follow-change.ts';
import { type AssembledWorkspace, assembleWorkspace } from '../../src/demo/slack/assemble-workspace.ts';
import type { AppLink } from '../../src/demo/slack/delivery/delivery.ts';
import type { Chance } from './kernel/chance.ts';
import type { VirtualTime } from './kernel/virtual-time.ts';
import { createChat, type SimulatedChat } from './parts/chat.ts';
import type { Weather } from './parts/weather.ts';
import { ACCOUNTS, CAST, CHANNELS, CROWD, FANS, PEOPLE, STARS } from './people/cast.ts';

interface Options {
  /** Credentials are drawn from it. */
  readonly chance: Chance;
  readonly time: VirtualTime;
  readonly weather: Pick<Weather, 'clocks' | 'chatFault'>;
  /** Makes what brings Chat's webhooks to the app. */
  readonly webhooksWith: (signedBy: { readonly sdkAppId: number; readonly token: string }) => SimulatedWebhooks;
  /** Makes what brings Slack's requests to the app, signed with this secret. */
  readonly linkWith: (signingSecret: string) => AppLink;
}

/** The app as it is installed: its workspace, its Chat app, and the configuration that names both. */
export interface Installation {
  readonly slack: AssembledWorkspace;
  readonly chat: SimulatedChat;
  readonly config: Config;
  /** Every credential of it: none may be seen. */
  readonly secrets: readonly string[];
}

/** Takes what one account began or ended in one go. */
export type SimulatedWebhooks = (change: FollowChange) => void;

/** Calls a second that the app may make to Chat. */
export const CALLS_PER_SECOND = 5;
/** Where the workspace is reached; without a path. */
export const SLACK_ADDRESS = 'http://slack.test';

const SDK_APP_ID = 1400000000;
/** Chat itself takes more than the app allows itself, as by default. */
const CHAT_CALLS_PER_SECOND = Math.ceil(CALLS_PER_SECOND / 0.8);
const MANIFEST = new URL('../../slack-manifest.yml', import.meta.url);

/** Installs the app for the people of the cast, with credentials of the seed's. */
export function install({ chance, time, weather, linkWith, webhooksWith }: Options): Installation {
  const secret = (length: number, of = chance) => Array.from({ length }, () => of.whole(0, 15).toString(16)).join('');
  const credentials = {
    teamId: 'T0NORTHWIND',
    botToken: `xoxb-${secret(32)}`,
    appToken: `xapp-${secret(32)}`,
    signingSecret: secret(32),
  };
  const secretKey = secret(64);
  const webhookToken = secret(32, chance.fork('webhooks'));
  const slack = assembleWorkspace({
    people: PEOPLE,
    channels: CHANNELS,
    userGroups: [],
    credentials,
    manifest: readFileSync(MANIFEST, 'utf8'),
    now: () => time.now() + weather.clocks.slack,
    address: SLACK_ADDRESS,
    link: linkWith(credentials.signingSecret),
    elapsedMs: time.elapsed,
    keptCalls: 0,
  });
  const chat = createChat({
    sdkAppId: SDK_APP_ID,
    secretKey,
    accounts: [...ACCOUNTS, ...CROWD],
    stars: STARS,
    fans: FANS,
    maxCallsPerSecond: CHAT_CALLS_PER_SECOND,
    chance: chance.fork('chat'),
    weather,
    onChange: webhooksWith({ sdkAppId: SDK_APP_ID, token: webhookToken }),
    now: time.now,
  });
  const config = readConfig({
    SLACK_BOT_TOKEN: credentials.botToken,
    SLACK_SIGNING_SECRET: credentials.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    TENCENT_SDK_APP_ID: String(SDK_APP_ID),
    TENCENT_SECRET_KEY: secretKey,
    TENCENT_WEBHOOK_TOKEN: webhookToken,
    TENCENT_BASE_URL: 'http://chat.test',
    TENCENT_MAX_CALLS_PER_SECOND: String(CALLS_PER_SECOND),
    // More than there are accounts, and no more: replicas start often, and a cache takes its whole memory at once.
    CACHE_MAX_ACCOUNTS: '500',
    FOLLOWSTATS_ADMINS: CAST.anders.id,
    FOLLOWSTATS_VIEWERS: CAST.maya.id,
  });
  const { botToken, appToken, signingSecret } = credentials;
  return { slack, chat, config, secrets: [botToken, appToken, signingSecret, secretKey, webhookToken] };
}
