/** Accounts that couldn’t be read, each on a line of its own or together with others. */
export const failureLines = {
  /** `accounts`: one account, or a list of them. `what`: whole sentences on what happened, what else is known, what to do, and Chat’s code. */
  line: '⚠ {accounts}: {what}',
  /** What else is known of one account, below the line that it shares with others. */
  besides: '{account}: {more}',
  /** What happened to several accounts, where it isn’t said as of one. */
  ofSeveral: {
    missing_account: 'Chat doesn’t know these accounts.',
    rejected_account: 'Chat doesn’t accept these accounts.',
    incomplete_answer: 'Chat left out the counts of these accounts.',
  },
  rest: '{accounts, plural, one {# more account couldn’t be read.} other {# more accounts couldn’t be read.}}',
  /** The last item of a list of accounts that has no room for all of them. */
  moreAccounts: '{accounts, plural, one {# more account} other {# more accounts}}',
} as const;
