import type { ProxySettings } from '../../config/proxy.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import type { SlackConnection, SlackMode } from '../connection/bolt.ts';

/** Where and by what Slack is tried. */
export interface SlackFieldTest {
  readonly slack: { readonly botToken: string; readonly apiUrl: string | undefined } & SlackMode;
  readonly proxy: ProxySettings | undefined;
  readonly channelId: string;
  /** A person to send to where no one presses. */
  readonly adminId: string | undefined;
  /**
   * Lets Slack reach the connection where it comes over HTTP. @returns what ends that; rejects with the reason when it can't
   */
  readonly listen: (connection: SlackConnection) => Promise<() => Promise<void>>;
  /** Called once people are asked to press. */
  readonly onAsk: (sentence: string) => void;
  /** How long people have, milliseconds. */
  readonly pressMs: number;
  readonly fetch: typeof globalThis.fetch;
  readonly timers: Timers;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Aborted: nothing more is tried, and what was made is deleted. */
  readonly signal: AbortSignal;
  readonly log: Logger;
}
