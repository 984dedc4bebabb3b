/** Accounts that couldn’t be read, each on a line of its own or together with others. */
export const failureLines = {
  /** `what`: whole sentences on what happened, what to do, and Chat’s code. */
  one: '⚠ {account}: {what}',
  /** `names`: a list of accounts. */
  several: '⚠ {names}: {what}',
  severalCut: '⚠ {names}, {more, plural, one {# more account} other {# more accounts}}: {what}',
  /** What is said of one account below the line that it shares with others. */
  besides: '{account}: {more}',
  rest: '{accounts, plural, one {# more account couldn’t be read.} other {# more accounts couldn’t be read.}}',
} as const;
