/** Answers to `digest …`, and what a person reads who saved one. */
export const digests = {
  /** Where a digest is posted that comes as direct messages. */
  directMessages: 'direct messages',
  /** The same in a sentence to the person who gets them. */
  yourDirectMessages: 'your direct messages',
  /** Where and when, and who made it: a line of a card. */
  where: '{place} · {schedule}',
  whereAndWhose: '{place} · {schedule} · made by {owner}',
  /** To a person who saved one. */
  saved: '{digest} is saved. Next: {next}.',
  nowPosts: '{digest} now posts to {place}. Next: {next}.',
  savedPaused: '{digest} is saved, but paused for now.',
  savedStaysPaused: '{digest} is saved. It stays paused.',
  notAnnounced: 'The line that announces it couldn’t be posted there just now. The digest itself is tried at its time.',
  none: 'There are no digests yet.',
  unknown: 'There is no digest {word}.',
  unreadable: '<b>#{id}</b> can’t be posted.',
  leftAlone: '{digest} is left as it is.',
  notYours:
    '{digest} posts to a conversation that you aren’t in, so you can only pause or delete it. For anything else, ask its owner, {owner}.',
  notYoursAnyMore: '{digest} posts to a conversation that you aren’t in any more. Edit it to post somewhere else.',
  tooLate: 'It’s too late to restore {digest}. That works for ten minutes after it was deleted.',
  changes: {
    run: '{digest} comes to {place} in a moment.',
    pause: '{digest} is paused.',
    resume: '{digest} is running again. Next: {next}.',
    delete: '{digest} is deleted.',
    restore: '{digest} is back. Next: {next}.',
    restorePaused: '{digest} is back. It’s still paused.',
    alreadyPaused: '{digest} is already paused.',
    notPaused: '{digest} isn’t paused. Next: {next}.',
    notDeleted: '{digest} isn’t deleted.',
    staysPaused: '{digest} stays paused.',
  },
  /** How a digest is doing, at the end of its name’s line. */
  marks: {
    running: '{digest} · 🟢 Running',
    paused: '{digest} · ⏸️ Paused',
    failing: '{digest} · ⚠️ In trouble',
    deleted: '{digest} · 🗑️ Deleted',
  },
  /** What comes next, and what became of the last one. */
  next: 'Next: {next}.',
  pausedSince: 'Paused since {since}.',
  last: {
    none: 'Nothing posted yet.',
    posted: 'Last post: {at}.',
    skipped: 'The last one, {at}, was skipped.',
    failed: 'The last one, {at}, wasn’t posted.',
    unknown: 'The last one, {at}, may not have arrived.',
    missed: 'The last one, {at}, was missed.',
    unrecognized: 'The last one was due {at}.',
  },
  controls: {
    new: { text: 'New digest…', label: 'New digest…: opens a form' },
    more: { text: 'More digests', label: 'More digests' },
    all: { text: 'All digests', label: 'All digests' },
    edit: { text: 'Edit', label: 'Edit: digest {id}' },
    run: { text: 'Run now', label: 'Run now: digest {id}' },
    pause: { text: 'Pause', label: 'Pause digest {id}' },
    resume: { text: 'Resume', label: 'Resume digest {id}' },
    log: { text: 'Log', label: 'Log of digest {id}' },
    delete: { text: 'Delete', label: 'Delete digest {id}' },
    undo: { text: 'Undo', label: 'Undo: bring back digest {id}' },
  },
  list: {
    title: '<b>{digests, plural, one {# digest} other {# digests}}</b>',
    titleFrom: '<b>{digests, plural, one {# digest} other {# digests}}, from #{from} on</b>',
    more: '{left, plural, one {There is # more.} other {There are # more.}}',
  },
  log: {
    none: 'It hasn’t run yet.',
    deleted: '<b>#{id}</b> was deleted.',
    zone: 'All times are {zone} time.',
    /** A slot and what became of it; `at`: when, if that was later. */
    slots: {
      due: '⏳ {slot} · Waiting',
      claimed: '⏳ {slot} · Being read',
      posting: '⏳ {slot} · Being posted',
      posted: '✅ {slot} · Posted',
      postedLate: '✅ {slot} · Posted late, {at}',
      skipped: '⏭️ {slot} · Skipped',
      failed: '⚠️ {slot} · Failed',
      unknown: '❓ {slot} · May not have arrived',
      missed: '⚠️ {slot} · Missed',
      missedInARow: '⚠️ {span} · {posts, plural, one {# post} other {# posts}} missed',
      unrecognized: '❓ {slot} · Unknown',
    },
    /** What is to be said of a slot besides, in whole sentences. */
    explained: '{slot}. {why}',
    asked: 'Somebody asked for it.',
    attempts: '{attempts, plural, one {It took # attempt.} other {It took # attempts.}}',
  },
} as const;
