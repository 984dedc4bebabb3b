import { ConfigError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import { appTokenError, describeConnectError, retryAfterMs } from './connect-error.ts';
import type { SocketConnection, SocketEvents } from './socket-connection.ts';

/** A connection that breaks sooner than this counts like one that couldn't be made, milliseconds. */
const SHORT_LIFE_MS = 1000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** Slack closes a connection some ten seconds after it has announced that; one it forgets is closed after this. */
const LEAVING_MS = 60_000;
/** The reasons that Slack gives for an ordinary renewal, every few hours. */
const RENEWALS: ReadonlySet<string> = new Set(['warning', 'refresh_requested']);

interface Options {
  /** Makes a connection that isn't connected yet. */
  readonly create: (events: Pick<SocketEvents, 'onAnnounced' | 'onClosed'>) => SocketConnection;
  readonly log: Logger;
  /** Milliseconds of a clock that only time moves. */
  readonly now: () => number;
  /** Rejects when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** From 0 to 1: spreads the attempts of many replicas. */
  readonly random: () => number;
}

/** Keeps the app connected to Slack. */
export interface SocketKeeper {
  /** Whether Slack can reach the app now; a connection whose end is announced counts as long as it works. */
  isConnected(): boolean;
  /**
   * Resolves once connected, however long that takes.
   * @throws {ConfigError} when Slack rejects the token for good; a plain error when `close` comes first
   */
  start(): Promise<void>;
  /** Resolves when Slack has rejected the token for good after `start`: nothing is tried any more. */
  readonly tokenRejected: Promise<ConfigError>;
  /** Tries no new connection from here on; those that are there stay. */
  halt(): void;
  /** Ends every connection, also one in the making. Never rejects. */
  close(): Promise<void>;
}

/**
 * A next connection is made when Slack announces the end of the present one, or it breaks: at once, then after growing
 * waits. Both are open at a time where Slack lets them, so that nothing is missed between them.
 */
export function createSocketKeeper({ create, log, now, sleep, random }: Options): SocketKeeper {
  const ending = new AbortController();
  const tokenRejected = Promise.withResolvers<ConfigError>();
  const open = new Set<SocketConnection>();
  /** Slack announces an end more than once: as a warning, and again when it comes. */
  const leaving = new WeakSet<SocketConnection>();
  let current: SocketConnection | undefined;
  let connectedAt = 0;
  let connecting: Promise<void> | undefined;
  /** Failed attempts and short lives in a row. */
  let failures = 0;

  const waitMs = (): number => {
    if (failures === 0) return 0;
    const most = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
    return Math.round(most * (0.5 + random() / 2));
  };

  async function attempt(): Promise<void> {
    const connection = create({ onAnnounced, onClosed });
    open.add(connection);
    try {
      await connection.connect();
    } catch (error) {
      open.delete(connection);
      throw error;
    }
    current = connection;
    connectedAt = now();
  }

  async function connect(): Promise<void> {
    let delayMs = waitMs();
    for (;;) {
      if (delayMs > 0) await sleep(delayMs, ending.signal);
      ending.signal.throwIfAborted();
      try {
        await attempt();
        return;
      } catch (error) {
        ending.signal.throwIfAborted();
        const fault = appTokenError(error);
        if (fault) throw fault;
        failures += 1;
        delayMs = Math.max(waitMs(), retryAfterMs(error) ?? 0);
        log.warn(
          { reason: describeConnectError(error), waitMs: delayMs },
          'Slack took no Socket Mode connection; trying again',
        );
      }
    }
  }

  /** Goes on until there is a connection again. */
  function replace(): void {
    if (connecting || ending.signal.aborted) return;
    const wasShort = now() - connectedAt < SHORT_LIFE_MS;
    if (!wasShort) failures = 0;
    connecting = connect().then(
      () => log.info('connected to Slack anew'),
      (error: unknown) => {
        ending.abort(error);
        if (error instanceof ConfigError) tokenRejected.resolve(error);
      },
    );
    // Counted after the wait is decided: the first short life is followed by an attempt at once.
    if (wasShort) failures += 1;
    void connecting.then(() => {
      connecting = undefined;
      if (!current) replace();
    });
  }

  function onAnnounced(reason: string, connection: SocketConnection): void {
    // One connection is followed by one: a second would stay beside it, and each renewal would add another.
    if (leaving.has(connection)) return;
    leaving.add(connection);
    if (connection === current) current = undefined;
    if (RENEWALS.has(reason)) log.info({ reason }, 'Slack renews its Socket Mode connection');
    else log.warn({ reason }, 'Slack ends its Socket Mode connection');
    setTimeout(() => {
      if (current?.isUp) void connection.close();
    }, LEAVING_MS).unref();
    if (!current) replace();
  }

  function onClosed(connection: SocketConnection): void {
    open.delete(connection);
    if (connection !== current) return;
    current = undefined;
    if (!ending.signal.aborted) log.warn('the Socket Mode connection broke; connecting anew');
    replace();
  }

  return {
    isConnected: () => [...open].some(({ isUp }) => isUp),
    start: connect,
    tokenRejected: tokenRejected.promise,
    halt: () => ending.abort(new Error('stopped while connecting')),
    async close() {
      ending.abort(new Error('stopped while connecting'));
      await Promise.all([...open].map((connection) => connection.close()));
    },
  };
}
