/** Said of the buttons below an answer. */
export const buttons = {
  expired: 'This answer is too old for its buttons to work. Type the command again.',
  /** Before and behind what went wrong. */
  nothingDone: 'Nothing was done.',
  again: 'Press the button again in a minute.',
  share: {
    /** In the place of the answer that was shared. */
    done: 'Shared to {channel}.',
    doneHere: 'Shared in this conversation.',
    alreadyShared: 'You have already shared this answer.',
    alreadyClicked:
      'You have already pressed Share for this answer. If it isn’t in the channel, type the command again and share the new answer.',
    nothingShared: 'Nothing was shared.',
    notTaken: 'Slack didn’t take this for the channel, so it wasn’t shared. Press Share again in a minute.',
    notMember:
      'This answer is too old to be shared by itself, and followstats isn’t in {channel}. Type <code>/invite @followstats</code> there and press Share again, or type the command again and share the new answer.',
    tooOld: 'This answer is too old to be shared here. Type the command again and share the new answer.',
    unconfirmed:
      'Slack didn’t confirm that this was shared. Look at the channel. If it isn’t there, type the command again and share the new answer.',
  },
} as const;
