import { ApiError } from '../api-error.ts';
import type { Directory } from '../directory.ts';
import type { Uploads } from '../http/uploads.ts';
import type { InstalledApp } from '../installed-app.ts';
import { isObject, type JsonObject, listOf, textOf } from '../json-values.ts';
import type { Messages } from '../messages/messages.ts';
import type { SlackFile } from '../types.ts';
import { writableChannel } from './channel-access.ts';
import type { MethodFamily } from './method.ts';

interface Options {
  readonly app: InstalledApp;
  readonly directory: Directory;
  readonly messages: Messages;
  readonly uploads: Uploads;
  /** Where bytes go; the upload's key is appended. */
  readonly uploadUrl: string;
}

/** The two calls around an upload, and `files.delete`. Channels are given as ids only: neither names nor people. */
export function createFileMethods({ app, directory, messages, uploads, uploadUrl }: Options): MethodFamily {
  /** Ids of those that were uploaded whole. */
  const shared = new Set<string>();

  return {
    'files.getUploadURLExternal': {
      token: 'bot',
      scopes: ['files:write'],
      run: (args) => {
        const name = textOf(args, 'filename');
        const length = Number(textOf(args, 'length'));
        if (name === '' || !Number.isInteger(length) || length < 1) throw new ApiError('invalid_arguments');
        if (textOf(args, 'alt_txt').length > 1000) throw new ApiError('alt_txt_too_large');

        const { id, key } = uploads.announce({ name, length });
        return { upload_url: uploadUrl + key, file_id: id };
      },
    },
    'files.completeUploadExternal': {
      token: 'bot',
      scopes: ['files:write'],
      run: (args) => {
        // Everything is checked before anything is taken: a rejected call can be made again.
        const wanted = listOf(args, 'files').filter(isObject);
        if (wanted.length === 0) throw new ApiError('invalid_arguments');
        if (!wanted.every((file) => uploads.has(textOf(file, 'id')))) throw new ApiError('file_not_found');
        const channels = readChannelIds(args).map((id) => writableChannel({ directory, app }, id));

        const files = wanted
          .map((file) => uploads.take(textOf(file, 'id'), textOf(file, 'title')))
          .filter((file): file is SlackFile => file !== undefined);
        for (const { id } of channels) {
          messages.post({
            channelId: id,
            authorId: app.botUserId,
            text: textOf(args, 'initial_comment'),
            files,
            threadTs: textOf(args, 'thread_ts') || undefined,
          });
        }
        for (const file of files) shared.add(file.id);
        return { files: files.map(({ id, name, title }) => ({ id, name, title })) };
      },
    },
    'files.delete': {
      token: 'bot',
      scopes: ['files:write'],
      run: (args) => {
        const id = textOf(args, 'file');
        if (!shared.delete(id)) throw new ApiError('file_not_found');
        for (const { ts } of messages.withFile(id)) messages.remove(ts);
        return {};
      },
    },
  };
}

/** `channel_id`, or the ids of `channels`. None: the file stays private. */
function readChannelIds(args: JsonObject): readonly string[] {
  return [textOf(args, 'channel_id'), ...textOf(args, 'channels').split(',')].filter(Boolean);
}
