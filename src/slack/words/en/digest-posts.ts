const counted = '<b>{read, number} of {rows, number} read{failed, plural, =0 {} other {, {failed, number} failed}}</b>';

/** The post of a digest. */
export const digestPosts = {
  counted,
  total: `${counted} · {followers, number} followers in all`,
  totalChange: `${counted} · {followers, number} followers in all, {change}`,
  /** `compared`: of so many accounts the change is known. */
  totalPartialChange: `${counted} · {followers, number} followers in all, {change} over {compared, number} accounts`,
  firstRun: 'First run, {at} · {schedule}',
  period: '{from} – {to} · {schedule}',
  late: '<b>Late</b>: this was due {slot}.',
  missedBefore:
    '{runs, plural, one {One run before this one was missed, since followstats was not running.} other {{runs} runs before this one were missed, since followstats was not running.}}',
  crossing: '<b>Threshold</b>: {account} has {followers, number} followers, {change} since it was last told of.',
  moreCrossings: '… and {left, number} more accounts crossed their threshold.',
  movers: '<b>Top movers</b>: {accounts}',
  mover: '{account} {change}',
  added: '<b>New in this digest</b>: {accounts}',
  removed: '<b>No longer in this digest</b>: {accounts}',
  gone: '<b>Gone from Chat</b>: {accounts}',
  back: '<b>Back in Chat</b>: {accounts}',
  tableCut: 'The table shows the first {shown, number} of {all, number} accounts.',
  caption: 'Follow counts and their changes, {accounts, plural, one {{accounts} account} other {{accounts} accounts}}',
  csvNotKept: 'What this post said is not kept, or not yet: try again in a minute.',
  /** Headings of the table and of the CSV. */
  columns: {
    account: 'UserID',
    followers: 'Followers',
    sinceLast: 'Since last post',
    sinceWeek: 'In seven days',
    following: 'Following',
    mutual: 'Mutual',
    status: 'Status',
  },
  /** Why there is no change to tell, in a table’s cell. */
  noChange: {
    'first-run': 'n/a: first run',
    'new-account': 'n/a: new here',
    'was-unreadable': 'n/a: not read then',
    'no-reading': 'n/a: no reading',
  },
  /** A row in words. */
  rows: {
    counts:
      '{account}: {followers} followers, since the last post {sinceLast}, in seven days {sinceWeek}, {following} following, {mutual} mutual',
    failed: '{account}: –, {what}',
    numbers: '{account}: {followers} / {sinceLast} / {sinceWeek} / {following} / {mutual}',
    numbersTitle: 'Each account with its followers / since the last post / in seven days / following / mutual:',
    followers: '{account}: {followers} / {sinceLast}',
    followersTitle: 'Each account with its followers / since the last post:',
  },
  chart: {
    /** At most 50 characters, as all of a chart’s titles. */
    now: 'Followers now',
    past: 'Followers at the last {posts} posts',
    followers: 'Followers',
    account: 'Account',
    oldestFirst: 'Followers at the last {posts} posts, the oldest first:',
    series: '{account}: {followers}',
  },
} as const;
