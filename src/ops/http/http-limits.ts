/** What the app's HTTP server allows its clients. Sizes in bytes, times in milliseconds. */
export interface HttpLimits {
  /** Connections at one time; see `connections.ts` for what happens beyond. */
  readonly connections: number;
  /** Requests that one connection may send without waiting for their answers; the next one closes it. */
  readonly unanswered: number;
  /** The bodies that are being read at one moment, over all connections; see `body-budget.ts` for what happens beyond. */
  readonly bodiesBytes: number;
  /** The time to send a whole request, from its first byte or, for a connection's first, from its opening; 408 after it. */
  readonly requestMs: number;
  /** Of that the time for its headers alone, as long as it is the shorter; 408 after it. */
  readonly headersMs: number;
  /** The most that the headers of one request may have together; 431 beyond. */
  readonly headerBytes: number;
  /** How often these times are looked at. */
  readonly checkEveryMs: number;
  /** How long a connection may wait for its next request. */
  readonly keepAliveMs: number;
  /** After so long without a byte the system asks whether the other end is still there, and closes where nothing says so. */
  readonly probeMs: number;
  /** How long nothing may move on a connection while a request of it is answered, as when the client doesn't take the answer. */
  readonly stalledMs: number;
  /** How long answers that are on their way hold up the end of a server that closes. */
  readonly closingMs: number;
  /**
   * After a rejection that left a body unread: how long, and how much of it, is still read and thrown away. A connection
   * closed with unread bytes is reset, and then the client may never see the status.
   */
  readonly lingerMs: number;
  readonly lingerBytes: number;
}

/**
 * Slack may send 1,000 commands in one second, each over a connection of its own: twice that. A body from Slack is 1 to 50
 * KB and read within milliseconds: 4 MiB hold hundreds of them. Most load balancers keep a connection for 60 s,
 * Google's for 600: longer than that, so that it is never closed here just as they use it again. Neither they nor Slack send a request before they have the answer to the
 * last; a client that does can put thousands into one segment of TCP, each of which takes memory until its answer is taken.
 */
export const HTTP_LIMITS: HttpLimits = {
  connections: 2000,
  unanswered: 10,
  bodiesBytes: 4 * 1024 * 1024,
  requestMs: 10_000,
  headersMs: 5000,
  headerBytes: 16 * 1024,
  checkEveryMs: 1000,
  keepAliveMs: 620_000,
  probeMs: 30_000,
  stalledMs: 30_000,
  closingMs: 2000,
  lingerMs: 500,
  lingerBytes: 1024 * 1024,
};
