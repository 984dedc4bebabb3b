/** Names that Slack and the app must agree on: the manifest declares them, the listeners are registered by them. */
export const COMMAND = '/followstats';

/** `action_id`s of buttons and fields. Messages of earlier versions carry them, so that they never change. */
export const ACTIONS = {
  refresh: 'followstats_refresh',
  share: 'followstats_share',
  csv: 'followstats_csv',
  /** Opens the card of the account that its value is: a button, or a menu. */
  openAccount: 'followstats_account',
  /** Show the history of the account that their value is: below an answer or above a card, or in the person's messages. */
  history: 'followstats_history',
  historySend: 'followstats_history_send',
  /** Below a history; holds what `share` and `csv` do. */
  historyCsv: 'followstats_history_csv',
  /** The same of who came to an account and left it. */
  changes: 'followstats_changes',
  changesCsv: 'followstats_changes_csv',
  /** Opens the list of the account that its value is; behind a colon which of them. */
  relations: 'followstats_relations',
  /** In such a list: turns to the page that its value names, makes a file of all, and ends that. */
  relationsPage: 'followstats_relations_page',
  relationsCsv: 'followstats_relations_csv',
  relationsCancel: 'followstats_relations_cancel',
  /** Fields of the digest's form whose changes are shown at once, and its button. */
  digestWhen: 'followstats_digest_when',
  digestDays: 'followstats_digest_days',
  digestTime: 'followstats_digest_time',
  digestCron: 'followstats_digest_cron',
  digestTimeZone: 'followstats_digest_time_zone',
  /** A field for whose menu the app is asked, as it is for that of time zones. */
  digestLists: 'followstats_digest_lists',
  digestPreview: 'followstats_digest_preview',
  digestArrived: 'followstats_digest_arrived',
  digestAgain: 'followstats_digest_again',
  digestCsv: 'followstats_digest_csv',
  /** Fields of a watch's form: one whose changes are shown at once, and one for whose menu the app is asked. */
  watchKind: 'followstats_watch_kind',
  watchLists: 'followstats_watch_lists',
  /** Below the notice that asks whether an alert arrived. */
  watchArrived: 'followstats_watch_arrived',
  watchAgain: 'followstats_watch_again',
  /** On an account's card: opens the form of a new watch of the account that its value is. */
  watchAccount: 'followstats_watch_account',
  /** A control that gives a command, which its value holds. Several of them in one block differ by what stands behind a colon. */
  command: 'followstats_command',
  /** The field of the Home tab; its answer goes to the person's messages. */
  homeLookUp: 'followstats_home_lookup',
  /** Shows another page of a part of the Home tab. Several of them in one block differ as `command`s do. */
  homePage: 'followstats_home_page',
} as const;

/** One of `ACTIONS`. */
export type ActionId = (typeof ACTIONS)[keyof typeof ACTIONS];

/** Forms. */
export const VIEWS = { digest: 'followstats_digest', watch: 'followstats_watch', ask: 'followstats_ask' } as const;

/** Items of a message's menu. */
export const SHORTCUTS = { mentions: 'followstats_lookup_mentions' } as const;

/** What that menu calls it. */
export const SHORTCUT_NAME = 'Look up follow stats';

/** The `event_type` of a digest's post in its metadata, by which the app finds it again. */
export const DIGEST_EVENT = 'followstats_digest';
/** The same of a watch's alert. */
export const ALERT_EVENT = 'followstats_alert';

/** What Slack tells the app of by itself. */
export const EVENTS = { homeOpened: 'app_home_opened' } as const;

/** Where Slack's signed requests arrive in HTTP mode. */
export const EVENTS_PATH = '/slack/events';
