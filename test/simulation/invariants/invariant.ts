import type { Outgoing } from '../../../src/demo/slack/delivery/delivery.ts';
import type { Message } from '../../../src/demo/slack/types.ts';
import type { Kept } from '../../../src/followstats/events/keep-events.ts';
import type { FollowEvent } from '../../../src/followstats/events/ports.ts';
import type { Marks } from '../marks.ts';
import type { FollowersBetween, HadCounts } from '../parts/count-history.ts';
import type { RunChange } from '../parts/database-engine.ts';

/** A line of the app's log. */
export type LogLine = Readonly<Record<string, unknown>>;

/** What an invariant is called with. Each call comes at once, while the rest of the world stands still. */
export interface Watcher {
  /** A call left for Chat, so many milliseconds after the start. */
  chatCall?(call: { readonly leftAt: number; readonly command: string; readonly accounts: readonly string[] }): void;
  /** Chat decided a call of a replica; `fault`: it was broken on its way back. */
  chatReply?(reply: {
    readonly replica: string;
    readonly accounts: readonly string[];
    readonly code: number | 'fault';
    /** The account whose item alone failed. */
    readonly spoiled: string | undefined;
  }): void;
  /** A request of Slack's reached a replica; the same object each time that it comes. */
  request?(request: Outgoing): void;
  /** A message came, or changed. */
  message?(message: Message): void;
  /** Runs changed, in one transaction that is committed. */
  runs?(changes: readonly RunChange[]): void;
  /** The same of alerts, the runs of watches. */
  alerts?(changes: readonly RunChange[]): void;
  /** The events of a webhook were handed to a replica, or it says what became of them. */
  events?(taken: {
    readonly replica: string;
    readonly events: readonly FollowEvent[];
    readonly kept: Kept | 'arrived';
  }): void;
  /** A replica wrote a line to its log; `text` is the whole of it, `by` the name of the replica's life. */
  log?(line: LogLine, text: string, by: string): void;
  /** A replica, named by its life, was stopped as an operator would and has ended in time. */
  stopped?(by: string): void;
  /** A replica, named by its life, is over, whatever ended it. */
  ended?(by: string): void;
  /** Nothing has failed for long enough for everything to settle. */
  atRest?(): Promise<void>;
}

/** What an invariant can see and do. */
export interface InvariantTools {
  /** Reads what is committed. */
  committed<Row>(sql: string, parameters?: readonly (string | number)[]): Promise<readonly Row[]>;
  /** Every message that is still kept, of all channels. */
  messages(): readonly Message[];
  /** Unix milliseconds, by the database's clock. */
  storeNow(): number;
  /** Unix milliseconds; no part's clock, but the right time. */
  now(): number;
  readonly hadCounts: HadCounts;
  readonly followersBetween: FollowersBetween;
  /** Whether every replica has heard of all that another one has kept of changed counts. */
  haveNoticesCome(): boolean;
  /** Milliseconds since the start. */
  elapsed(): number;
  readonly marks: Marks;
  /** Everything that must not be seen. */
  readonly secrets: readonly string[];
  /** Calls a second that Chat may be asked. */
  readonly callsPerSecond: number;
  /** Says that the invariant doesn't hold. @param about what to look for in the trace */
  violated(what: string, about?: readonly string[]): void;
}

/** What must always hold. To add one, write a file like those beside this one, and add it to `invariants.ts`. */
export interface Invariant {
  readonly name: string;
  watch(tools: InvariantTools): Watcher;
}
