import type { ChatFault } from '../../../src/demo/chat/faults.ts';
import type { SlackFault } from '../../../src/demo/slack/types.ts';
import type { Chance } from '../kernel/chance.ts';
import type { CallFate } from '../parts/chat-network.ts';
import type { StatementFate } from '../parts/database-driver.ts';

/** What an episode of a fault does while it lasts. What it doesn't name it leaves as it is. */
export interface Episode {
  /** What the network does to a call of Slack's. @param method as Slack names it; `response_url` and `upload`, too */
  readonly slackCall?: (method: string) => Partial<CallFate> | undefined;
  /** What Slack itself does, by the rules of the stand-in. */
  readonly slack?: readonly SlackFault[];
  /** What the network does to a call of Chat's. */
  readonly chatCall?: () => Partial<CallFate> | undefined;
  /** What Chat itself answers. */
  readonly chat?: () => ChatFault | undefined;
  /** What the database does to a statement. */
  readonly statement?: (sql: string) => Partial<StatementFate> | undefined;
  /** How long a connection to the database takes to come about for the replica in a place, milliseconds. */
  readonly connection?: (place: string) => number;
  /** How often one of Slack's requests comes, and how long each time is under way, milliseconds. */
  readonly request?: () => readonly number[] | undefined;
  /** How often one of Chat's webhooks comes, and how long each time is under way, milliseconds; none: it gets lost. */
  readonly webhook?: () => readonly number[] | undefined;
  /** How long a notice of changed counts to the replica in a place is under way, milliseconds; `lost`: its connection is broken. */
  readonly notice?: (place: string) => number | 'lost' | undefined;
  /** Called when it is over. */
  readonly end?: () => void;
}

/** What a fault can reach beside its episodes. */
export interface FaultTools {
  readonly chance: Chance;
  /** Milliseconds by which a clock is ahead, which replicas, the database and Slack have each. */
  readonly clocks: { database: number; slack: number; readonly replicas: Map<string, number> };
  /** Names of the replicas' places: each place has one life after the other. */
  readonly places: readonly string[];
}

/** A kind of fault. To add one, write a file like those beside this one, and add it to `faults.ts`. */
export interface Fault {
  readonly name: string;
  /** How often it begins, beside the others. */
  readonly weight: number;
  /** The least and the longest time that it lasts, milliseconds. */
  readonly lasts: readonly [number, number];
  readonly begin: (tools: FaultTools) => Episode;
  /** Set where a person's answer may be late for minutes with it, or get lost. */
  readonly hindersAnswers?: true;
  /** Set where an answer may come some seconds late with it, or a second time, but comes. */
  readonly delaysAnswers?: true;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
