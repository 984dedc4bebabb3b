/** The post of a digest. */
export const digestPosts = {
  /**
   * The first line: followers gained or lost since the last post; `total` stands behind. `since`: like “Sunday”, “Nov 23” or
   * “09:00”. `over`: of so many accounts the change is known. Once with a mark, and once in words alone, for
   * phones and screen readers.
   */
  headline: {
    first:
      '<b>{followers, plural, one {# follower} other {# followers}}</b> in all. The next post will say what changed.',
    /** Where not all accounts were read. */
    firstRead:
      '{read, plural, one {<b>{followers, plural, one {# follower} other {# followers}}</b> in the one account that was read. The next post will say what changed.} other {<b>{followers, plural, one {# follower} other {# followers}}</b> in the # accounts that were read. The next post will say what changed.}}',
    up: '<b>▲ {by, plural, one {# follower} other {# followers}}</b> since {since}',
    down: '<b>▼ {by, plural, one {# follower} other {# followers}}</b> since {since}',
    upOver:
      '<b>▲ {by, plural, one {# follower} other {# followers}}</b> over {over, plural, one {# account} other {# accounts}} since {since}',
    downOver:
      '<b>▼ {by, plural, one {# follower} other {# followers}}</b> over {over, plural, one {# account} other {# accounts}} since {since}',
    same: '<b>No change</b> since {since}',
    sameOver: '<b>No change</b> over {over, plural, one {# account} other {# accounts}} since {since}',
    /** Some gained as many as others lost. */
    even: '<b>Gains and losses cancel out</b> since {since}',
    evenOver:
      '<b>Gains and losses cancel out</b> over {over, plural, one {# account} other {# accounts}} since {since}',
    incomparable:
      '<b>{followers, plural, one {# follower} other {# followers}}</b> in all. The last post had none of these numbers.',
    incomparableRead:
      '{read, plural, one {<b>{followers, plural, one {# follower} other {# followers}}</b> in the one account that was read. The last post didn’t have its number.} other {<b>{followers, plural, one {# follower} other {# followers}}</b> in the # accounts that were read. The last post had none of these numbers.}}',
    nothing:
      '<b>{accounts, plural, one {The account couldn’t be read.} other {None of the # accounts could be read.}}</b>',
  },
  headlineInWords: {
    up: '{by, plural, one {Up # follower} other {Up # followers}} since {since}',
    down: '{by, plural, one {Down # follower} other {Down # followers}} since {since}',
    upOver:
      '{by, plural, one {Up # follower} other {Up # followers}} over {over, plural, one {# account} other {# accounts}} since {since}',
    downOver:
      '{by, plural, one {Down # follower} other {Down # followers}} over {over, plural, one {# account} other {# accounts}} since {since}',
  },
  /** Behind the change in the first line: how many followers there are, of all accounts or of those that could be read. */
  total: {
    all: '{followers, number} in all',
    read: '{read, plural, one {{followers, number} in the one that was read} other {{followers, number} in the # that were read}}',
  },
  /** An account and its change: `bob +7`. */
  mover: '{account} {change}',
  /** Between pieces that each say something of their own. */
  dot: ' · ',
  /** `passed`: a threshold such as +5 or −10%. */
  crossing: '🔔 {account} passed {passed}: {from, number} → {to, number}',
  crossingInWords: '{account} passed {passed}: from {from, number} to {to, number} followers.',
  moreCrossings:
    '{accounts, plural, one {# more account passed a threshold.} other {# more accounts passed a threshold.}}',
  milestone: '{reached, plural, one {🎉 {account} reached # follower} other {🎉 {account} reached # followers}}',
  moreMilestones:
    '{accounts, plural, one {# more account reached a round number.} other {# more accounts reached a round number.}}',
  added: 'New in this digest: {accounts}',
  removed: 'No longer in this digest: {accounts}',
  gone: '⚠ Gone from Chat: {accounts}',
  back: 'Back in Chat: {accounts}',
  /** Accounts that Chat didn’t know in any post before. */
  appeared: 'Now in Chat: {accounts}',
  tableCut: 'The table shows the first {shown, number} of {all, number} accounts.',
  /** Above the table, which is sorted so. */
  caption: '{accounts, plural, one {# account} other {# accounts, most gained first}}',
  captionFirst: '{accounts, plural, one {# account} other {# accounts, most followers first}}',
  /** In place of a post, when nothing has changed for a week. `read`: of the accounts, so many could be read. */
  signOfLife: {
    all: '{accounts, plural, one {{title}: nothing has changed since {since}. The account is still watched.} =2 {{title}: nothing has changed since {since}. Both accounts are still watched.} other {{title}: nothing has changed since {since}. All # accounts are still watched.}}',
    some: '{read, plural, one {{title}: nothing has changed since {since}. # account is still watched, {unread, number} couldn’t be read.} other {{title}: nothing has changed since {since}. # accounts are still watched, {unread, number} couldn’t be read.}}',
    none: '{accounts, plural, one {{title}: nothing has changed since {since}. The account couldn’t be read.} =2 {{title}: nothing has changed since {since}. Neither of the two accounts could be read.} other {{title}: nothing has changed since {since}. None of the # accounts could be read.}}',
  },
  csvNotKept: 'What this post said is no longer kept, or not kept yet. Try again in a minute.',
  /** The last line. */
  foot: {
    read: '{read, number} of {rows, number} read',
    late: 'late, it was due {slot}',
    missed: '{runs, plural, one {the post before it was missed} other {the # posts before it were missed}}',
  },
  /** Headings of the table and of the CSV. */
  columns: {
    account: 'Account',
    followers: 'Followers',
    sinceLast: 'Since last post',
    sinceWeek: 'Last 7 days',
    following: 'Following',
    followingSinceLast: 'Following since last post',
    mutual: 'Mutual',
    mutualSinceLast: 'Mutual since last post',
    status: 'Status',
    reason: 'Reason',
  },
  /** In the CSV’s column of that name. */
  status: { read: 'read', notRead: 'not read' },
  /** A row in words. */
  rows: {
    counts: '{account}: {followers, plural, one {# follower} other {# followers}}',
    sinceLast: '{account}: {followers, plural, one {# follower} other {# followers}}, {sinceLast} since the last post',
    sinceWeek: '{account}: {followers, plural, one {# follower} other {# followers}}, {sinceWeek} in the last 7 days',
    sinceBoth:
      '{account}: {followers, plural, one {# follower} other {# followers}}, {sinceLast} since the last post, {sinceWeek} in the last 7 days',
    /** Where that is too long: numbers alone, below a line that says which. */
    short: '{account}: {followers, number} / {sinceLast} / {sinceWeek}',
    shortTitle: 'Each account with its followers / since the last post / in the last 7 days:',
    shorter: '{account}: {followers, number} / {sinceLast}',
    shorterTitle: 'Each account with its followers / since the last post:',
    shortest: '{account}: {followers, number}',
    shortestTitle: 'Each account with its followers:',
  },
  chart: {
    /** Titles have room for 50 characters in every language, labels of axes too. */
    now: 'Followers by account',
    past: 'Followers over time',
    top: 'Top {shown, number} of {all, number} by followers',
    /** Where some that have more followers than these are left out. */
    some: 'Followers of {shown, number} of {all, number} accounts',
    followers: 'Followers',
    account: 'Account',
    day: 'Day',
    time: 'Time',
    /** Its numbers in words, each line below with one for each of these. `instants`: days, or times of a day. */
    inWords: 'Followers on {instants}:',
    inWordsByTime: 'Followers at {instants}:',
    series: '{account}: {followers}',
    between: '; ',
    /** A number that an earlier post said, where this one couldn’t be read. */
    lastKnown: '{count, number} (last known)',
    /** Below the chart. `instants`: days, or times of a day. */
    filled: 'Couldn’t be read, so the chart repeats the last count: {accounts} ({instants})',
    unposted: 'Where there was no post, the lines stay level.',
    tooNew: 'Too new for a line in the chart: {accounts}',
  },
} as const;
