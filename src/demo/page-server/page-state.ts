import type { Channel, Message, Person, SlackFile, SlashCommand, UserGroup } from '../slack/types.ts';

/** Everything the page draws for one person in one channel. Answered by `GET /demo/state`. */
export interface PageState {
  readonly personId: string;
  /** `null` when this person can see no channel at all. */
  readonly channelId: string | null;
  readonly people: readonly Person[];
  /** Those this person may see. */
  readonly channels: readonly Channel[];
  readonly userGroups: readonly UserGroup[];
  readonly commands: readonly SlashCommand[];
  /** Oldest first. */
  readonly messages: readonly PageMessage[];
  readonly botUserId: string;
  /** Id of a person, channel, group or the bot → how a mention of it reads: `@maya`, `#general`. */
  readonly names: Readonly<Record<string, string>>;
  readonly faults: readonly FaultState[];
  readonly examples: readonly Example[];
}

/** A message without the contents of its files: those are fetched when someone downloads one. */
export type PageMessage = Omit<Message, 'files'> & { readonly files: readonly PageFile[] };

export type PageFile = Omit<SlackFile, 'content'> & {
  /** Bytes, as UTF-8. */
  readonly size: number;
};

export interface FaultState {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly on: boolean;
}

/** A line to try, put into the composer by the page. */
export interface Example {
  readonly text: string;
  /** What there is to see. */
  readonly why: string;
}
