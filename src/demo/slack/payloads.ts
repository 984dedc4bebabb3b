import type { Directory } from './directory.ts';
import type { FoundButton } from './find-button.ts';
import type { InstalledApp } from './installed-app.ts';
import type { JsonObject } from './json-values.ts';
import type { Channel, Message, Person } from './types.ts';

/** Who the payloads are about, and the app they go to. */
export interface PayloadContext {
  readonly app: InstalledApp;
  readonly directory: Directory;
  /** The deprecated verification token; apps must not trust it. */
  readonly verificationToken: string;
}

interface Answerable {
  readonly person: Person;
  readonly channel: Channel;
  readonly responseUrl: string;
  readonly triggerId: string;
}

/** The fields of a slash command. A stranger comes with the id and domain of their own team. */
export function toCommandPayload(
  { app, directory, verificationToken }: PayloadContext,
  { person, channel, responseUrl, triggerId, command, text }: Answerable & { command: string; text: string },
): JsonObject {
  const team = directory.teamOf(person);
  return {
    token: verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: toWireName(channel),
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: triggerId,
  };
}

/** The press of a button. The message itself is only included when others can see it too. */
export function toActionPayload(
  context: PayloadContext,
  press: Answerable & { message: Message; found: FoundButton; actionTs: string },
): JsonObject {
  const { app, directory, verificationToken } = context;
  const { person, channel, message, found, actionTs, responseUrl, triggerId } = press;
  const { team } = directory;
  const isEphemeral = message.visibleTo !== undefined;
  return {
    type: 'block_actions',
    user: { id: person.id, username: person.name, name: person.name, team_id: directory.teamOf(person).id },
    api_app_id: app.id,
    token: verificationToken,
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs && { thread_ts: message.threadTs }),
    },
    trigger_id: triggerId,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel.id, name: toWireName(channel) },
    ...(!isEphemeral && { message: toWireMessage(message, context) }),
    state: { values: {} },
    response_url: responseUrl,
    actions: [toAction(found, actionTs)],
  };
}

/** A message as payloads and answers hold it. */
export function toWireMessage(
  message: Message,
  { app, directory }: Pick<PayloadContext, 'app' | 'directory'>,
): JsonObject {
  const isOurs = message.authorId === app.botUserId;
  return {
    type: 'message',
    user: message.authorId,
    ts: message.ts,
    team: directory.team.id,
    text: message.text,
    blocks: message.blocks,
    ...(isOurs && { bot_id: app.botId, app_id: app.id }),
    ...(message.threadTs && { thread_ts: message.threadTs }),
    ...(message.metadata && { metadata: message.metadata }),
  };
}

/** Slack keeps the names of private channels to itself. */
function toWireName({ id, name, isPrivate }: Channel): string {
  return isPrivate && !id.startsWith('D') ? 'privategroup' : name;
}

function toAction({ blockId, button }: FoundButton, actionTs: string): JsonObject {
  const { action_id, type, text, value, url } = button;
  return {
    action_id,
    block_id: blockId,
    ...(text !== undefined && { text }),
    ...(value !== undefined && { value }),
    ...(url !== undefined && { url }),
    type,
    action_ts: actionTs,
  };
}
