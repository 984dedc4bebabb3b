/** Said by what sends: of a message that Slack doesn’t take whole, and of a file. */
export const sending = {
  moreLinesLeftOut:
    '{lines, plural, one {… and # more line that Slack doesn’t take here.} other {… and # more lines that Slack doesn’t take here.}}',
  moreLinesInBlocks:
    '{lines, plural, one {… and # more line; the message itself shows it.} other {… and # more lines; the message itself shows them.}}',
  rejected: 'Slack wouldn’t show this answer. Please tell the people who run followstats the reference {reference}.',
  csv: {
    title: '{accounts, plural, one {Follow counts of # account} other {Follow counts of # accounts}}',
    sent: 'The CSV is in your direct messages with followstats.',
    notTaken: 'Slack didn’t take the CSV just now. Try again in a minute.',
    notTakenFor: 'Slack didn’t take the CSV ({code}).',
    /** For everybody, and for admins. */
    notAllowed: 'followstats isn’t allowed to send files here yet. Please tell {admins}.',
    notAllowedOperators: 'followstats isn’t allowed to send files here yet. Please tell the people who run it.',
    missingScopes: 'followstats may not send files. Add the scopes files:write and im:write to the Slack app.',
  },
} as const;
