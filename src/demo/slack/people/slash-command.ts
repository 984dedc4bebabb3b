import { ApiError } from '../api-error.ts';
import { type Acknowledgement, type AppLink, toDelivery } from '../delivery/delivery.ts';
import type { Faults } from '../http/faults.ts';
import type { ResponseUrls } from '../http/response-urls.ts';
import type { InstalledApp } from '../installed-app.ts';
import { isObject, type JsonObject, parseJson, textOf } from '../json-values.ts';
import { readContent } from '../messages/message-content.ts';
import type { Messages } from '../messages/messages.ts';
import { type PayloadContext, toCommandPayload } from '../messages/payloads.ts';
import type { Triggers } from '../triggers.ts';
import type { Channel, Delivery, Person } from '../types.ts';
import { escapeTyped } from './compose-message.ts';

interface Options extends PayloadContext {
  readonly app: InstalledApp;
  readonly messages: Messages;
  readonly faults: Faults;
  readonly link: AppLink;
  readonly responseUrls: ResponseUrls;
  readonly triggers: Triggers;
}

/** Something a person typed, somewhere they are a member of. */
export interface Typed {
  readonly person: Person;
  readonly channel: Channel;
  readonly text: string;
}

/**
 * Delivers a typed `/command …` and shows what the app answers with its acknowledgement. A command that no
 * app has installed is answered by Slack itself, and nothing is sent.
 */
export function createSendCommand(options: Options): (typed: Typed) => Promise<Delivery> {
  const { app, directory, link, responseUrls, triggers } = options;

  return async ({ person, channel, text }) => {
    const [, command = '', rest = ''] = /^(\/\S*)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
    const installed = app.commands.find((known) => known.command === command);
    if (!installed) {
      return { kind: 'command', status: 0, body: '', ackMs: 0, error: `"${command}" is not a valid command` };
    }

    const payload = toCommandPayload(options, {
      person,
      channel,
      responseUrl: responseUrls.issue({ personId: person.id, channelId: channel.id }),
      triggerId: triggers.issue(person.id, { channelId: channel.id }),
      command,
      text: installed.shouldEscape ? escapeTyped(rest, directory) : rest,
    });
    const acknowledgement = await link.send({ type: 'slash_commands', payload });
    const error = acknowledgement.error ?? showAnswer(options, { person, channel, text }, acknowledgement);
    return toDelivery('command', { ...acknowledgement, error });
  };
}

/** Shows the acknowledgement's body, if it has one. What can't be shown is Slack's `invalid_command_response`. */
function showAnswer(
  { app, messages, faults }: Options,
  { person, channel, text }: Typed,
  { body, isJson }: Acknowledgement,
): string | undefined {
  if (body.trim() === '') return undefined;
  const parsed: unknown = isJson ? parseJson(body) : { text: body };
  if (!isObject(parsed)) return 'invalid_command_response';
  if (!hasContent(parsed)) return undefined;
  try {
    const content = readContent(parsed, faults);
    const isPublic = textOf(parsed, 'response_type') === 'in_channel';
    // Above a first answer in the channel Slack shows the command as it was typed.
    if (isPublic) messages.post({ channelId: channel.id, authorId: person.id, text });
    messages.post({
      ...content,
      channelId: channel.id,
      authorId: app.botUserId,
      visibleTo: isPublic ? undefined : person.id,
    });
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return 'invalid_command_response';
    throw error;
  }
}

function hasContent(answer: JsonObject): boolean {
  return answer.text !== undefined || answer.blocks !== undefined;
}
