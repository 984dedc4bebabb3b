import { ApiError } from '../api-error.ts';
import type { Directory } from '../directory.ts';
import type { InstalledApp } from '../installed-app.ts';
import { flagOf, type JsonObject, textOf } from '../json-values.ts';
import type { Messages } from '../messages/messages.ts';
import { toWireMessage } from '../messages/payloads.ts';
import type { Message } from '../types.ts';
import { visibleChannel } from './channel-access.ts';
import type { MethodFamily } from './method.ts';
import { cutPage } from './page.ts';
import { demandScopes, scopeFor } from './scopes.ts';

interface Options {
  readonly app: InstalledApp;
  readonly directory: Directory;
  readonly messages: Messages;
}

// conversations.history: "default 100 … the maximum is 999"; replies: 1000 by default, and as many at most.
const LIMITS = { history: { usual: 100, most: 999 }, replies: { usual: 1000, most: 1000 } } as const;

/** Reads messages: `conversations.history`, `conversations.replies`, and `chat.getPermalink`. Never ephemeral messages. */
export function createHistoryMethods({ app, directory, messages }: Options): MethodFamily {
  const readable = (args: JsonObject): readonly Message[] => {
    const channel = visibleChannel({ app, directory }, textOf(args, 'channel'));
    demandScopes(app, [scopeFor(channel, 'history')]);
    if (!directory.isMember(app.botUserId, channel.id)) throw new ApiError('not_in_channel');
    return messages.inChannel(channel.id).filter(isPublic);
  };

  const describeAll = (page: readonly Message[], all: readonly Message[], args: JsonObject): readonly JsonObject[] => {
    const threads = Map.groupBy(all.filter(isReply), ({ threadTs }) => threadTs);
    return page.map((message) => {
      const { metadata, ...rest } = toWireMessage(message, { app, directory });
      const replies = threads.get(message.ts);
      return {
        ...rest,
        ...(replies && { thread_ts: message.ts, reply_count: replies.length, latest_reply: replies.at(-1)?.ts }),
        ...(metadata !== undefined && flagOf(args, 'include_all_metadata') && { metadata }),
      };
    });
  };

  return {
    'conversations.history': {
      token: 'bot',
      scopes: [],
      run: (args) => {
        const all = readable(args);
        // Newest first; replies are only listed in their threads.
        const found = all.filter((message) => !isReply(message) && isWithin(message, args)).toReversed();
        const { page, more } = cutPage(found, args, LIMITS.history);
        return { messages: describeAll(page, all, args), ...more };
      },
    },
    'conversations.replies': {
      token: 'bot',
      scopes: [],
      run: (args) => {
        const all = readable(args);
        const ts = textOf(args, 'ts');
        const parent = all.find((message) => message.ts === ts);
        if (!parent) throw new ApiError('thread_not_found');
        const replies = all.filter((message) => isReply(message) && message.threadTs === ts && isWithin(message, args));
        const { page, more } = cutPage([parent, ...replies], args, LIMITS.replies);
        return { messages: describeAll(page, all, args), ...more };
      },
    },
    'chat.getPermalink': {
      token: 'bot',
      scopes: [],
      run: (args) => {
        const { id } = visibleChannel({ app, directory }, textOf(args, 'channel'));
        const ts = textOf(args, 'message_ts');
        const message = messages.find(ts);
        if (message?.channelId !== id || !isPublic(message)) throw new ApiError('message_not_found');
        const thread = isReply(message) ? `?thread_ts=${message.threadTs}&cid=${id}` : '';
        const address = `https://${directory.team.domain}.slack.com/archives/${id}/p${ts.replace('.', '')}`;
        return { channel: id, permalink: address + thread };
      },
    },
  };
}

function isPublic({ visibleTo }: Message): boolean {
  return visibleTo === undefined;
}

function isReply({ ts, threadTs }: Message): boolean {
  return threadTs !== undefined && threadTs !== ts;
}

/** `oldest` and `latest` are left out themselves unless `inclusive`. */
function isWithin({ ts }: Message, args: JsonObject): boolean {
  const at = Number(ts);
  const oldest = Number(textOf(args, 'oldest') || 0);
  const latest = Number(textOf(args, 'latest') || Number.POSITIVE_INFINITY);
  return (at > oldest && at < latest) || (flagOf(args, 'inclusive') && (at === oldest || at === latest));
}
