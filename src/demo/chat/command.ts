import type { FollowChange } from './follow-change.ts';
import type { FollowGraph } from './follow-graph-types.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The answer for one account. What else it holds is the command's business; a failed item holds nothing else. */
export type Item = JsonObject & {
  readonly To_Account: string;
  /** 0: this account was answered. A list of relations has no such field: none of its accounts was asked for. */
  readonly ResultCode?: number;
  /** Empty when answered. */
  readonly ResultInfo?: string;
};

export type CommandResult =
  /** `info` instead of the code's own words. */
  | { readonly kind: 'rejected'; readonly code: number; readonly info?: string }
  | {
      readonly kind: 'answered';
      /** The field of the answer that the items go into. */
      readonly list: string;
      readonly items: readonly Item[];
      /** Further fields of the answer. */
      readonly extra?: JsonObject;
      /** What the call changed. */
      readonly change?: FollowChange;
    };

/** What commands answer from. */
export interface ChatData {
  readonly graph: FollowGraph;
  /** Undefined for an account that has none. */
  readonly nicknameOf: (id: string) => string | undefined;
  /** The most accounts that a page of a list may hold; a request for more is rejected, or gets so many. */
  readonly largestPage: { readonly accounts: number; readonly above: 'reject' | 'cut' };
}

/** One command: judges the body and answers from the data, and knows neither HTTP nor faults. */
export type Command = (body: JsonObject, data: ChatData) => CommandResult;
