import type { Changes } from '../changes.ts';
import type { Attachment, Block, Message, MessageMetadata, SlackFile } from '../types.ts';
import { withBlockIds } from './block-ids.ts';
import { createMessageIndex } from './message-index.ts';
import { createTimestamps, momentOf } from './message-ts.ts';

/** A message that is about to be posted. */
interface Draft {
  readonly channelId: string;
  readonly authorId: string;
  readonly username?: string;
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly attachments?: readonly Attachment[];
  readonly files?: readonly SlackFile[];
  /** Only this person sees it. */
  readonly visibleTo?: string | undefined;
  readonly threadTs?: string | undefined;
  readonly metadata?: MessageMetadata | undefined;
}

/** Every message of the workspace, and the order in which they changed. No look-up costs more the more there are elsewhere. */
export interface Messages {
  find(ts: string): Message | undefined;
  /** Oldest first. */
  inChannel(channelId: string): readonly Message[];
  /** Those with this `metadata.event_type`, oldest first. */
  withEvent(eventType: string): readonly Message[];
  /** Those that hold this file. */
  withFile(id: string): readonly Message[];
  /** Those whose latest version came after this place in the order of changes, in that order. */
  changedSince(mark: number): readonly Message[];
  post(draft: Draft): Message;
  /** Replaces a message's text and blocks; its place, reader and thread stay. Returns undefined when it is gone. */
  replace(ts: string, content: Pick<Message, 'text' | 'blocks' | 'attachments'>): Message | undefined;
  remove(ts: string): void;
  /** Removes all that only one person sees. */
  removeEphemeral(): void;
  /** Drops what was posted before this moment (Unix milliseconds), however late it was replaced. Announces no change. */
  forget(beforeMs: number): void;
}

interface Kept {
  readonly message: Message;
  /** The place of its latest version in the order of changes. */
  readonly changedAt: number;
}

/** An empty workspace. `now` (Unix milliseconds) gives the messages their `ts`. */
export function createMessages(now: () => number, changes: Changes): Messages {
  const kept = new Map<string, Kept>();
  const byChannel = createMessageIndex(({ channelId }) => channelId);
  const byEvent = createMessageIndex(({ metadata }) => metadata?.event_type);
  const nextTs = createTimestamps(now);
  // Every version in the order it came; the earlier ones of a message and what is gone count no longer.
  let versions: Kept[] = [];
  const isLatest = (version: Kept): boolean => kept.get(version.message.ts) === version;

  const keep = (message: Message): Message => {
    const version = { message, changedAt: changes.mark() + 1 };
    kept.set(message.ts, version);
    versions.push(version);
    byChannel.set(message);
    byEvent.set(message);
    changes.announce();
    return message;
  };

  const drop = (message: Message): void => {
    kept.delete(message.ts);
    byChannel.remove(message);
    byEvent.remove(message);
  };

  return {
    find: (ts) => kept.get(ts)?.message,
    inChannel: byChannel.of,
    withEvent: byEvent.of,
    withFile: (id) =>
      [...kept.values()].map(({ message }) => message).filter(({ files }) => files.some((file) => file.id === id)),
    changedSince: (mark) => {
      const before = versions.findLastIndex(({ changedAt }) => changedAt <= mark);
      return versions
        .slice(before + 1)
        .filter(isLatest)
        .map(({ message }) => message);
    },
    post: ({ blocks = [], attachments = [], files = [], visibleTo, threadTs, metadata, ...rest }) =>
      keep({
        ...rest,
        ts: nextTs(),
        blocks: withBlockIds(blocks),
        attachments,
        files,
        visibleTo,
        threadTs,
        version: 1,
        ...(metadata && { metadata }),
      }),
    replace: (ts, { text, blocks, attachments }) => {
      const old = kept.get(ts)?.message;
      return old && keep({ ...old, text, blocks: withBlockIds(blocks), attachments, version: old.version + 1 });
    },
    remove: (ts) => {
      const message = kept.get(ts)?.message;
      if (!message) return;
      drop(message);
      changes.announce();
    },
    removeEphemeral: () => {
      const ephemeral = [...kept.values()].filter(({ message }) => message.visibleTo !== undefined);
      for (const { message } of ephemeral) drop(message);
      if (ephemeral.length > 0) changes.announce();
    },
    forget: (beforeMs) => {
      // The order of posting is the order of the timestamps.
      for (const { message } of kept.values()) {
        if (momentOf(message.ts) >= beforeMs) break;
        drop(message);
      }
      versions = versions.filter(isLatest);
    },
  };
}
