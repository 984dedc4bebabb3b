import type {
  Channel,
  Message,
  Person,
  Shortcut,
  SlackFile,
  SlashCommand,
  UserGroup,
  View,
  ViewValues,
} from '../slack/types.ts';

/** Stands for a channel's id where the app's Home tab is open. */
export const HOME = 'home';

/** Everything the page draws for one person in one channel. Answered by `GET /demo/state`. */
export interface PageState {
  readonly personId: string;
  /** `HOME` for the app's Home tab; `null` when this person can see no channel at all. */
  readonly channelId: string | null;
  readonly people: readonly Person[];
  /** Those this person may see. */
  readonly channels: readonly Channel[];
  readonly userGroups: readonly UserGroup[];
  readonly commands: readonly SlashCommand[];
  /** Offered on every message that isn't ephemeral. */
  readonly messageShortcuts: readonly Shortcut[];
  /** What lies over everything else for this person, with the number of modals below it. */
  readonly modal: (View & { readonly below: number }) | null;
  readonly hasHomeTab: boolean;
  /** `null` until the app fills it. */
  readonly home: View | null;
  /** Oldest first. */
  readonly messages: readonly PageMessage[];
  readonly botUserId: string;
  /** Id of a person, channel, group or the bot → how a mention of it reads: `@maya`, `#general`. */
  readonly names: Readonly<Record<string, string>>;
  readonly faults: readonly FaultState[];
  /** How far the demo's clock is ahead of this machine's, milliseconds; `null` when it can't be moved. */
  readonly clockAheadMs: number | null;
  readonly examples: readonly Example[];
}

/** A message without the contents of its files: those are fetched when someone downloads one. */
export type PageMessage = Omit<Message, 'files'> & {
  readonly files: readonly PageFile[];
  /** What its menus hold for this person. */
  readonly values: ViewValues;
};

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

/** A line to try. */
export interface Example {
  /** Under which heading it stands. */
  readonly group: string;
  /** Who may do it; left out: anybody who has access. */
  readonly personId?: string;
  readonly text: string;
  /** What there is to see. */
  readonly why: string;
}
