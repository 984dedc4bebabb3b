import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import type { CommandName } from './all-commands.ts';
import type { Audience } from './audience.ts';
import { type ChatFault, createFaultSwitch } from './faults.ts';
import { createFollowGraph } from './follow-graph.ts';
import { sendReply } from './send-reply.ts';
import { createChatService } from './service.ts';

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
  /** Default: nobody has one. */
  readonly nicknameOf?: (id: string) => string | undefined;
  /** The most accounts in a page of a list, and what becomes of a request for more. Default: 1,000, and it is rejected. */
  readonly largestPage?: { readonly accounts: number; readonly above: 'reject' | 'cut' };
  /** Commands that an unknown account among those named fails as a whole. Default: none, it fails alone. */
  readonly unknownFailsCall?: readonly CommandName[];
  /** Milliseconds since 1970; since when relations are. Default: `now`. */
  readonly eventsNow?: () => number;
  /** Milliseconds since 1970; rules signatures, lockouts and the frequency limit. Default: the system's clock. */
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
  /** Every call since the start, rejected ones too, in the order they were decided. */
  readonly calls: readonly ChatCall[];
  /** Replaces all faults; an empty list heals everything. */
  setFaults(faults: readonly ChatFault[]): void;
  /** Throws RangeError for an unknown account, for oneself, and past 5,000 followed accounts. */
  follow(from: string, to: string): void;
  unfollow(from: string, to: string): void;
  /** Throws RangeError for what can't be a UserID. */
  addAccount(id: string): void;
  removeAccount(id: string): void;
  /** Ends every connection, answered or not. */
  close(): Promise<void>;
}

export interface ChatCall {
  /** When it was decided, by the server's `now`. */
  readonly at: number;
  /** Which command: the last part of the path, whether or not there is such a command. */
  readonly command: string;
  /** `From_Account`; '' when there is none. */
  readonly from: string;
  /** The accounts named in the call, as far as the body could be read; for a list the one that it is of. */
  readonly accounts: readonly string[];
  /** The answer's ErrorCode, or `'fault'` when a fault kept the client from getting a documented answer. */
  readonly code: number | 'fault';
  /** As it came; '' when absent. */
  readonly random: string;
  /** As it came; '' when absent. A secret. */
  readonly usersig: string;
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

  const faults = createFaultSwitch();
  const serve = createChatService({ ...options, graph, faults, now, maxCallsPerSecond });
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
    setFaults: faults.set,
    follow: (from, to) => void graph.follow(from, to),
    unfollow: (from, to) => void graph.unfollow(from, to),
    addAccount: graph.addAccount,
    removeAccount: graph.removeAccount,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      closing.abort();
      server.closeAllConnections();
      await closed;
    },
  };
}
