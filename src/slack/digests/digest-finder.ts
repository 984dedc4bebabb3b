import type { FindPost, FoundPost } from '../../digests/ports.ts';
import type { Run, RunId } from '../../digests/runs.ts';
import type { ChannelId } from '../../followstats/ids.ts';
import { isPersonId } from '../ids.ts';
import { DIGEST_EVENT } from '../names.ts';
import { outcomeReason, toPostOutcome } from '../sending/post-outcome.ts';
import type { Identity, WebClient } from '../web-api/web-api.ts';

/** What is looked for: whose posts, and where they may stand. */
interface Sought {
  /** The `event_type` in their metadata; a digest's by default. */
  readonly event?: string;
  /** Finds the thread of a post; by default it stands in the channel itself. Rejects when the store fails. */
  readonly threadOf?: (run: RunId) => Promise<string | undefined>;
}

interface Options extends Sought {
  readonly web: WebClient;
  readonly identity: Pick<Identity, 'botId'>;
  /** Called with why the post can't be looked for: Slack's code, or the kind of failure. */
  readonly onError: (reason: string, run: Pick<Run, 'id'>) => void;
}

interface FreshOptions extends Sought, Pick<Options, 'web' | 'identity'> {
  readonly onError: (reason: string, run: RunId) => void;
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
export function createDigestFinder({ web, identity, onError, ...sought }: Options): FindPost {
  return async (run, { channelId }) => {
    const span = {
      oldest: toTs((run.firstTriedAt ?? run.slot) - SKEW_MS),
      latest: toTs(run.changedAt + SKEW_MS),
    };
    return search(
      { web, identity, ...sought, span, pages: MOST_PAGES, onError: (reason) => onError(reason, run) },
      run.id,
      channelId,
    );
  };
}

/**
 * Looks for a post that was sent just now, by its delivery id, among the channel's newest 200 messages.
 * @returns as `FindPost`; never rejects
 */
export type FindFreshPost = (run: RunId, channelId: ChannelId) => Promise<FoundPost>;

/** Makes a `FindFreshPost`. Needs the same scopes as `createDigestFinder`. */
export function createFreshPostFinder({ web, identity, onError, ...sought }: FreshOptions): FindFreshPost {
  return (run, channelId) =>
    search({ web, identity, ...sought, span: {}, pages: 1, onError: (reason) => onError(reason, run) }, run, channelId);
}

interface Search extends Sought, Pick<Options, 'web' | 'identity'> {
  /** Slack's message times. */
  readonly span: { readonly oldest?: string; readonly latest?: string };
  /** How many pages at most; what is on later ones isn't looked for when there is one page alone. */
  readonly pages: number;
  readonly onError: (reason: string) => void;
}

async function search(options: Search, id: RunId, channelId: ChannelId): Promise<FoundPost> {
  const { web, identity, event = DIGEST_EVENT, threadOf, span, pages, onError } = options;
  try {
    const channel = await conversationOf(web, channelId);
    const ts = await threadOf?.(id);
    let cursor: string | undefined;
    for (let page = 0; page < pages; page += 1) {
      const wanted = { channel, ...span, limit: PAGE, include_all_metadata: true, ...(cursor && { cursor }) };
      const { messages = [], response_metadata: more }: Page =
        ts === undefined ? await web.conversations.history(wanted) : await web.conversations.replies({ ...wanted, ts });
      const post = messages.find(
        ({ bot_id: botId, metadata }) => botId === identity.botId && isOf(event, id, metadata),
      );
      if (post?.ts) return { kind: 'found', post: { channelId: channel, ts: post.ts, at: fromTs(post.ts) } };
      cursor = more?.next_cursor;
      if (!cursor || pages === 1) return { kind: 'not-there' };
    }
    onError('too many messages since');
    return { kind: 'no-way' };
  } catch (error) {
    const outcome = toPostOutcome(error);
    onError(outcomeReason(outcome));
    if (outcome.kind === 'rate-limited') return outcome;
    return { kind: outcome.kind === 'rejected' ? 'no-way' : 'no-answer' };
  }
}

/** A person's id takes posts, as their direct messages with the app, but has no history of its own. */
async function conversationOf(web: WebClient, channelId: ChannelId): Promise<string> {
  if (!isPersonId(channelId)) return channelId;
  const { channel } = await web.conversations.open({ users: channelId });
  return channel?.id ?? channelId;
}

/** A page of messages, as far as it is looked at. */
interface Page {
  readonly messages?: readonly { readonly ts?: string; readonly bot_id?: string; readonly metadata?: Metadata }[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

interface Metadata {
  readonly event_type?: string;
  readonly event_payload?: unknown;
}

function isOf(event: string, id: RunId, { event_type: type, event_payload: payload }: Metadata = {}): boolean {
  if (type !== event || typeof payload !== 'object' || payload === null) return false;
  return 'delivery_id' in payload && payload.delivery_id === id;
}

/** Slack's message times: seconds with six decimals. */
const toTs = (ms: number): string => (ms / 1000).toFixed(6);
const fromTs = (ts: string): number => Math.floor(Number(ts) * 1000);
