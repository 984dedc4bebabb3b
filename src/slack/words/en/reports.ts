/** What people read of look-ups. */
export const reports = {
  /** Counted are accounts: asked about, read, failed, from the cache. */
  totals:
    '<b>{read, number} of {all, number} read{failed, plural, =0 {} other {, # failed}}{cached, plural, =0 {} other {, # from cache up to {age} old}}</b> · {at}',
  seconds: '{seconds} s',
  minutes: '{minutes} min',
  sharedBy: 'Shared by {person}',
  cut: 'The table shows the first {shown} of {all} accounts.',
  caption: '{accounts, plural, one {Follow counts of {accounts} account} other {Follow counts of {accounts} accounts}}',
  columns: {
    account: 'UserID',
    followers: 'Followers',
    following: 'Following',
    mutual: 'Mutual',
    followersChange: 'Change in followers',
    followingChange: 'Change in following',
    mutualChange: 'Change in mutual',
    since: 'Since',
    status: 'Status',
  },
  /** A row's status where nothing failed. */
  read: 'read',
  /** In place of a change where there is nothing to compare with. */
  noBaseline: 'n/a',
  changeSince: '{change} since {then}',
  /** A time of day, which isn't in the reader's own zone. */
  utc: '{time} UTC',
  row: '{account}: {followers, number} followers, {following, number} following, {mutual, number} mutual',
  rowWithChange:
    '{account}: {followers, number} followers ({change}), {following, number} following, {mutual, number} mutual',
  failedRow: '{account}: –, {what}',
  shortRows: 'Each account with its followers / following / mutual:',
  shortRowsWithChange: 'Each account with its followers (and their change) / following / mutual:',
  shortRow: '{account}: {followers, number} / {following, number} / {mutual, number}',
  shortRowWithChange: '{account}: {followers, number} ({change}) / {following, number} / {mutual, number}',
  shortFailedRow: '{account}: –',
  shortFailedRowWithCode: '{account}: – ({chatCode})',
  failure: '{accounts}: {what}. {fix}',
  moreFailures: '… and {kinds} more kinds of failure, each told in its row.',
  /** Some accounts by name, and how many others there are. */
  someNames: '{names} and {more} more',
  refresh: { text: 'Refresh', label: 'Refresh: read these counts anew' },
  share: { text: 'Share', label: 'Share: show these counts to everyone in this channel' },
  linkedPerson: '{person} is {account}',
  linked: '{people}{more, plural, =0 {} other { and {more} more}}.',
  unlinked:
    '{people}{more, plural, =0 {} other { and {more} more}} {count, plural, one {has} other {have}} no link to a Chat account yet. An editor can make one: {command}.',
  emptyList: '{list} is empty. Add accounts with {command}.',
  group: {
    unlinked: '{group}: no member has a link to a Chat account yet.',
    noMembers: '{group} has no members.',
    missingScope:
      'Slack doesn’t say who is in {group}: that needs the scope usergroups:read, which whoever runs followstats can add to the Slack app.',
    notFound: 'Slack knows no user group {group}.',
    noAnswer: 'Slack didn’t say just now who is in {group}; please try again in a minute.',
  },
} as const;
