/** What a digest’s channel and its owner read of it. */
export const digestNotices = {
  /** The one line that announces a digest where it is posted; `schedule`: when it comes, as a label. */
  made: 'This channel gets the digest {title}: {schedule}. Next: {next}.',
  madeDirect: 'You get the digest {title} here: {schedule}. Next: {next}.',
  changed: 'The digest {title} was changed: {schedule}. Next: {next}.',
  failed: 'Your digest {digest} ({place}) wasn’t posted. It was due {slot} ({zone}).',
  paused: 'Your digest {digest} ({place}) is paused.',
  /** What another person did to it. */
  changes: {
    edit: '{person} edited your digest {digest}.',
    pause: '{person} paused your digest {digest}.',
    resume: '{person} resumed your digest {digest}.',
    delete: '{person} deleted your digest {digest}. You can undo that for ten minutes.',
    deleteForGood: '{person} deleted your digest {digest}.',
    restore: '{person} restored your digest {digest}.',
  },
  /** When that was. */
  at: '{at} ({zone})',
  /** Whether a post arrived whose answer was lost. */
  delivery: {
    unknown:
      'Your digest {digest} ({place}) may or may not have arrived: Slack’s answer was lost. It was due {slot} ({zone}).',
    pleaseLook: 'Please look whether it’s there.',
    itArrived: { text: 'It arrived', label: 'It arrived: keep the post that is there' },
    postAgain: { text: 'Post again', label: 'Post again: send this digest once more' },
    arrived: 'Good: {digest} did arrive. Nothing is posted again.',
    again: '{digest} is posted again now.',
    settled: 'That was settled before.',
    gone: 'This digest was deleted, so nothing was posted.',
    otherVersion: 'This button is of another version of followstats, so nothing was done.',
    notSaved: 'That couldn’t be saved just now. Press the button again in a minute.',
  },
} as const;
