/** What people read of who follows whom, of an account and some others. */
export const checks = {
  /** `other`: the one it was checked with. */
  row: {
    mutual: '{account} and {other} follow each other.',
    follows: '{account} follows {other}, and isn’t followed back.',
    isFollowed: '{other} follows {account}, and isn’t followed back.',
    none: 'Neither {account} nor {other} follows the other.',
  },
  /** Above a table. `follows`: how many of them the account follows; `followers`: how many of them follow it. */
  summary:
    '{account} follows {follows, number} of {all, plural, one {# account} other {# accounts}}, {followers, number} of them follow it, and with {mutual, number} both is so.',
  itself: '{account} can’t follow itself, so it was left out.',
  /** Where it is the only one that was named. */
  itselfAlone: '{account} can’t follow itself. Name another account, like {example}.',
  columns: { other: 'Account', relation: 'Who follows whom', follows: 'Follows it', followers: 'Followed by it' },
  /** In the table: of `account` and the one of the row. */
  cells: {
    mutual: 'Each follows the other',
    follows: 'Followed by {account}, not back',
    isFollowed: 'Follows {account}, not back',
    none: 'Neither follows the other',
  },
  caption: '{account} and {all, plural, one {# other account} other {# other accounts}}',
  /** The file. */
  csv: {
    title: 'Who follows whom: {account} and {all, plural, one {# other account} other {# other accounts}}',
    checked: 'Checked account',
    other: 'Other account',
    follows: 'Checked follows other',
    followers: 'Other follows checked',
    yes: 'yes',
    no: 'no',
    get: { text: 'CSV', label: 'CSV: get this answer as a file in your direct messages' },
  },
  /** Where the whole words of all rows are more than a text holds. */
  short: {
    title: 'Each account, and who follows whom:',
    mutual: '{other}: both ways',
    follows: '{other}: followed',
    isFollowed: '{other}: follows',
    none: '{other}: neither',
  },
  shared: 'Shared by {person} · as of {at}',
  refresh: { text: 'Refresh', label: 'Refresh: check these accounts again' },
  share: { text: 'Share', label: 'Share: show this to everyone in this channel' },
  missingAccount: 'Which account, and with whom? Name one and then the others, like {example}.',
  missingOthers: 'With whom? Name the others behind the account, like {example}.',
} as const;
