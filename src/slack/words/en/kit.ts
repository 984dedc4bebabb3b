/** Words that messages of every subject are put together with. */
export const kit = {
  /** Between whole sentences on one line; empty in languages that put nothing there. */
  betweenSentences: ' ',
  /** In place of mentions, where Slack shows none. */
  person: 'a person',
  group: 'a user group',
  channel: 'a channel',
  /** An account with its name, where one is known. */
  named: '{account} ({name})',
  moreLines: '{lines, plural, one {… and # more line} other {… and # more lines}}',
  /** Accounts that a text has no room for, and where they are. */
  elsewhere: {
    table:
      '{accounts, plural, one {… and # more account, which the table shows.} other {… and # more accounts, which the table shows.}}',
    csv: '{accounts, plural, one {… and # more account; press CSV to get all of them.} other {… and # more accounts; press CSV to get all of them.}}',
    nowhere:
      '{accounts, plural, one {… and # more account that doesn’t fit here; look it up in smaller groups.} other {… and # more accounts that don’t fit here; look them up in smaller groups.}}',
  },
  csv: { text: 'CSV', label: 'CSV: get all rows as a file in your direct messages' },
} as const;
