/** *Preview*: the note in the form, and the line above the message. */
export const digestPreview = {
  making: 'Making the preview …',
  /** What the lines below the note are; `sent` or why it wasn’t sent stands behind. */
  begins: 'It begins like this.',
  beginsUnchanged: 'Nothing has changed, so nothing would be posted now. Otherwise it would begin like this.',
  beginsSignOfLife: 'After a week without change only a line would say so now. Otherwise it would begin like this.',
  sent: 'The whole post is in your messages with followstats.',
  noAccounts: 'There is nothing to show, since the lists are empty. Add accounts to them, or name some here.',
  notMade: 'There is no preview this time.',
  /** Why only the form shows how the post begins. */
  notTaken: 'Slack didn’t take the message with the whole post. Try again in a minute.',
  notAllowed: 'Slack doesn’t let followstats send you the whole post.',
  faultyFields: '{fields, plural, one {# field needs a look.} other {# fields need a look.}}',
  line: '<b>Preview</b>, only you see it. This is what {place} would get now.',
  lineUnchanged:
    '<b>Preview</b>, only you see it. Nothing has changed, so {place} would get nothing now. Otherwise it would be this.',
  lineSignOfLife:
    '<b>Preview</b>, only you see it. Nothing has changed for a week, so {place} would only get a line that says so now. Otherwise it would be this.',
} as const;
