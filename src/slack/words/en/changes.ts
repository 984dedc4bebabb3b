/**
 * What people read of who came and who left. A ledger: opening + came − left + unexplained = closing; `by`: how many are unexplained,
 * never negative.
 */
export const changes = {
  /** Below the counts of a single account. */
  one: {
    even: '{opening, number} + {came, number} came − {left, number} left = {closing, number}.',
    more: '{opening, number} + {came, number} came − {left, number} left + {by, number} unexplained = {closing, number}.',
    fewer:
      '{opening, number} + {came, number} came − {left, number} left − {by, number} unexplained = {closing, number}.',
  },
  /** Of several accounts, a line each. */
  each: {
    even: '{account}: {opening, number} + {came, number} came − {left, number} left = {closing, number}',
    more: '{account}: {opening, number} + {came, number} came − {left, number} left + {by, number} unexplained = {closing, number}',
    fewer:
      '{account}: {opening, number} + {came, number} came − {left, number} left − {by, number} unexplained = {closing, number}',
  },
  together: {
    even: 'Together: {opening, number} + {came, number} came − {left, number} left = {closing, number}.',
    more: 'Together: {opening, number} + {came, number} came − {left, number} left + {by, number} unexplained = {closing, number}.',
    fewer:
      'Together: {opening, number} + {came, number} came − {left, number} left − {by, number} unexplained = {closing, number}.',
    /** Where nothing is known of who came and left. `change`: like +36 (+0.3%). */
    changed: 'Together: {closing, plural, one {# follower} other {# followers}}, {change}.',
    same: 'Together: {closing, plural, one {# follower} other {# followers}}, no change.',
  },
  /** Since when, where the lines above don’t say it. `since`: a time of day, or a day. */
  since: 'Compared with {since}.',
  sinceOrLater: 'Compared with {since} or later.',
  /** Where nothing is known of who came and left. */
  off: 'Who came and who left isn’t known: no webhooks come from Chat.',
  /** For admins. */
  turnOn: 'To get them, set {variable} and enter the callback in Chat’s console.',
  /** Why some are unexplained. `times`: like Nov 22, 09:00 – 12:00. */
  outages: 'What is unexplained: no webhooks were taken in this time: {times}.',
  moreOutages: '{times, plural, one {# shorter time} other {# shorter times}}',
  lost: 'What is unexplained: {events, plural, one {# event} other {# events}} could not be kept.',
  notSent: 'What is unexplained: Chat’s webhook is missing, or still on its way.',
  nobody: 'Nobody came and nobody left.',
  /** Above the newest, a line each. */
  came: 'Came ({all, number}):',
  cameNewest: 'Came, the newest {shown, number} of {all, number}:',
  left: 'Left ({all, number}):',
  leftNewest: 'Left, the newest {shown, number} of {all, number}:',
  person: '{account} · {at}',
  personNamed: '{account} ({name}) · {at}',
  table: {
    caption: '{accounts, plural, one {# account} other {# accounts}} · who came and who left',
    before: 'Before',
    came: 'Came',
    left: 'Left',
    unexplained: 'Unexplained',
    now: 'Now',
  },
  /** The small line at the end. `zone`: like Asia/Seoul. */
  foot: 'As of {time} ({zone}).',
  /** Below an answer about one account, and on its card. */
  open: { text: 'Changes', label: 'Changes: who came and who left in the last 24 hours' },
  csv: { text: 'CSV', label: 'CSV: get all who came and left as a file in your direct messages' },
  file: {
    title: '{accounts, plural, one {Who came and left: # account} other {Who came and left: # accounts}}',
    tooLarge:
      'More than {most, number} came and left, and one file takes no more. Ask for fewer accounts or a shorter time.',
    /** Columns, and what stands in them. */
    event: 'Event',
    follower: 'Follower',
    name: 'Name',
    at: 'At',
    follow: 'came',
    unfollow: 'left',
  },
  /** On the card of an account, the newest first. */
  lastEvents: {
    follow: '{account} came: {at}.',
    unfollow: '{account} left: {at}.',
    followNamed: '{account} ({name}) came: {at}.',
    unfollowNamed: '{account} ({name}) left: {at}.',
  },
  /** The modal above an account’s card. */
  view: {
    /** At most 24 characters. */
    title: 'Changes',
    notOpened: 'Slack didn’t open the changes ({code}). Press Changes again.',
  },
  misplacedSpan:
    'The time comes last and only once, so {word} can’t be it. Did you mean {suggestion}? If it is an account, put it in quotes, like {quoted}.',
  unknownSpan:
    '{word} isn’t one of the times that changes cover: <code>24h</code>, <code>7d</code> or <code>30d</code>. Did you mean {suggestion}? If it is an account, put it in quotes, like {quoted}.',
} as const;
