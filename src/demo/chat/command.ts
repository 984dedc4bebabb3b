import type { ChatCode } from './codes.ts';
import type { FollowGraph } from './follow-graph.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The answer for one account. What else it holds is the command's business; a failed item holds nothing else. */
export type Item = JsonObject & {
  readonly To_Account: string;
  /** 0: this account was answered. */
  readonly ResultCode: number;
  /** Empty when answered. */
  readonly ResultInfo: string;
};

export type CommandResult =
  /** `info` instead of the code's own words. */
  | { readonly kind: 'rejected'; readonly code: ChatCode; readonly info?: string }
  /** `list` is the field of the answer that the items go into. */
  | { readonly kind: 'answered'; readonly list: string; readonly items: readonly Item[] };

/** One command of `v4/follow/`: judges the body and answers from the graph, and knows neither HTTP nor faults. */
export type Command = (body: JsonObject, graph: FollowGraph) => CommandResult;
