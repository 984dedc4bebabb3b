const followers = '{followers, plural, one {# follower} other {# followers}}';
const goal = '{goal, plural, one {# follower} other {# followers}}';
const by = '{by, plural, one {# follower} other {# followers}}';

/** What a watch tells, and what its place and its owner read of it. `since`, `at`: a date and a time of day. */
export const watchAlerts = {
  /** What happened to one account. `before`: what it had, at `since`. */
  reaches: `🔔 {account} reached ${goal}: {followers, number} now, up from {before, number} on {since}.`,
  'falls-below': `🔔 {account} fell below ${goal}: {followers, number} now, down from {before, number} on {since}.`,
  gains: `🔔 {account} gained ${by} since {since}: {before, number} → {followers, number}.`,
  loses: `🔔 {account} lost ${by} since {since}: {before, number} → {followers, number}.`,
  disappears: '🔔 {account} isn’t in Chat any more. It had {before, number} followers on {since}.',
  /** The present state, in the message that heads the thread. */
  now: '<b>Now</b>',
  isMet: `🔴 {account}: ${followers}, told {at}`,
  isNotMet: `⚪ {account}: ${followers}`,
  isMissing: '🔴 {account}: not in Chat',
  /** The small line at the end: which watch, since when the thread goes on, and in which zone its times are. */
  foot: 'Watch {watch} · {rule} · since {since} ({zone})',
  /** What ends it, and when it is alerted again. */
  ends: {
    reaches: 'Told again once it was at {mark, number} or fewer and reaches {goal, number} again.',
    'falls-below': 'Told again once it was at {mark, number} or more and falls below {goal, number} again.',
    change: 'From here on it is counted anew.',
    disappears: 'Told again once Chat knew it in between.',
  },
  /** The one line that announces a watch where it tells. */
  made: 'This channel is told by watch {watch}: {about}.',
  madeDirect: 'You are told here by watch {watch}: {about}.',
  failed: 'An alert of your watch {watch} ({place}) wasn’t posted. It was due {at} ({zone}).',
  paused: 'Your watch {watch} ({place}) is paused.',
  /** What another person did to it. */
  changes: {
    edit: '{person} edited your watch {watch}.',
    pause: '{person} paused your watch {watch}.',
    resume: '{person} resumed your watch {watch}.',
    mute: '{person} muted your watch {watch} until {until} ({zone}).',
    unmute: '{person} unmuted your watch {watch}.',
    delete: '{person} deleted your watch {watch}. You can undo that for ten minutes.',
    deleteForGood: '{person} deleted your watch {watch}.',
    restore: '{person} restored your watch {watch}.',
  },
  /** Whether an alert arrived whose answer was lost. */
  delivery: {
    unknown:
      'An alert of your watch {watch} ({place}) may or may not have arrived: Slack’s answer was lost. It was due {at} ({zone}).',
    itArrived: { text: 'It arrived', label: 'It arrived: keep the alert that is there' },
    postAgain: { text: 'Post again', label: 'Post again: send this alert once more' },
    arrived: 'Good: the alert of {watch} did arrive. Nothing is posted again.',
    again: 'The alert of {watch} is posted again now.',
    gone: 'This watch was deleted, so nothing was posted.',
  },
} as const;
