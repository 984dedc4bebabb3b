/** Said by what sends: of a message that Slack doesn’t take whole, and of a file. */
export const sending = {
  moreLinesLeftOut: '… and {lines} more lines, which Slack doesn’t take here.',
  moreLinesInBlocks: '… and {lines} more lines; the message itself shows more.',
  rejected:
    'Slack refused to show what followstats has to say here. An admin finds the reason in the log, under the reference {reference}.',
  csv: {
    title: 'Follow counts of {accounts} accounts',
    sent: 'The CSV with all rows is in your direct messages with this app.',
    notTaken: 'Slack did not take the CSV just now; please try again in a minute.',
    notTakenFor: 'Slack did not take the CSV ({code}).',
    missingScopes:
      'This needs the scopes files:write and im:write; whoever runs followstats can add them to the Slack app.',
  },
} as const;
