/** The three counts of an account: one line where it is the answer, and each line of a message’s text. */
const followers = '{followers, plural, one {# follower} other {# followers}}';
const others = '{following, number} following · {mutual, number} mutual';
const accounts = '{accounts, plural, one {# account} other {# accounts}}';
const lastCounts = `${followers}, {following, number} following, {mutual, number} mutual`;

/** What people read of look-ups. `since` and `at`: a time of day, a day, or both. */
export const reports = {
  row: `{account} · ${followers} · ${others}`,
  rowWithChange: `{account} · ${followers} ({change} since {since}) · ${others}`,
  rowUnchanged: `{account} · ${followers} (no change since {since}) · ${others}`,
  /** Where the whole words of all rows are more than a text holds. */
  shortRows: 'Each account with its followers / following / mutual:',
  shortRowsWithChange: 'Each account with its followers (and their change) / following / mutual:',
  shortRow: '{account}: {followers, number} / {following, number} / {mutual, number}',
  shortRowWithChange: '{account}: {followers, number} ({change}) / {following, number} / {mutual, number}',
  shortUnread: '{account}: not read',
  shortLastKnown: '{account}: not read, last known {followers, number} / {following, number} / {mutual, number} ({at})',
  /** Above the table, or read with it. Counted are the accounts in it. */
  caption: accounts,
  captionSince: `${accounts} · change since {since}`,
  /** Where the changes of some accounts began later. */
  captionSinceOrLater: `${accounts} · change since {since} or later`,
  cut: 'The table shows the first {shown, number} of {all, number} accounts.',
  columns: {
    account: 'Account',
    name: 'Name',
    followers: 'Followers',
    following: 'Following',
    mutual: 'Mutual',
    change: 'Change',
    since: 'Since',
    status: 'Status',
    code: 'Code',
    reason: 'Reason',
    readAt: 'Read at',
  },
  /** What the numbers of a row in a file are. */
  status: { read: 'read', lastKnown: 'last known', unread: 'not read' },
  lastKnown: `Last known: ${lastCounts} ({at}).`,
  meant: 'Did you mean {account}?',
  /** The same, where a link or a list named it. */
  meantPerhaps: 'It may be {account}.',
  maybeDeleted: 'It may have been deleted from Chat.',
  notRefreshed: 'Couldn’t refresh. These are from {at}.',
  notRefreshedForCode: 'Couldn’t refresh ({code}). These are from {at}.',
  /** Where none of the accounts was read: what was read of them last has times of its own. */
  notRefreshedAlone: 'Couldn’t refresh.',
  notRefreshedAloneForCode: 'Couldn’t refresh ({code}).',
  /** Above counts that are being read anew, when that takes long. */
  stillAsking: 'Still asking Chat. These are from {at}.',
  stillAskingAlone: 'Still asking Chat.',
  /** The small line at the end. */
  foot: {
    asOf: 'As of {at}.',
    updated: 'Updated {at}.',
    tried: 'Last tried {at}.',
    cachedSeconds:
      '{accounts, plural, one {# account comes from the cache and is {seconds, number} seconds old.} other {# accounts come from the cache, the oldest {seconds, number} seconds old.}}',
    cachedMinutes:
      '{accounts, plural, one {# account comes from the cache and is {minutes, number} minutes old.} other {# accounts come from the cache, the oldest {minutes, number} minutes old.}}',
    shared: 'Shared by {person} · as of {at}',
    sharedSince: 'Shared by {person} · as of {at} · change since {since}',
    sharedSinceOrLater: 'Shared by {person} · as of {at} · change since {since} or later',
  },
  /** In front of everyone failures are only counted. */
  sharedUnread:
    '{failed, plural, one {# of {all, number} couldn’t be read.} other {# of {all, number} couldn’t be read.}}',
  refresh: { text: 'Refresh', label: 'Refresh: read these counts again' },
  share: { text: 'Share', label: 'Share: show these counts to everyone in this channel' },
  open: { text: 'Open account', label: 'Open account: its counts and how they changed' },
  lookUp: { text: 'Look up {account}', label: 'Look up {account} instead of {typo}' },
} as const;
