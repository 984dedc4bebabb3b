/** What a digest’s channel and its owner read of it. */
export const digestNotices = {
  made: 'The digest {title} will be posted here: {schedule}. The next one comes {next}. Made by {owner}; {edit} changes it.',
  changed:
    'The digest {title} was changed; it is posted here: {schedule}. The next one comes {next}. Made by {owner}; {edit} changes it.',
  signOfLife:
    '{accounts, plural, one {{title}: nothing has changed since {since}. The account is still watched.} other {{title}: nothing has changed since {since}. All {accounts} accounts are still watched.}}',
  failed:
    'Your digest {title} for {place}, due {slot}, was not posted: {what}. The next one comes {next}; {run} posts one now.',
  failedPaused:
    'Your digest {title} for {place}, due {slot}, was not posted: {what}. It is paused; {run} posts one now.',
  paused: 'Your digest {title} for {place} is paused: {what}. {fix} Then type {resume}.',
  /** Whether a post arrived whose answer was lost. */
  delivery: {
    unknown:
      'Your digest {title} for {place}, due {slot}, was sent, but Slack’s answer was lost, so it may or may not have arrived.',
    pleaseLook: 'Please look, and press <b>It arrived</b> or <b>Post again</b>.',
    itArrived: { text: 'It arrived', label: 'Keep the post that is there' },
    postAgain: { text: 'Post again', label: 'Post this digest again' },
    arrived: 'Your digest {title} for {place} did arrive. Thank you; nothing is posted again.',
    again: 'Your digest {title} for {place} is posted again now.',
    settled: 'Your digest {title} for {place} is settled already; {log} shows what became of it.',
    gone: 'This digest was deleted; nothing was posted.',
    otherVersion: 'This button is of another version of followstats; nothing was done.',
    elsewhere: '{what} {fix}',
    notSaved: 'That could not be saved just now; please press the button again in a minute.',
  },
} as const;
