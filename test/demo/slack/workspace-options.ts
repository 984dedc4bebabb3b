import { BOT_USER_ID } from '../../../src/demo/slack/installed-app.ts';
import type { Person } from '../../../src/demo/slack/types.ts';
import type { WorkspaceOptions } from '../../../src/demo/slack/workspace-types.ts';

const ALL_SCOPES = [
  'commands',
  'chat:write',
  'users:read',
  'usergroups:read',
  'files:write',
  'im:write',
  'chat:write.public',
];

interface ManifestOptions {
  readonly scopes?: readonly string[];
  /** Where external selects get their options over HTTP; '' for a manifest that names none. */
  readonly optionsUrl?: string;
  readonly events?: readonly string[];
}

export function manifestWith({
  scopes = ALL_SCOPES,
  optionsUrl = 'https://bot.example/slack/events',
  events = [],
}: ManifestOptions = {}): string {
  return `
display_information: { name: followstats }
features:
  slash_commands:
    - { command: /followstats, description: Look up, usage_hint: WHO…, should_escape: true }
    - { command: /plain, description: As it was typed }
  shortcuts:
    - { name: Look up follow stats, type: message, callback_id: look_up, description: Who is mentioned }
oauth_config: { scopes: { bot: ${JSON.stringify(scopes)} } }
settings:
  event_subscriptions: { bot_events: ${JSON.stringify(events)} }
  interactivity: { is_enabled: true${optionsUrl && `, message_menu_options_url: "${optionsUrl}"`} }
`;
}

const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id,
  name,
  realName: name.toUpperCase(),
  note: '',
  kind: 'member',
  locale: 'en-US',
  timeZone: 'Asia/Shanghai',
  ...more,
});

export const ANA = person('U0ANA', 'ana', { locale: 'zh-CN' });
export const BO = person('U0BO', 'bo');
export const GUS = person('U0GUS', 'gus', { kind: 'guest', timeZone: 'America/Los_Angeles' });
export const SAM = person('U0SAM', 'sam', { kind: 'stranger' });
/** A stranger who shares no channel with the app. */
export const FAR = person('U0FAR', 'far', { kind: 'stranger' });

export const OPEN = 'C0OPEN';
export const CLOSED = 'C0CLOSED';
export const UNINVITED = 'C0UNINVITED';
export const HIDDEN = 'C0HIDDEN';
export const ARCHIVED = 'C0ARCHIVED';

/** A workspace with every sort of person and channel. */
export function workspaceOptions(): WorkspaceOptions {
  const everyone = [ANA, BO, GUS, SAM].map(({ id }) => id);
  return {
    people: [ANA, BO, GUS, SAM, FAR],
    channels: [
      { id: OPEN, name: 'open', isPrivate: false, memberIds: [...everyone, BOT_USER_ID] },
      { id: CLOSED, name: 'closed', isPrivate: true, memberIds: [ANA.id, BOT_USER_ID] },
      { id: UNINVITED, name: 'uninvited', isPrivate: false, memberIds: [ANA.id] },
      { id: HIDDEN, name: 'hidden', isPrivate: true, memberIds: [ANA.id] },
      { id: ARCHIVED, name: 'archived', isPrivate: false, isArchived: true, memberIds: [ANA.id, BOT_USER_ID] },
    ],
    userGroups: [{ id: 'S0OPS', handle: 'ops', name: 'Ops', memberIds: [ANA.id, BO.id] }],
    credentials: { teamId: 'T0TEAM', botToken: 'xoxb-test', appToken: 'xapp-test', signingSecret: 'a'.repeat(32) },
    manifest: manifestWith(),
  };
}
