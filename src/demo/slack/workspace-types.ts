import type { SocketControls } from './delivery/socket-faults.ts';
import type { ContentRule } from './messages/content-rules.ts';
import type {
  ApiCall,
  Attachment,
  Block,
  Channel,
  Delivery,
  FieldInput,
  Message,
  Person,
  Shortcut,
  SlackFault,
  SlashCommand,
  Suggestions,
  UserGroup,
  View,
  ViewValues,
} from './types.ts';

/** What the stand-in is set up with. Everything has a default in `seed.ts`. */
export interface WorkspaceOptions {
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly userGroups: readonly UserGroup[];
  readonly credentials: Credentials;
  /** Text of the app's `slack-manifest.yml`: commands, shortcuts and scopes are installed from it, as Slack does. */
  readonly manifest: string;
  /** Optional scopes of the manifest that the installing admin leaves out. */
  readonly withoutScopes?: readonly string[];
  /** How the workspace was seen to take what apps send, where the documents leave it open or are wrong. Default: as they say. */
  readonly contentRules?: readonly ContentRule[];
  /** Unix milliseconds; Date.now unless a test moves it. Of all that Slack dates, but the signatures of its requests. */
  readonly now?: () => number;
  /** Port on 127.0.0.1; 0 picks a free one. */
  readonly port?: number;
  /** The team's name and its part of the address; `DEFAULT_TEAM` of `seed.ts` by default. */
  readonly team?: { readonly name: string; readonly domain: string };
  /** How long the app may take to acknowledge; 3000, as in Slack, unless a test is in a hurry. */
  readonly ackTimeoutMs?: number;
}

export interface Credentials {
  readonly teamId: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
}

interface WaitForView {
  readonly personId: string;
  readonly matches?: (view: View) => boolean;
  readonly timeoutMs?: number;
  /** Only what changed after this point; take it from `mark()`. */
  readonly since?: number;
}

export interface ChannelChange extends Partial<Pick<Channel, 'isArchived' | 'isRestricted'>> {
  /** Invites the app, or removes it. */
  readonly hasBot?: boolean;
  readonly isDeleted?: boolean;
}

export type UserGroupChange = Partial<Pick<UserGroup, 'memberIds' | 'isDisabled'>>;

/** A stand-in Slack workspace with one app installed. */
export interface Workspace {
  /** `http://127.0.0.1:PORT/api/`, for `SLACK_API_URL`. */
  readonly apiUrl: string;
  readonly credentials: Credentials;
  readonly botUserId: string;
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly userGroups: readonly UserGroup[];
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly Shortcut[];
  /** Whether the app has a Home tab. */
  readonly hasHomeTab: boolean;
  /** Every request the app made, oldest first. */
  readonly apiCalls: readonly ApiCall[];

  /** Where Slack sends signed requests in HTTP mode. Without it, requests go over the app's open socket. */
  setRequestUrl(url: string | undefined): void;
  /** Resolves once the app has a Socket Mode connection. */
  socketConnected(): Promise<void>;
  /** Asks every Socket Mode connection to reconnect (`refresh_requested`) and closes it, as Slack does every few hours. */
  dropSockets(): void;
  /** What tests do to the app's Socket Mode connections, and what they see of them. */
  readonly sockets: SocketControls;

  /**
   * Types `text` in the composer, as the person would: `/command …` is delivered to the app with mentions and links
   * escaped (`should_escape`), anything else is posted as an ordinary message, its mentions and code as rich text.
   * `threadTs`: in the thread below that message, where Slack takes no commands.
   */
  type(input: {
    readonly personId: string;
    readonly channelId: string;
    readonly text: string;
    readonly threadTs?: string;
  }): Promise<Delivery>;
  /** Posts as the bot of another app. Blocks and attachments are taken as they are. */
  postAsBot(input: {
    readonly username: string;
    readonly channelId: string;
    readonly text?: string;
    readonly blocks?: readonly Block[];
    readonly attachments?: readonly Attachment[];
    readonly threadTs?: string;
  }): Message;
  /**
   * Chooses a message shortcut in the menu of a message. Throws where Slack doesn't offer it: to persons who
   * don't see the message, and on ephemeral messages.
   */
  useShortcut(input: {
    readonly personId: string;
    readonly ts: string;
    readonly channelId: string;
    readonly callbackId: string;
  }): Promise<Delivery>;
  /**
   * Presses a button of a message this person can see. Throws when there is no such button for them. `forged`: what a forged
   * request sends instead of a button of that message. The person, the channel and the message are filled in by Slack and can't
   * be forged.
   */
  press(input: {
    readonly personId: string;
    readonly ts: string;
    readonly actionId: string;
    readonly blockId?: string;
    readonly forged?: { readonly value: string };
  }): Promise<Delivery>;
  /**
   * Chooses in a menu of a message: the `value` of an overflow menu's option, or for a select what `fillIn` takes; several for
   * a multi-select, all that it then holds. Throws when there is no such menu for this person, or it doesn't offer the value.
   * `forged`: the request claims this choice in an element of that type, whatever the message has; as with `press`, only the
   * element and its value can be forged.
   */
  choose(input: {
    readonly personId: string;
    readonly ts: string;
    readonly actionId: string;
    readonly blockId?: string;
    readonly value: FieldInput;
    readonly forged?: { readonly type: string };
  }): Promise<Delivery>;
  /** What the menus of a message hold for this person: what they chose, else what each began with. Throws as `choose`. */
  chosenIn(personId: string, ts: string): ViewValues;
  /**
   * Types `text` into an external select: of the message `ts`, else of the topmost modal or the Home tab. Resolves with what the
   * app offers, which is then all that `fillIn` and `choose` take there, besides what the field holds or began with. Throws when
   * there is no such select for this person.
   */
  suggest(input: {
    readonly personId: string;
    readonly ts?: string;
    readonly surface?: View['surface'];
    readonly actionId: string;
    readonly blockId?: string;
    readonly text: string;
  }): Promise<Suggestions>;
  /** The modal this person has before them: the topmost. */
  modalOf(personId: string): View | undefined;
  /** All modals this person has open, bottom first. */
  modalsOf(personId: string): readonly View[];
  /** Their Home tab of the app, once it was filled. */
  homeOf(personId: string): View | undefined;
  /** The topmost modal once it fits. Rejects after `timeoutMs` (10 000 by default) with what was there instead. */
  waitForModal(input: WaitForView): Promise<View>;
  /** The same for the Home tab. */
  waitForHome(input: WaitForView): Promise<View>;
  /**
   * Puts values into fields of the topmost modal (or of the Home tab), by their `action_id`. Resolves with what the app
   * got of it: of inputs only with `dispatch_action`, of typed text by its `dispatch_action_config`. Throws when
   * there is no such field or it doesn't offer the value; then nothing is changed.
   */
  fillIn(input: {
    readonly personId: string;
    readonly surface?: View['surface'];
    /** Only in this block, when two fields have one `action_id`. */
    readonly blockId?: string;
    readonly values: Readonly<Record<string, FieldInput>>;
    /** Whether Enter follows typed text; by default it does. */
    readonly pressEnter?: boolean;
  }): Promise<readonly Delivery[]>;
  /** Presses a button in the topmost modal or the Home tab. Throws when there is none. */
  pressInView(input: {
    readonly personId: string;
    readonly surface?: View['surface'];
    readonly actionId: string;
    readonly blockId?: string;
  }): Promise<Delivery>;
  /** Chooses in an overflow menu of the topmost modal or the Home tab. Throws when there is none, or it doesn't offer the value. */
  chooseInView(input: {
    readonly personId: string;
    readonly surface?: View['surface'];
    readonly actionId: string;
    readonly blockId?: string;
    readonly value: string;
  }): Promise<Delivery>;
  /**
   * Submits the topmost modal, and does what the answer says. With a field that Slack's client doesn't let pass nothing is
   * sent: the modal's `errors` say why, the delivery's error is `form_incomplete`.
   */
  submitModal(personId: string): Promise<Delivery>;
  /** Closes the topmost modal by its button, or all by the cross. Resolves with the `view_closed` that were sent. */
  closeModal(input: { readonly personId: string; readonly all?: boolean }): Promise<readonly Delivery[]>;
  /** Opens a tab of the app. Undefined when the app doesn't subscribe to `app_home_opened`. */
  openHome(personId: string, tab?: 'home' | 'messages'): Promise<Delivery | undefined>;
  /** Sends any payload, correctly signed: for odd and hostile ones. `form` is sent url-encoded, `json` as JSON, `text` as it is. */
  deliver(input: {
    readonly body:
      | { readonly form: Readonly<Record<string, string>> }
      | { readonly json: unknown }
      | { readonly text: string; readonly contentType: string };
    /** Signs as if this many seconds later (negative: earlier). */
    readonly clockSkewSeconds?: number;
    readonly signingSecret?: string;
  }): Promise<Delivery>;

  /** What this person sees in a channel, oldest first: public messages and their own ephemeral ones. */
  messagesFor(personId: string, channelId: string): readonly Message[];
  /**
   * The first message (or new version of one) that fits and that this person can see, also one already there after
   * `since`. Rejects after `timeoutMs` (10 000 by default) with what was seen instead.
   */
  waitForMessage(input: {
    readonly personId: string;
    readonly channelId?: string;
    readonly matches?: (message: Message) => boolean;
    readonly timeoutMs?: number;
    /** Only messages that came after this point; take it from `mark()`. */
    readonly since?: number;
  }): Promise<Message>;
  /** Everybody's client is restarted: messages that only one person sees are gone, as Slack's clients forget them. */
  forgetEphemeral(): void;
  /** A point in the order of changes, for `since`. */
  mark(): number;
  /** Every message with this `metadata.event_type`, in all channels, oldest first: how often something was posted. */
  postsWith(eventType: string): readonly Message[];
  /** Called after every change that a reader may see. Returns the function that stops it. */
  onChange(listener: () => void): () => void;

  /** What an admin does to a channel. Throws when there is none with this id. */
  changeChannel(channelId: string, change: ChannelChange): void;
  /** What an admin does to a user group. Throws when there is none with this id. */
  changeUserGroup(groupId: string, change: UserGroupChange): void;
  /** Uninstalls the app or takes its token away; every call is then answered with that error. `active` brings all of it back. */
  setInstallation(state: 'active' | 'account_inactive' | 'token_revoked'): void;

  /** Replaces all faults set before. `seed` (1 by default) starts the random sequence of `share`. */
  setFaults(faults: readonly SlackFault[], seed?: number): void;
  /**
   * Drops what is older than this moment (Unix milliseconds) so that a long run doesn't fill the memory: messages by when they
   * were posted, modals by their latest change, `response_url`s, triggers, uploads and calls. What is dropped is unknown to
   * Slack from here on. Home tabs stay, one for each person.
   */
  forget(beforeMs: number): void;
  close(): Promise<void>;
}
