import { SocketModeClient, type SocketModeOptions } from '@slack/socket-mode';
import type { Dispatcher } from 'undici';
import { withDeadline } from '../../deadline.ts';
import type { BoltLogger } from '../web-api/bolt-logger.ts';
import { SocketEndedError } from './connect-error.ts';
import { type Frame, readFrame, type SocketRequest } from './socket-frames.ts';

/** From `apps.connections.open` to Slack's hello, milliseconds; what takes longer is tried anew. */
const CONNECT_LIMIT_MS = 10_000;
/** Slack doesn't end the TCP connection after its goodbye, and the SDK notices only by the pings that stay away. */
const CHECK_EVERY_MS = 100;
/** How long a goodbye may take, milliseconds. */
const GOODBYE_LIMIT_MS = 500;
/** `WebSocket.OPEN` */
const OPEN = 1;

/** What every connection to Slack's socket is made with. */
export interface SocketOptions {
  readonly appToken: string;
  /** Other root of Slack's Web API. */
  readonly apiUrl: string | undefined;
  readonly logger: BoltLogger;
  readonly fetch: typeof globalThis.fetch;
  /** Of the socket, where it goes through a proxy. */
  readonly dispatcher?: Dispatcher | undefined;
}

/** What one connection reports. */
export interface SocketEvents {
  /** Slack greets the connection. @param connections how many the app has by then, this one included; `undefined`: Slack doesn't say */
  readonly onHello?: (connections: number | undefined) => void;
  readonly onRequest: (request: SocketRequest, connection: SocketConnection) => void;
  /** A message that can't be used; it was acknowledged if it can be. `why` holds nothing of it. */
  readonly onUnusable: (why: string) => void;
  /** Slack is about to close this connection, which works until then. */
  readonly onAnnounced: (reason: string, connection: SocketConnection) => void;
  /** It has ended, after it was connected; called once. */
  readonly onClosed: (connection: SocketConnection) => void;
}

/** One connection to Slack, from before its address is asked for until its end. It is never connected again. */
export interface SocketConnection {
  readonly isUp: boolean;
  /**
   * Connects; call it once.
   * @throws the SDK's error of `apps.connections.open` or of the connection, or a plain one with the reason
   */
  connect(): Promise<void>;
  /** Acknowledges a request. @returns whether the connection was still there for it */
  acknowledge(envelopeId: string, payload: object): boolean;
  /** Ends it at any point of its life; resolves within half a second. Never rejects. */
  close(): Promise<void>;
}

/** The SDK's client, with messages read by us: its own reading throws on some, which nothing can catch. */
class FrameClient extends SocketModeClient {
  readonly #onFrame: (frame: Frame) => void;

  constructor(options: SocketModeOptions, onFrame: (frame: Frame) => void) {
    super(options);
    this.#onFrame = onFrame;
  }

  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    const frame = readFrame(data);
    this.#onFrame(frame);
    if (frame.kind === 'hello') await super.onWebSocketMessage(data, isBinary);
  }
}

/** One connection, not yet connected. */
export function createSocketConnection(options: SocketOptions, events: SocketEvents): SocketConnection {
  const { appToken, apiUrl, logger, fetch, dispatcher } = options;
  const end = new AbortController();
  let state: 'new' | 'up' | 'ended' = 'new';
  let check: NodeJS.Timeout | undefined;
  let cause: unknown;
  let goodbye: Promise<void> | undefined;

  const client = new FrameClient(
    {
      appToken,
      // One client is one connection: a next one is a new client, so that both can be open at a time.
      autoReconnectEnabled: false,
      logger,
      ...(dispatcher && { dispatcher }),
      clientOptions: {
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: CONNECT_LIMIT_MS,
        fetch: (url, init) =>
          fetch(url, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, end.signal]) : end.signal }),
        ...(apiUrl && { slackApiUrl: apiUrl }),
      },
    },
    onFrame,
  );
  client.on('error', (error: unknown) => {
    cause ??= error;
  });
  client.on('disconnected', () => finish(new SocketEndedError('the connection was closed')));

  function onFrame(frame: Frame): void {
    if (state === 'ended') return;
    if (frame.kind === 'hello') {
      events.onHello?.(frame.connections);
    } else if (frame.kind === 'request') {
      events.onRequest(frame, connection);
    } else if (frame.kind === 'disconnect') {
      cause ??= new SocketEndedError(`Slack said ${frame.reason}`);
      if (state === 'up') events.onAnnounced(frame.reason, connection);
      else finish(cause);
    } else if (frame.kind === 'unusable') {
      if (frame.envelopeId !== undefined) connection.acknowledge(frame.envelopeId, {});
      events.onUnusable(frame.why);
    }
  }

  function finish(reason: unknown): void {
    if (state === 'ended') return;
    const wasUp = state === 'up';
    state = 'ended';
    clearInterval(check);
    end.abort(cause ?? reason);
    // It also takes back what the SDK has in hand: an attempt to connect, its timers. It never rejects.
    goodbye = client.disconnect();
    if (wasUp) events.onClosed(connection);
  }

  const connection: SocketConnection = {
    get isUp() {
      return state === 'up';
    },

    async connect() {
      const started = client.start();
      const limit = setTimeout(() => finish(new SocketEndedError('Slack took too long')), CONNECT_LIMIT_MS);
      // An end that comes between the SDK's steps doesn't stop the next of them.
      void started.then(
        () => (state === 'ended' ? client.disconnect() : undefined),
        () => undefined,
      );
      try {
        await withDeadline(started, end, () => {
          throw end.signal.reason;
        });
        state = 'up';
      } catch (error) {
        // The SDK rejects with nothing at all when a connection closes before it is ready.
        finish(error ?? new SocketEndedError('the connection was closed'));
        throw cause ?? error ?? end.signal.reason;
      } finally {
        clearTimeout(limit);
      }
      check = setInterval(() => {
        if (client.websocket?.readyState !== OPEN) finish(new SocketEndedError('the connection was closed'));
      }, CHECK_EVERY_MS).unref();
    },

    acknowledge(envelopeId, payload) {
      const { websocket } = client;
      if (!websocket?.isActive()) return false;
      let isSent = true;
      websocket.send(JSON.stringify({ envelope_id: envelopeId, payload }), (error) => {
        isSent = !error;
      });
      return isSent;
    },

    async close() {
      finish(new SocketEndedError('the app ends it'));
      await withDeadline(Promise.resolve(goodbye), { ms: GOODBYE_LIMIT_MS }, () => undefined);
    },
  };
  return connection;
}
