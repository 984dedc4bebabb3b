/** Said whatever a person asked: while it takes long, for a fault of the app, and for what no part of it takes. */
export const conversation = {
  /** For a fault of the app itself: the log tells more under the reference. */
  apology: 'Something went wrong in followstats itself. Please tell whoever runs it, with the reference {reference}.',
  tryAgain: 'Something went wrong in followstats itself; please try again.',
  otherCommand: '{command} is not a command of followstats. Type {help}.',
  otherVersion: 'This belongs to another version of followstats; please type the command again.',
  reading:
    '{accounts, plural, one {Reading {accounts} account from Tencent Chat …} other {Reading {accounts} accounts from Tencent Chat …}}',
} as const;
