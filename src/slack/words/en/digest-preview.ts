/** *Preview*: the note in the form, and the line above the message. */
export const digestPreview = {
  making: 'Making the preview …',
  sent: 'It begins like this. The whole post is in your messages with followstats.',
  noAccounts: 'There is nothing to show, since the lists are empty. Add accounts to them, or name some here.',
  notMade: 'There is no preview this time.',
  /** The form shows how the post begins all the same. */
  notTaken: 'It begins like this. Slack didn’t take the message with all of it. Try again in a minute.',
  notAllowed: 'It begins like this. Slack doesn’t let followstats send you all of it. Ask an admin.',
  notAllowedForAdmins: 'It begins like this. Slack doesn’t let the app send you messages, so all of it didn’t come.',
  faultyFields: '{fields, plural, one {# field needs a look.} other {# fields need a look.}}',
  line: '<b>Preview</b>, only you see it. This is what {place} would get now.',
  lineUnchanged:
    '<b>Preview</b>, only you see it. Nothing has changed, so {place} would get nothing now. Otherwise it would be this.',
} as const;
