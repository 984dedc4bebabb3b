/** Said of the buttons below an answer. */
export const buttons = {
  expired: 'This answer is too old for its buttons to work; please type the command again.',
  failed: 'Nothing was done. {what} Press again in a minute.',
  share: {
    alreadyShared: 'You have already shared this answer.',
    alreadyClicked:
      'You have already pressed Share below this answer. If it isn’t in the channel, type the command again and share the new answer.',
    failed: 'Nothing was shared. {what} Press Share again in a minute.',
    notTaken: 'Slack did not take this for the channel, so it was not shared. Press Share again in a minute.',
    unconfirmed:
      'Slack didn’t confirm that this was shared. Look at the channel; if it isn’t there, type the command again and share the new answer.',
  },
} as const;
