import type { FindPost } from '../digests/ports.ts';
import type { Run, RunId } from '../digests/types.ts';
import { DIGEST_EVENT } from './names.ts';
import { toPostOutcome } from './post-outcome.ts';
import type { Identity, WebClient } from './web.ts';

interface Options {
  readonly web: WebClient;
  readonly identity: Pick<Identity, 'botId'>;
  /** Told why it can't be looked: Slack's code, or the kind of trouble. */
  readonly onTrouble: (reason: string, run: Run) => void;
}

/** The store's clock, which dates runs, and Slack's, which dates messages, may be this far apart. */
const SKEW_MS = 5 * 60_000;
const PAGE = 200;
/** A channel that has had more messages than this since is looked at by a person. */
const MOST_PAGES = 25;

/**
 * Looks for a post by its delivery id in the channel's messages of that time. Needs `channels:history`, in private channels
 * `groups:history`, in direct messages `im:history`; nothing of a message but its metadata is looked at.
 */
export function createDigestFinder({ web, identity, onTrouble }: Options): FindPost {
  async function find(run: Run, channel: string) {
    const span = {
      oldest: toTs((run.firstTriedAt ?? run.slot) - SKEW_MS),
      latest: toTs(run.changedAt + SKEW_MS),
    };
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { messages = [], response_metadata: more } = await web.conversations.history({
        channel,
        ...span,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor && { cursor }),
      });
      const post = messages.find(({ bot_id: botId, metadata }) => botId === identity.botId && isOf(run.id, metadata));
      if (post?.ts) return { kind: 'found', post: { channelId: channel, ts: post.ts, at: fromTs(post.ts) } } as const;
      cursor = more?.next_cursor;
      if (!cursor) return { kind: 'not-there' } as const;
    }
    onTrouble('too many messages since', run);
    return { kind: 'no-way' } as const;
  }

  /** A person's id takes posts, as their direct messages with the app, but has no history of its own. */
  async function conversationOf(channelId: string): Promise<string> {
    if (!isPersonId(channelId)) return channelId;
    const { channel } = await web.conversations.open({ users: channelId });
    return channel?.id ?? channelId;
  }

  return async (run, { channelId }) => {
    try {
      return await find(run, await conversationOf(channelId));
    } catch (error) {
      const outcome = toPostOutcome(error);
      const isRefused = outcome.kind === 'refused';
      onTrouble(isRefused ? outcome.code : outcome.kind, run);
      return { kind: isRefused ? 'no-way' : 'no-answer' };
    }
  };
}

const isPersonId = (id: string): boolean => /^[UW]/.test(id);

interface Metadata {
  readonly event_type?: string;
  readonly event_payload?: unknown;
}

function isOf(id: RunId, { event_type: type, event_payload: payload }: Metadata = {}): boolean {
  if (type !== DIGEST_EVENT || typeof payload !== 'object' || payload === null) return false;
  return 'delivery_id' in payload && payload.delivery_id === id;
}

/** Slack's message times: seconds with six decimals. */
const toTs = (ms: number): string => (ms / 1000).toFixed(6);
const fromTs = (ts: string): number => Math.floor(Number(ts) * 1000);
