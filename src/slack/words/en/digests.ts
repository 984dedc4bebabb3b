/** Answers to `digest …`, and what a person reads who saved one. */
export const digests = {
  /** A digest that is posted there. */
  directMessages: 'direct messages',
  saved: '{digest} is saved: to {place}, {schedule}. The next one comes {next}.',
  savedPaused: '{digest} is saved, and paused: {what}. {fix} Then type {resume}.',
  notAnnounced:
    'The line that tells of it there could not be posted just now ({reason}); the digest itself is tried at its time.',
  none: 'There are no digests yet. Make one with {create}.',
  unknown: 'There is no digest {word}. Type {list} to see all digests with their numbers.',
  unreadable: '<b>#{id}</b> is not posted: {what}. {fix}',
  elsewhere: '{digest} is left as it is. {what} {fix}',
  notYours:
    '{digest} is posted in a conversation that you aren’t in. Only people there can change it, run it or resume it, and its owner {owner} can point it elsewhere. You can pause or delete it.',
  changes: {
    run: '{digest} is read now and then posted to {place}. How it went stands in {log}.',
    pause: '{digest} is paused. To go on with it, type {resume}.',
    resume: '{digest} goes on: {state}.',
    delete: '{digest} is deleted. It is not posted any more.',
    alreadyPaused: '{digest} is already paused. To go on with it, type {resume}.',
    notPaused: '{digest} isn’t paused. To pause it, type {pause}.',
  },
  /** When a digest comes next, or why it doesn’t. */
  states: {
    active: '{schedule} · next {next}',
    paused: '{schedule} · <b>paused</b> since {since}: {what}. {fix}',
  },
  list: {
    title: '<b>{digests, plural, one {{digests} digest} other {{digests} digests}}</b>',
    digest: '{digest} to {place}: {state} · owner {owner}',
    howToChange:
      'With its number, {edit} changes one; run, pause, resume, delete and log go the same way. {create} makes another.',
    moreAndHowToChange:
      '… and {left} more. With its number, {edit} changes one; run, pause, resume, delete and log go the same way. {create} makes another.',
  },
  log: {
    title: '{digest}: {state}',
    deleted: '<b>#{id}</b> was deleted; these were its last runs.',
    none: 'It has not run yet.',
    newestFirst: 'Its last runs, the newest first:',
    /** `asked`: whether a person asked for it; `late` and `why`: whether there is something to say. Each `yes` or `no`. */
    run: '{slot}{asked, select, yes { (asked for)} other {}}: {state} {at}{late, select, yes {, late} other {}}{why, select, yes {: {what}} other {}}{attempts, plural, =0 {} =1 {} other { · {attempts} attempts}}',
    states: {
      due: 'waiting',
      claimed: 'being read',
      posting: 'being posted',
      posted: 'posted',
      skipped: 'skipped',
      failed: 'failed',
      unknown: 'unknown whether posted',
      missed: 'missed',
    },
  },
} as const;
