/** Said whatever a person asked: while it takes long, for a fault of the app, and for what no part of it takes. */
export const conversation = {
  /** For a fault of the app itself: the log tells more under the reference. `admins`: mentions of those who can help. */
  apology: 'Something went wrong in followstats itself. Please tell {admins} the reference {reference}.',
  apologyOperators:
    'Something went wrong in followstats itself. Please tell the people who run it the reference {reference}.',
  apologyAdmin: 'Something went wrong in followstats itself. The log says more under the reference {reference}.',
  tryAgain: 'Something went wrong in followstats itself. Please try again.',
  otherCommand: '{command} is not a command of followstats. Type {help}.',
  otherVersion: 'This belongs to another version of followstats. Type the command again.',
  /** For a request whose replica was killed; said by another one. `time`: when it was asked, of the day. */
  interrupted:
    'followstats was stopped in the middle of what you asked for at {time}, and the answer may be lost. If you don’t see it, please ask again. If it was a change, check first whether it was made.',
  /** After some seconds; the answer then stands below it. */
  stillAsking:
    'This takes a little longer. The answer comes below, at most {seconds, plural, one {# second} other {# seconds}} after you asked.',
  /** The same where the answer takes the place of these words. */
  stillAskingHere:
    'This takes a little longer. The answer comes here, at most {seconds, plural, one {# second} other {# seconds}} after you asked.',
} as const;
