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

/** The same where the app's messages are open, of a person it has not written to. */
export const MESSAGES = 'messages';

/** Everything the page draws for one person in one channel. Answered by `GET /demo/state`. */
export interface PageState {
  /** Another one for each start of the demo. */
  readonly demoId: string;
  readonly personId: string;
  /** Or `HOME`, or `MESSAGES`; `null` when this person can see no channel at all. */
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
  /** By channel, the `ts` of the newest messages that others wrote and this person sees, oldest first; of no channel more than 100. */
  readonly incoming: Readonly<Record<string, readonly string[]>>;
  readonly botUserId: string;
  /** Id of a person, channel, group or the bot → how a mention of it reads: `@maya`, `#general`. */
  readonly names: Readonly<Record<string, string>>;
  readonly faults: readonly FaultState[];
  /** What can be let happen in Chat. */
  readonly acts: readonly ActState[];
  /** How far the demo's clock is ahead of this machine's, milliseconds; `null` when it can't be moved. */
  readonly clockAheadMs: number | null;
  /** The demo's time at which this was read, Unix milliseconds. */
  readonly at: number;
  /** When the next digest is due, Unix milliseconds of the demo's clock; `null` when none is. */
  readonly nextSlotAt: number | null;
  /** `null` where it can't be played. */
  readonly tour: TourState | null;
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

export interface ActState {
  readonly id: string;
  /** What happens next. */
  readonly label: string;
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

/** The guided tour, as far as it has come. */
export interface TourState {
  /** The first one that isn't done is the present one. */
  readonly steps: readonly TourStep[];
}

export interface TourStep {
  readonly title: string;
  readonly why: string;
  /** What it is made of, when that is several things. */
  readonly parts: readonly { readonly words: string; readonly isDone: boolean }[];
  /** Judged by what really happened in the workspace. */
  readonly isDone: boolean;
  /** What its button does at present; undefined when nothing can be done. */
  readonly act: TourAct | undefined;
}

export type TourAct = { readonly label: string } & (
  | { readonly kind: 'type'; readonly personId: string; readonly text: string }
  | {
      readonly kind: 'press';
      readonly personId: string;
      readonly channelId: string;
      readonly ts: string;
      readonly actionId: string;
    }
  | { readonly kind: 'next-digest' }
  | { readonly kind: 'switch'; readonly id: string; readonly on: boolean }
);

/** What the clock was moved by, and what the app said meanwhile. */
export interface Moved {
  readonly aheadMs: number;
  /** Oldest first. */
  readonly arrivals: readonly Arrival[];
}

/** A message of the app to a whole channel, or a direct message. */
export interface Arrival {
  readonly ts: string;
  readonly channelId: string;
  /** Undefined for a direct message. */
  readonly channelName: string | undefined;
  /** One who sees it. */
  readonly personId: string;
  readonly isDigest: boolean;
}
