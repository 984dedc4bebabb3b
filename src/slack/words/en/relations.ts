const rows = '{rows, plural, one {# account} other {# accounts}}';
const read = '{done, plural, one {# account read} other {# accounts read}}';

/** What people read of who follows an account, whom it follows, and with whom both is so. */
export const relations = {
  /** The modal; at most 24 characters. */
  titles: { fans: 'Fans', following: 'Following', mutual: 'Mutual' },
  close: 'Close',
  back: 'Back',
  opening: 'Opening …',
  notOpened: 'Slack didn’t open the list ({code}). Press the button to open it.',
  /** On an account’s card. */
  open: {
    fans: { text: 'Fans', label: 'Fans: who follows this account' },
    following: { text: 'Following', label: 'Following: whom this account follows' },
    mutual: { text: 'Mutual', label: 'Mutual: who follows this account and is followed back' },
  },
  /** In the place of a list that wasn’t opened. */
  openLate: { text: 'Open the list', label: 'Open the list: shows it in a window' },
  /** Above the accounts, by the counts of the account. */
  head: {
    fans: '{account}: {all, plural, one {# follower} other {# followers}}.',
    following: '{account} follows {all, plural, one {# account} other {# accounts}}.',
    mutual: '{account} and {all, plural, one {# account} other {# accounts}} follow each other.',
  },
  /** The same, where the counts couldn’t be read. */
  headUncounted: {
    fans: 'Followers of {account}:',
    following: '{account} follows:',
    mutual: '{account} and each of these follow each other:',
  },
  none: {
    fans: 'Nobody follows {account}.',
    following: '{account} follows nobody.',
    mutual: 'Nobody whom {account} follows follows it back.',
  },
  /** Where Chat doesn’t say since when, the account stands alone. */
  row: '{account} · since {since}',
  range: 'These are {from, number} to {to, number}, in the order in which Chat gives them. As of {at}.',
  cut: 'The list goes on, but no further here: the CSV has all of it.',
  lapsed: 'This list was opened too long ago to turn its pages, so this is its beginning again.',
  previous: { text: 'Previous', label: 'Previous: the page before' },
  next: { text: 'Next', label: 'Next: the page after' },
  csv: { text: 'CSV of all', label: 'CSV of all: get the whole list as a file in your direct messages' },
  /** In the modal, once the button was pressed. */
  file: {
    begun: 'The CSV is being made. It comes to your direct messages with followstats.',
    yours:
      'A CSV of a list is being made for you already. Wait for it, or cancel it in your direct messages with followstats.',
    full: 'Too many CSVs of lists are being made at the moment. Press the button again in a few minutes.',
    /** Slack took no message to the person. */
    notTaken: 'Slack refuses messages of followstats to you ({code}). Ask an admin of your workspace.',
    notSent: 'Slack didn’t take the message. Press the button again in a minute.',
    titles: { fans: 'Followers of {account}', following: 'Followed by {account}', mutual: 'Mutual with {account}' },
    columns: { since: 'Followed since' },
  },
  /** In the person’s direct messages, one in the place of the other; `done`, `all` and `rows` count accounts. */
  progress: {
    of: {
      fans: `Making the CSV of the followers of {account}: ${read} of about {all, number}.`,
      following: `Making the CSV of the accounts that {account} follows: ${read} of about {all, number}.`,
      mutual: `Making the CSV of the accounts that {account} follows and is followed by: ${read} of about {all, number}.`,
    },
    uncounted: {
      fans: `Making the CSV of the followers of {account}: ${read}.`,
      following: `Making the CSV of the accounts that {account} follows: ${read}.`,
      mutual: `Making the CSV of the accounts that {account} follows and is followed by: ${read}.`,
    },
    cancel: { text: 'Cancel', label: 'Cancel: no CSV is made' },
    done: {
      fans: `The CSV of the followers of {account} is in this conversation: ${rows}.`,
      following: `The CSV of the accounts that {account} follows is in this conversation: ${rows}.`,
      mutual: `The CSV of the accounts that {account} follows and is followed by is in this conversation: ${rows}.`,
    },
    /** Below that. */
    cut: 'The list is longer: one CSV takes {most, number} accounts at most.',
    unreadable:
      '{items, plural, one {# entry of the list named no account that can be read, and isn’t in the CSV.} other {# entries of the list named no account that can be read, and aren’t in the CSV.}}',
    cancelled: {
      fans: 'The CSV of the followers of {account} was cancelled.',
      following: 'The CSV of the accounts that {account} follows was cancelled.',
      mutual: 'The CSV of the accounts that {account} follows and is followed by was cancelled.',
    },
    /** What went wrong follows. */
    failed: {
      fans: 'The CSV of the followers of {account} wasn’t made.',
      following: 'The CSV of the accounts that {account} follows wasn’t made.',
      mutual: 'The CSV of the accounts that {account} follows and is followed by wasn’t made.',
    },
    stopped: 'followstats was stopped meanwhile. Press the button to begin again.',
    /** Where it was stopped while Slack took the file. */
    unconfirmed:
      'followstats was stopped while it sent the file. If there is none in this conversation, press the button to begin again.',
    again: { text: 'Make the CSV', label: 'Make the CSV: begin again' },
  },
  tooLate: 'The CSV isn’t being made any more, so there is nothing to cancel.',
  missingAccount: 'Of which account? Name one, like {example}.',
  surplus: 'This command takes one account, so {word} is one too many. Try {example}.',
  notOne: '{word} may stand for several accounts, and this takes one. Try {example}.',
} as const;
