import type { Changes } from '../changes.ts';
import type { Attachment, Block, Message, MessageMetadata, SlackFile } from '../types.ts';
import { withBlockIds } from './block-ids.ts';
import { createTimestamps } from './message-ts.ts';

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

/** Every message of the workspace, and the order in which they changed. */
export interface Messages {
  /** Oldest first. */
  all(): readonly Message[];
  find(ts: string): Message | undefined;
  post(draft: Draft): Message;
  /** Replaces a message's text and blocks; its place, reader and thread stay. Returns undefined when it is gone. */
  replace(ts: string, content: Pick<Message, 'text' | 'blocks' | 'attachments'>): Message | undefined;
  remove(ts: string): void;
  /** The place of the message's latest version in the order of changes. */
  changedAt(ts: string): number;
}

/** An empty workspace. `now` (Unix milliseconds) gives the messages their `ts`. */
export function createMessages(now: () => number, changes: Changes): Messages {
  const kept = new Map<string, { readonly message: Message; readonly changedAt: number }>();
  const nextTs = createTimestamps(now);

  const keep = (message: Message): Message => {
    kept.set(message.ts, { message, changedAt: changes.mark() + 1 });
    changes.announce();
    return message;
  };

  return {
    all: () => [...kept.values()].map(({ message }) => message),
    find: (ts) => kept.get(ts)?.message,
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
      if (kept.delete(ts)) changes.announce();
    },
    changedAt: (ts) => kept.get(ts)?.changedAt ?? 0,
  };
}
