import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { CommandName } from './all-commands.ts';
import type { AnswerRule } from './answer-rules.ts';
import type { Audience } from './audience.ts';
import type { ChatCall } from './chat-call.ts';
import { type ChatFault, createFaultSwitch } from './faults.ts';
import type { FollowChange } from './follow-change.ts';
import { createFollowGraph } from './follow-graph.ts';
import { sendReply } from './send-reply.ts';
import { createChatService } from './service.ts';
import { createWebhooks, type SentWebhook, type WebhookRoute, type WebhookTarget } from './webhooks.ts';

export interface ChatServerOptions {
  readonly sdkAppId: number;
  readonly secretKey: string;
  /** Who may call. They are accounts too, as every app's administrator is. */
  readonly admins: readonly string[];
  /** UserIDs: 1–32 printable ASCII characters. */
  readonly accounts: readonly string[];
  /** Since when in Unix milliseconds; by default since the server began. */
  readonly follows: readonly (readonly [from: string, to: string, at?: number])[];
  /** Followers beside those relations. Default: none. */
  readonly audience?: Audience;
  /** Undefined: it has none. Default: no account has one. */
  readonly nicknameOf?: (id: string) => string | undefined;
  /** The most accounts in a page of a list, and whether a request for more is rejected or cut to that. Default: 1,000, rejected. */
  readonly largestPage?: { readonly accounts: number; readonly above: 'reject' | 'cut' };
  /** Commands that an unknown account among those named fails as a whole. Default: none, it fails alone. */
  readonly unknownFailsCall?: readonly CommandName[];
  /** How Chat was seen to answer where the documents leave it open, or otherwise than they say. Default: as they say. */
  readonly answerRules?: readonly AnswerRule[];
  /** Milliseconds since 1970; when relations begin and end. Default: `now`. */
  readonly eventsNow?: () => number;
  /** Milliseconds since 1970; rules signatures, those of webhooks too, lockouts and the frequency limit. Default: the system's clock. */
  readonly now?: () => number;
  /** Default: a free one. */
  readonly port?: number;
  /** How long a call takes, milliseconds; called for each. Default 0. */
  readonly latencyMs?: () => number;
  /** For each command. Default 200, the documented limit. */
  readonly maxCallsPerSecond?: number;
}

export interface ChatServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Every call since the start that wasn't forgotten, rejected ones too, in the order they were decided. */
  readonly calls: readonly ChatCall[];
  /** Drops the calls from before this moment, Unix milliseconds, so that a long run doesn't fill the memory. */
  forget(beforeMs: number): void;
  /** Replaces all faults; an empty list heals everything. */
  setFaults(faults: readonly ChatFault[]): void;
  /** Every webhook that was sent, in the order they were answered. */
  readonly webhooks: readonly SentWebhook[];
  /** Where webhooks go from now on, as one sets it in the console. At first, and for undefined, none is sent. */
  sendWebhooksTo(target: WebhookTarget | undefined): void;
  /** What becomes of webhooks on their way; undefined, as at first: each is sent once, at once. */
  setWebhookRoute(route: WebhookRoute | undefined): void;
  /** Resolves when all webhooks sent so far were answered, or weren't in time (2 s); rejects with what the route threw. */
  settleWebhooks(): Promise<void>;
  /**
   * A person follows another in a client of the app; a webhook tells of it.
   * Throws RangeError for an unknown account, for oneself, and past 5,000 followed accounts.
   */
  follow(from: string, to: string): void;
  /** As above. */
  unfollow(from: string, to: string): void;
  isFollowing(from: string, to: string): boolean;
  /** Sends the webhook of what the audience did by itself. @param at when, Unix milliseconds */
  announce(change: FollowChange, at: number): void;
  /** Throws RangeError for what can't be a UserID. */
  addAccount(id: string): void;
  removeAccount(id: string): void;
  /** Ends every connection, answered or not. */
  close(): Promise<void>;
}

/**
 * Tencent Cloud Chat's follow commands and profiles on 127.0.0.1, as its documents tell it: signatures are verified, limits
 * hold, and counts come from who follows whom. Throws RangeError for impossible accounts or relations; rejects when the port is taken.
 */
export async function createChatServer(options: ChatServerOptions): Promise<ChatServer> {
  const { now = Date.now, port = 0, latencyMs = () => 0, maxCallsPerSecond = 200, eventsNow = now } = options;
  const graph = createFollowGraph({ audience: options.audience, now: eventsNow });
  for (const id of [...options.admins, ...options.accounts]) graph.addAccount(id);
  for (const [from, to, at] of options.follows) graph.follow(from, to, at);

  const webhooks = createWebhooks({ sdkAppId: options.sdkAppId, now, eventsNow });
  const faults = createFaultSwitch();
  const serve = createChatService({
    ...options,
    graph,
    faults,
    now,
    maxCallsPerSecond,
    onChange: (change) => webhooks.tell(change, 'RESTAPI'),
  });
  const calls: ChatCall[] = [];
  const closing = new AbortController();

  const onRequest = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const { pathname: path = '', searchParams: query = new URLSearchParams() } =
      URL.parse(request.url ?? '', 'http://127.0.0.1') ?? {};
    const reply = serve({ method: request.method ?? '', path, query, body });
    const { command, from, accounts, code, fault } = reply;
    const secrets = { random: query.get('random') ?? '', usersig: query.get('usersig') ?? '' };
    calls.push({ at: now(), command, from, accounts, code, ...secrets });

    const waitMs = latencyMs() + (fault?.kind === 'slow' ? fault.ms : 0);
    if (waitMs > 0) await delay(waitMs, undefined, { signal: closing.signal });
    sendReply(response, reply);
  };

  const server = createServer((request, response) => {
    onRequest(request, response).catch((error: unknown) => {
      // The client left or the server closes: no client waits for the answer. Anything else is a bug, and must not look like an outage.
      if (!request.socket.destroyed) throw error;
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    forget(beforeMs) {
      const kept = calls.findIndex(({ at }) => at >= beforeMs);
      calls.splice(0, kept === -1 ? calls.length : kept);
    },
    setFaults: faults.set,
    webhooks: webhooks.sent,
    sendWebhooksTo: webhooks.sendTo,
    setWebhookRoute: webhooks.setRoute,
    settleWebhooks: webhooks.settle,
    follow(from, to) {
      const isNew = graph.follow(from, to);
      if (isNew) webhooks.tell({ kind: 'follow', follower: from, accounts: [to] }, 'Web');
    },
    unfollow(from, to) {
      const wasThere = graph.unfollow(from, to);
      if (wasThere) webhooks.tell({ kind: 'unfollow', follower: from, accounts: [to] }, 'Web');
    },
    isFollowing: (from, to) => graph.followedAt(from, to) !== undefined,
    announce: (change, at) => webhooks.tell(change, 'Web', at),
    addAccount: graph.addAccount,
    removeAccount: graph.removeAccount,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      closing.abort();
      webhooks.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
