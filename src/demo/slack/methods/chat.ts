import { ApiError } from '../api-error.ts';
import { charactersIn } from '../blocks/characters.ts';
import { LIMITS } from '../blocks/limits.ts';
import type { Directory } from '../directory.ts';
import type { Faults } from '../http/faults.ts';
import type { InstalledApp } from '../installed-app.ts';
import { isObject, type JsonObject, objectOf, textOf } from '../json-values.ts';
import { readContent } from '../messages/message-content.ts';
import type { Messages } from '../messages/messages.ts';
import { toWireMessage } from '../messages/payloads.ts';
import type { Block, Channel, Message, MessageMetadata } from '../types.ts';
import { writableChannel } from './channel-access.ts';
import type { MethodFamily } from './method.ts';

interface Options {
  readonly app: InstalledApp;
  readonly directory: Directory;
  readonly messages: Messages;
  readonly faults: Faults;
}

/** `chat.postMessage`, `chat.update`, `chat.delete` and `chat.postEphemeral`. */
export function createChatMethods({ app, directory, messages, faults }: Options): MethodFamily {
  /** A person's id stands for the direct message with them. */
  const addressee = (id: string): Channel =>
    directory.person(id)
      ? directory.openDirectMessage(id).channel
      : writableChannel({ directory, app }, id, app.scopes.has('chat:write.public'));

  const demandShort = (blocks: readonly Block[]): void => {
    if (charactersIn(blocks) > Math.max(LIMITS.postCharacters, faults.mostPosted))
      throw new ApiError('msg_blocks_too_long');
  };

  /** A message of the app's own, which it may change. What one person sees is none. @param denied the code for that of another */
  const ownMessage = (args: JsonObject, denied: string): Message => {
    const [channelId, ts] = [textOf(args, 'channel'), textOf(args, 'ts')];
    if (!directory.channel(channelId)) throw new ApiError('channel_not_found');
    const message = messages.find(ts);
    if (message?.channelId !== channelId || message.visibleTo !== undefined) throw new ApiError('message_not_found');
    if (message.authorId !== app.botUserId) throw new ApiError(denied);
    return message;
  };

  return {
    'chat.postMessage': {
      token: 'bot',
      scopes: ['chat:write'],
      run: (args) => {
        const channel = addressee(textOf(args, 'channel'));
        if (channel.id.startsWith('D') && !app.hasMessagesTab) throw new ApiError('messages_tab_disabled');
        if (!faults.mayPost(channel.id)) throw new ApiError('ratelimited');
        const content = readContent(args, faults);
        demandShort(content.blocks);
        const message = messages.post({
          ...content,
          channelId: channel.id,
          authorId: app.botUserId,
          threadTs: readThread(args),
          metadata: readMetadata(args),
        });
        return { channel: channel.id, ts: message.ts, message: toWireMessage(message, { app, directory }) };
      },
    },
    'chat.postEphemeral': {
      token: 'bot',
      scopes: ['chat:write'],
      run: (args) => {
        const channel = writableChannel({ directory, app }, textOf(args, 'channel'));
        const reader = textOf(args, 'user');
        if (!directory.person(reader) || !directory.isMember(reader, channel.id)) {
          throw new ApiError('user_not_in_channel');
        }
        const message = messages.post({
          ...readContent(args, faults),
          channelId: channel.id,
          authorId: app.botUserId,
          visibleTo: reader,
          threadTs: readThread(args),
        });
        return { message_ts: message.ts };
      },
    },
    'chat.update': {
      token: 'bot',
      scopes: ['chat:write'],
      run: (args) => {
        const { channelId, ts } = ownMessage(args, 'cant_update_message');
        const content = readContent(args, faults);
        demandShort(content.blocks);
        messages.replace(ts, content);
        return { channel: channelId, ts, text: content.text };
      },
    },
    'chat.delete': {
      token: 'bot',
      scopes: ['chat:write'],
      run: (args) => {
        const { channelId, ts } = ownMessage(args, 'cant_delete_message');
        messages.remove(ts);
        return { channel: channelId, ts };
      },
    },
  };
}

function readThread(args: JsonObject): string | undefined {
  const ts = textOf(args, 'thread_ts');
  if (ts === '') return undefined;
  if (!/^\d{10}\.\d{6}$/.test(ts)) throw new ApiError('invalid_thread_ts');
  return ts;
}

function readMetadata(args: JsonObject): MessageMetadata | undefined {
  if (args.metadata === undefined) return undefined;
  if (!isObject(args.metadata)) throw new ApiError('invalid_metadata_format');

  const eventType = textOf(args.metadata, 'event_type');
  if (eventType === '' || !isObject(args.metadata.event_payload)) throw new ApiError('invalid_metadata_schema');
  return { event_type: eventType, event_payload: objectOf(args.metadata, 'event_payload') };
}
