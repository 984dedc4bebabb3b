const followers = '{followers, plural, one {# follower} other {# followers}}';
const accounts = '{accounts, plural, one {# account} other {# accounts}}';

/** What people read of counts over time. `change`: like +1,204 (+10.7%). `from`, `to` and `at`: days, with a time where that matters. */
export const history = {
  /** One account, at its last reading. */
  changedInDays: `{account}: ${followers}, {change} in {days, number} days.`,
  changedInYear: `{account}: ${followers}, {change} in a year.`,
  sameInDays: `{account}: ${followers}, no change in {days, number} days.`,
  sameInYear: `{account}: ${followers}, no change in a year.`,
  /** Where nothing was read at the beginning or at the end. */
  changedBetween: `{account}: ${followers}, {change} from {from} to {to}.`,
  sameBetween: `{account}: ${followers}, no change from {from} to {to}.`,
  /** Where all readings lie behind one instant; `since` as in digests: 09:00, Monday or Nov 23. */
  changedSince: `{account}: ${followers}, {change} since {since}.`,
  sameSince: `{account}: ${followers}, no change since {since}.`,
  readOnce: `{account}: ${followers} on {at}. There is no other reading to compare with.`,
  /** Several accounts; some may have been read for a shorter time, which stands below. */
  together: {
    changedInDays: `${accounts}: ${followers} together, {change} in {days, number} days.`,
    changedInYear: `${accounts}: ${followers} together, {change} in a year.`,
    sameInDays: `${accounts}: ${followers} together, no change in {days, number} days.`,
    sameInYear: `${accounts}: ${followers} together, no change in a year.`,
    /** Where not all were read at the beginning and at the end. */
    changedBetween: `${accounts}: ${followers} together, {change} from each one’s first number below to its last.`,
    sameBetween: `${accounts}: ${followers} together, no change from each one’s first number below to its last.`,
    /** Where the readings of each lie behind one instant. */
    changedSinceFirst: `${accounts}: ${followers} together, {change} since they were first read.`,
    sameSinceFirst: `${accounts}: ${followers} together, no change since they were first read.`,
    readOnce: `${accounts}: ${followers} together. There are no earlier readings to compare with.`,
    movers: 'Changed most: {movers}.',
    mover: '{account} {change}',
  },
  /** Nothing was read of an account in the whole time. */
  noneInDays: 'There are no readings of {accounts} in the last {days, number} days.',
  noneInYear: 'There are no readings of {accounts} in the last year.',
  /** In front of everyone they are only counted. */
  noneShared:
    '{none, plural, one {# of {all, number} has no readings in this time.} other {# of {all, number} have no readings in this time.}}',
  lastCounts: `The last reading of {account} is from {at}: ${followers}.`,
  keptFrom: 'Readings are kept from the first look-up on.',
  /** Below the numbers. */
  begun: 'Readings of {accounts} begin on {at}.',
  /** Where those of some begin later. */
  begunOrLater: 'Readings of {accounts} begin on {at} or later.',
  lastRead: 'The last reading of {accounts} is from {at}.',
  lastReadOrEarlier: 'The last readings of {accounts} are from {at} or earlier.',
  /** `times`: like Nov 3 – Nov 9. */
  gaps: 'There are no readings of {accounts} in between: {times}.',
  /** Titles have room for 50 characters in every language, labels of axes too. */
  chart: {
    all: 'Followers over time',
    top: 'Top {shown, number} of {all, number} by followers',
    some: 'Followers of {shown, number} of {all, number} accounts',
    followers: 'Followers',
    day: 'Day',
    leftOut: 'The chart leaves out the times without a reading.',
    leftOutSeveral: 'The chart leaves out the times at which not all of its accounts have a reading.',
    tooFew: 'Not in the chart, with too few readings: {accounts}',
  },
  /** Of the time before a single account was first read: how many of its present followers had followed it by then. */
  joining: {
    title: 'Before the first reading',
    series: 'still following',
    what: 'Before that: how many of those who followed {account} on {at} did so already on each day. Those who have left aren’t in it.',
    /** Where there is no chart. */
    numbers: 'Still following, on {times}: {followers}',
    pending: 'Since when the present followers follow is still being read. Ask again in a minute.',
    failed: 'Since when the present followers follow couldn’t be read now.',
    tooMany:
      'Nothing is shown of the time before: {account} has {followers, number} followers, and their dates are read for up to {most, number}.',
  },
  table: {
    caption: 'Counts of {account} over time',
    captionSeveral: `${accounts} · followers over time`,
    /** `shown` and `all` count points in time. */
    fewerTimes: 'The table shows {shown, number} of {all, number} points in time.',
    allInCsv: 'The CSV has every reading.',
  },
  /** The text, a line each. `times` and `followers`: as many as there are points in time. */
  text: {
    row: `{at}: ${followers} ({change}) · {following, number} following · {mutual, number} mutual`,
    firstRow: `{at}: ${followers} · {following, number} following · {mutual, number} mutual`,
    missing: '{at}: –',
    fewerTimes: 'The text shows {shown, number} of {all, number} points in time.',
    times: 'Followers on {times}:',
    series: '{account}: {followers}',
    ends: 'Each account with its followers at the first and the last reading:',
    between: '; ',
  },
  /** The small line at the end. `zone`: like Asia/Seoul. */
  foot: {
    byTime: 'Each number is the last reading by {time} of its day ({zone}).',
    /** Where the clocks were changed in between. */
    byAboutTime: 'Each number is the last reading by about {time} of its day ({zone}).',
    newest: 'Newest reading: {at}.',
    shared: 'Shared by {person}.',
  },
  /** Below an answer about one account, and on its card. */
  open: { text: 'History', label: 'History: counts over the last 30 days' },
  csv: { text: 'CSV', label: 'CSV: get every reading as a file in your direct messages' },
  lookUp: { text: 'Look up', label: 'Look up: read the accounts without readings now' },
  /** Where a button has no room for all of them. */
  lookUpSome: {
    text: 'Look up {accounts, number}',
    label: 'Look up {accounts, number}: the first accounts without readings',
  },
  /** The same accounts over another time. */
  overDays: { text: '{days, number} days', label: '{days, number} days: the same accounts over this time' },
  overYear: { text: 'A year', label: 'A year: the same accounts over this time' },
  meant: { text: 'History of {account}', label: 'History of {account} instead of {typo}' },
  file: {
    title: '{accounts, plural, one {Follow history of # account} other {Follow history of # accounts}}',
    tooLarge:
      'These are more than {most, number} readings, and one file takes no more. Ask for fewer accounts or a shorter time.',
  },
  /** The modal above an account’s card. */
  view: {
    /** At most 24 characters. */
    title: 'History',
    back: 'Back',
    opening: 'Opening …',
    notOpened: 'Slack didn’t open the history ({code}). Press History again.',
    send: { text: 'Send to my messages', label: 'Send to my messages: with chart, table and CSV' },
    sent: 'The whole history is in your direct messages with followstats.',
    notSent: 'Slack didn’t take the message. Open the history again in a minute.',
    /** For as long as nothing is changed in Slack. */
    notTaken: 'Slack refuses messages of followstats to you ({code}). Ask an admin of your workspace.',
  },
  misplacedSpan:
    'The time comes last and only once, so {word} can’t be it. Did you mean {suggestion}? If it is an account, put it in quotes, like {quoted}.',
  unknownSpan:
    '{word} isn’t one of the times that a history covers: <code>7d</code>, <code>30d</code>, <code>90d</code> or <code>1y</code>. Did you mean {suggestion}? If it is an account, put it in quotes, like {quoted}.',
} as const;
