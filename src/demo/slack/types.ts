/** A member of the stand-in workspace, or a visitor to it. */
export interface Person {
  /** `U…`, as Slack gives it. */
  readonly id: string;
  /** The handle typed after `@`. */
  readonly name: string;
  readonly realName: string;
  /** What the demo says about this person: `viewer`, `admin`, `guest`, … Only words for the page; Slack doesn't know it. */
  readonly note: string;
  /** `guest`: `is_restricted`; `stranger`: a person of another team in a shared channel. */
  readonly kind: 'member' | 'guest' | 'stranger';
  /** BCP 47, as `users.info` gives it with `include_locale`. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
}

export interface Channel {
  /** `C…`, or `D…` for a direct message. */
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly isArchived?: boolean;
  /** Only some people may post here, and the app is none of them: `restricted_action`. */
  readonly isRestricted?: boolean;
  readonly memberIds: readonly string[];
}

export interface UserGroup {
  /** `S…` */
  readonly id: string;
  /** The handle typed after `@`. */
  readonly handle: string;
  readonly name: string;
  readonly memberIds: readonly string[];
  /** Switched off by an admin: no longer listed, and asking for its members finds nothing. */
  readonly isDisabled?: boolean;
}

/** Block Kit as it came over the wire. The stand-in judges it with `blocks/validate.ts` and never changes it. */
export type Block = { readonly type: string } & Readonly<Record<string, unknown>>;

/** `text`, `fallback`, `fields`, `blocks`, … of a secondary attachment. */
export type Attachment = Readonly<Record<string, unknown>>;

export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly content: string;
}

/** One message as one reader sees it. */
export interface Message {
  /** Slack's timestamp id, `1700000000.000100`; also its place in the order. */
  readonly ts: string;
  readonly channelId: string;
  /** A person's id, the app's bot user id, or the `B…` of another app's bot. */
  readonly authorId: string;
  /** The name another app's bot posts under; undefined for people and for the app itself. */
  readonly username?: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Slack's older way of framing what an app says, as it came over the wire. */
  readonly attachments: readonly Attachment[];
  readonly files: readonly SlackFile[];
  /** Set: only this person sees it ("Only visible to you"). */
  readonly visibleTo: string | undefined;
  readonly threadTs: string | undefined;
  /** What the app attached with `metadata` on `chat.postMessage`; people don't see it. */
  readonly metadata?: MessageMetadata;
  /** Raised each time the message is replaced. */
  readonly version: number;
}

/** Data for apps on a message. */
export interface MessageMetadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
}

/** A modal, or a person's Home tab, as it stands before that person. */
export interface View {
  /** `V…` */
  readonly id: string;
  readonly personId: string;
  readonly surface: 'modal' | 'home';
  /** '' for a Home tab. */
  readonly title: string;
  /** Undefined: there is nothing to submit. */
  readonly submit: string | undefined;
  readonly close: string | undefined;
  readonly blocks: readonly Block[];
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly externalId: string;
  readonly clearOnClose: boolean;
  readonly notifyOnClose: boolean;
  /** Another one after each update by the app. */
  readonly hash: string;
  readonly rootId: string;
  /** The view this one was pushed on. */
  readonly previousId: string | undefined;
  /** Where the person was when the modal came up. */
  readonly originChannelId: string | undefined;
  readonly values: ViewValues;
  /** Under the fields, by `block_id`: the errors that the app, or Slack's own client, found. */
  readonly errors: Readonly<Record<string, string>>;
}

/** `state.values` of a view or message: `block_id` → `action_id` → what the element holds, as payloads have it. */
export type ViewValues = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/**
 * What a person puts into a field: text or a number; the `value` of an option, or several; ids; `YYYY-MM-DD`; `HH:mm`.
 * `null` empties it.
 */
export type FieldInput = string | number | null | readonly string[];

/** One line of a menu, as the app wrote it. */
export type MenuOption = {
  readonly text: { readonly type: 'plain_text'; readonly text: string };
  readonly value: string;
  readonly description?: { readonly type: 'plain_text'; readonly text: string };
};

/** What an external select lists below what was typed. */
export interface Suggestions {
  /** Undefined: too little was typed for the app to be asked. Its error is `no_options_url` when the manifest has none. */
  readonly delivery: Delivery | undefined;
  /** In their order, those of groups, too; none when the answer was late or isn't one that Slack takes. */
  readonly options: readonly MenuOption[];
  /** The same under their headings; one group without a heading when the app made none. */
  readonly groups: readonly { readonly label: string | undefined; readonly options: readonly MenuOption[] }[];
}

/** A request that Slack sent to the app, and what came back. */
export interface Delivery {
  readonly kind:
    | 'command'
    | 'block_actions'
    | 'block_suggestion'
    | 'message_action'
    | 'view_submission'
    | 'view_closed'
    | 'event'
    | 'raw';
  /** HTTP status of the answer; 200 for an acknowledged Socket Mode envelope; 0 when nothing came within 3 s. */
  readonly status: number;
  /** The acknowledgement's body as text; '' when empty. */
  readonly body: string;
  /** From sending to the acknowledgement. */
  readonly ackMs: number;
  /** What Slack itself shows the person when the app failed: `operation_timeout`, `dispatch_failed`, … */
  readonly error: string | undefined;
}

/** A Web API call or a `response_url` request that the app made. */
export interface ApiCall {
  /** `chat.postEphemeral`, …; `response_url` for those. */
  readonly method: string;
  /** The arguments, decoded from form or JSON. Never holds the token. */
  readonly args: Readonly<Record<string, unknown>>;
  /** 0 when no answer reached the app. */
  readonly status: number;
  /** Slack's `error`, when it answered with one. */
  readonly error: string | undefined;
  /** Unix milliseconds. */
  readonly at: number;
}

/** A slash command of the installed app, as its manifest declares it. */
export interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

/** A shortcut of the installed app, as its manifest declares it. */
export interface Shortcut {
  readonly name: string;
  readonly description: string;
  readonly callbackId: string;
  /** `message`: in a message's menu; `global`: in the composer's. */
  readonly type: 'message' | 'global';
}

/** A fault that the workspace makes on purpose. Each stays until cleared, unless `times` limits it. */
export type SlackFault =
  /** The workspace rejects these block types with `invalid_blocks`, as some plans do. */
  | { readonly kind: 'refuse-blocks'; readonly types: readonly string[] }
  /** `chat.postMessage` answers 429 when a channel has had this many posts within a second; Slack's own limit is about 1. */
  | { readonly kind: 'channel-rate'; readonly perSecond: number }
  /** Answers 429 with `Retry-After`. */
  | (Befalls & { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number })
  /** Answers 429 with this as its `Retry-After`, usable or not; without the header when it is left out. */
  | (Befalls & { readonly kind: 'odd-rate-limit'; readonly retryAfter?: string })
  /** Answers with this `error` (HTTP 200, `ok: false`; 404 for a `response_url`), e.g. `missing_scope`. */
  | (Befalls & { readonly kind: 'refuse'; readonly error: string })
  | ContentFault
  /** Answers with this HTTP status and no Slack body. */
  | (Befalls & { readonly kind: 'status'; readonly status: number })
  /** Never answers, and does nothing. */
  | (Befalls & { readonly kind: 'hang' })
  /** Does what the request says, then answers that it failed, as Slack may with `internal_error`. */
  | (Befalls & { readonly kind: 'half-done'; readonly error: string })
  /** Does what the request says, then cuts the connection before a byte of the answer. */
  | (Befalls & { readonly kind: 'lose-answer' });

/** Rejects messages and views that fit both conditions, and takes all others; without conditions it rejects all. */
export interface ContentFault extends Befalls {
  readonly kind: 'refuse-content';
  readonly error: string;
  /** HTTP status; by default 200, and 400 at a `response_url`. */
  readonly status?: number;
  /** How the error is written: as JSON, as the bare code, or not at all. By default JSON, and bare at a `response_url`. */
  readonly body?: 'json' | 'bare' | 'none';
  /** Only what holds a block of one of these types; `*` is any block. */
  readonly blocks?: readonly string[];
  /** Only what has a longer top-level text than this, in code points. */
  readonly textOver?: number;
}

/** Which requests a fault hits. */
interface Befalls {
  /** As in `ApiCall`. */
  readonly method: string;
  /** Share of the requests, 0 to 1, picked by a seeded random sequence; by default all. */
  readonly share?: number;
  /** How often at most; by default without end. */
  readonly times?: number;
}
