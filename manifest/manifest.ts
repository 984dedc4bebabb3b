import { COMMAND, EVENTS, EVENTS_PATH, SHORTCUT_NAME, SHORTCUTS } from '../src/slack/names.ts';

interface Scope {
  readonly scope: string;
  /** An optional scope may be left out; `why` says what is then missing. */
  readonly isOptional: boolean;
  readonly why: string;
}

/** Every scope the app asks for, and why. manifest/README.md shows the same table. */
export const SCOPES: readonly Scope[] = [
  { scope: 'commands', isOptional: false, why: `Offers \`${COMMAND}\` and the shortcut *${SHORTCUT_NAME}*.` },
  {
    scope: 'chat:write',
    isOptional: false,
    why: 'Posts digests, and tells their owners of trouble. Answers by `chat.postEphemeral`, or in a direct message, when the response URL of a command is used up or out of order.',
  },
  {
    scope: 'users:read',
    isOptional: false,
    why: 'Tells full members from guests and people of other workspaces, and gives the locale that numbers are written in. Without it only people who are named themselves are let in.',
  },
  {
    scope: 'usergroups:read',
    isOptional: true,
    why: 'Lets in the members of user groups named in `FOLLOWSTATS_VIEWERS` or by `allow`, and looks up the members of a mentioned group. Without it such a rule lets nobody in, and `allow` and such a mention say so.',
  },
  {
    scope: 'files:write',
    isOptional: true,
    why: 'Uploads the CSV of an answer that is longer than a Slack table. Without it the CSV button says so.',
  },
  {
    scope: 'im:write',
    isOptional: true,
    why: 'Opens the direct message the CSV goes to, and tells a person’s own direct messages with the app from other people’s. Without it a digest can’t be pointed at direct messages.',
  },
  {
    scope: 'channels:read',
    isOptional: true,
    why: 'Tells whether the person who points a digest at a channel may read it: a public one, or one they are in. Without it a digest can’t be pointed at a public channel.',
  },
  { scope: 'groups:read', isOptional: true, why: 'The same for private channels.' },
  {
    scope: 'channels:history',
    isOptional: true,
    why: 'Finds out by itself whether a digest is in its channel when Slack’s answer to the post was lost. Without it the owner is asked.',
  },
  { scope: 'groups:history', isOptional: true, why: 'The same in private channels.' },
  { scope: 'im:history', isOptional: true, why: 'The same in direct messages with the app.' },
];

/**
 * The app as Slack is told of it.
 * @param origin where Slack reaches the app over HTTP, `https://host`; without it the app uses Socket Mode
 */
export function createManifest(origin?: string) {
  const url = origin && new URL(EVENTS_PATH, origin).href;
  const bot = SCOPES.map(({ scope }) => scope);
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'followstats',
      description: 'Follower counts of Tencent Cloud Chat accounts',
      background_color: '#1d3b4f',
    },
    features: {
      // Direct messages reach nobody without the messages tab; commands can be typed in it, too.
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'followstats', always_online: true },
      shortcuts: [
        {
          name: SHORTCUT_NAME,
          type: 'message' as const,
          callback_id: SHORTCUTS.mentions,
          description: 'Follower counts of whoever a message mentions, and of its author',
        },
      ],
      slash_commands: [
        {
          command: COMMAND,
          description: 'Look up follower, following and mutual counts',
          usage_hint: 'alice @person list:creators … | history | list | link | digest | help',
          should_escape: true,
          ...(url && { url }),
        },
      ],
    },
    oauth_config: {
      scopes: { bot, bot_optional: SCOPES.filter(({ isOptional }) => isOptional).map(({ scope }) => scope) },
    },
    settings: {
      event_subscriptions: { ...(url && { request_url: url }), bot_events: Object.values(EVENTS) },
      interactivity: { is_enabled: true, ...(url && { request_url: url, message_menu_options_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}
