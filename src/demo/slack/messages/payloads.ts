import type { Directory } from '../directory.ts';
import type { InstalledApp } from '../installed-app.ts';
import type { JsonObject } from '../json-values.ts';
import type { Channel, Message, Person, Shortcut, ViewValues } from '../types.ts';

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

/**
 * Something was done with an element of a message. The message itself is only included when others can see it too.
 * `state`: what the person has chosen in the menus of the message, also before.
 */
export function toActionPayload(
  context: PayloadContext,
  deed: Answerable & { readonly message: Message; readonly action: JsonObject; readonly state: ViewValues },
): JsonObject {
  const { action, responseUrl, state } = deed;
  return {
    type: 'block_actions',
    ...interactionFields(context, deed),
    ...messageFields(context, deed),
    state: { values: state },
    response_url: responseUrl,
    actions: [action],
  };
}

/** Something was typed into an external select of a message: which options does the app offer? */
export function toMessageSuggestionPayload(
  context: PayloadContext,
  asked: Pick<Answerable, 'person' | 'channel'> & { readonly message: Message } & Asked,
): JsonObject {
  return { ...suggestionFields(asked), ...interactionFields(context, asked), ...messageFields(context, asked) };
}

/** Which external select asks for options, and what was typed into it. */
export interface Asked {
  readonly blockId: string;
  readonly actionId: string;
  readonly text: string;
}

/** What every request for options says. It comes with no trigger and can't be answered in the channel. */
export function suggestionFields({ blockId, actionId, text }: Asked): JsonObject {
  return { type: 'block_suggestion', block_id: blockId, action_id: actionId, value: text };
}

function messageFields(
  context: PayloadContext,
  { channel, message }: { readonly channel: Channel; readonly message: Message },
): JsonObject {
  const isEphemeral = message.visibleTo !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs && { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: toWireName(channel) },
    ...(!isEphemeral && { message: toWireMessage(message, context) }),
  };
}

/** The choice of a message shortcut. It brings the message along, of any author. */
export function toShortcutPayload(
  context: PayloadContext,
  choice: Answerable & { message: Message; shortcut: Shortcut; actionTs: string },
): JsonObject {
  const { message, shortcut, actionTs, channel, responseUrl } = choice;
  return {
    type: 'message_action',
    callback_id: shortcut.callbackId,
    action_ts: actionTs,
    message_ts: message.ts,
    ...interactionFields(context, choice),
    channel: { id: channel.id, name: toWireName(channel) },
    message: toWireMessage(message, context),
    response_url: responseUrl,
  };
}

/** What every interaction says: who did it, to which app, and the trigger that came of it. */
export function interactionFields(
  { app, directory, verificationToken }: PayloadContext,
  { person, triggerId }: { readonly person: Person; readonly triggerId?: string },
): JsonObject {
  const { team } = directory;
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: directory.teamOf(person).id },
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    api_app_id: app.id,
    token: verificationToken,
    ...(triggerId !== undefined && { trigger_id: triggerId }),
  };
}

/** A message as payloads and answers hold it. */
export function toWireMessage(
  message: Message,
  { app, directory }: Pick<PayloadContext, 'app' | 'directory'>,
): JsonObject {
  const { username, authorId } = message;
  const isOurs = authorId === app.botUserId;
  return {
    type: 'message',
    ...(username === undefined ? { user: authorId } : { subtype: 'bot_message', username, bot_id: authorId }),
    ts: message.ts,
    team: directory.team.id,
    text: message.text,
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(isOurs && { bot_id: app.botId, app_id: app.id }),
    ...(message.threadTs && { thread_ts: message.threadTs }),
    ...(message.metadata && { metadata: message.metadata }),
  };
}

/** Slack keeps the names of private channels to itself. */
function toWireName({ id, name, isPrivate }: Channel): string {
  return isPrivate && !id.startsWith('D') ? 'privategroup' : name;
}
