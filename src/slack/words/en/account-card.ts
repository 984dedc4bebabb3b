/** What is known of one account, in a modal. */
export const accountCard = {
  /** At most 24 characters. */
  title: 'Account details',
  /** `since`: a time of day, or a day. */
  more: '{by, plural, one {# more follower since {since}.} other {# more followers since {since}.}}',
  fewer: '{by, plural, one {# fewer follower since {since}.} other {# fewer followers since {since}.}}',
  same: 'No change in followers since {since}.',
  noBaseline: 'There is no earlier reading to compare with yet.',
  readAt: 'Read {at}.',
  notOpened: 'Slack didn’t open the account ({code}). Choose it again.',
} as const;
