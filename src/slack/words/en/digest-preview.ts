/** *Preview*: the note in the form, and the line above the message. */
export const digestPreview = {
  making: 'The preview is being made …',
  sent: 'The preview is in your direct messages with followstats.',
  noAccounts: 'There is nothing to read: the lists are empty. Add accounts to them.',
  unread: 'Nothing could be read: {what}. {fix}',
  notMade: 'There is no preview: {what}. {fix}',
  rejected: 'Slack did not take the preview: {what}. {fix}',
  notTaken: 'Slack did not take the preview ({reason}); try again in a minute.',
  firstFault: '{fault} (and {more} more)',
  line: '<b>Preview</b>, for you alone: what would be posted now to {place}.',
  lineUnchanged:
    '<b>Preview</b>, for you alone: what would be posted now to {place}. Since nothing has changed, it would not be posted.',
} as const;
