/** Names that Slack and the app must agree on: the manifest declares them, the listeners are registered by them. */
export const COMMAND = '/followstats';

export const ACTIONS = {
  refresh: 'followstats_refresh',
  share: 'followstats_share',
  csv: 'followstats_csv',
} as const;

export type ActionId = (typeof ACTIONS)[keyof typeof ACTIONS];

/** Items of a message's menu. */
export const SHORTCUTS = { mentions: 'followstats_lookup_mentions' } as const;

/** What that menu calls it. */
export const SHORTCUT_NAME = 'Look up follow stats';

/** Where Slack's signed requests arrive in HTTP mode. */
export const EVENTS_PATH = '/slack/events';
