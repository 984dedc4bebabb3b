const followers = '{followers, plural, one {# follower} other {# followers}}';
const by = '{by, plural, one {# follower} other {# followers}}';

/** What people read of watches: their list, what came of a command, and what their owners and places read. */
export const watches = {
  /** When a watch tells; a label. */
  rules: {
    reaches: `reaches ${followers}`,
    'falls-below': `falls below ${followers}`,
    gains: {
      followers: {
        hour: `gains ${by} within an hour`,
        day: `gains ${by} within a day`,
        week: `gains ${by} within a week`,
      },
      percent: {
        hour: 'gains {percent} % within an hour',
        day: 'gains {percent} % within a day',
        week: 'gains {percent} % within a week',
      },
    },
    loses: {
      followers: {
        hour: `loses ${by} within an hour`,
        day: `loses ${by} within a day`,
        week: `loses ${by} within a week`,
      },
      percent: {
        hour: 'loses {percent} % within an hour',
        day: 'loses {percent} % within a day',
        week: 'loses {percent} % within a week',
      },
    },
    disappears: 'disappears from Chat',
  },
  /** Whom it looks at, and its rule: a line of labels. */
  about: '{who} · {rule}',
  /** The accounts and lists besides the first ones. */
  more: '{left, number} more',
  whereAndWhose: '{place} · made by {owner}',
  none: 'There are no watches yet.',
  unknown: 'There is no watch {word}.',
  unreadable: '<b>#{id}</b> can’t be looked at.',
  leftAlone: '{watch} is left as it is.',
  notYours:
    '{watch} tells in a conversation that you aren’t in, so you can only pause, mute or delete it. For anything else, ask its owner, {owner}.',
  notYoursAnyMore:
    '{watch} tells in a conversation that you aren’t in any more. Edit it to have it tell somewhere else.',
  tooLate: 'It’s too late to restore {watch}. That works for ten minutes after it was deleted.',
  /** To a person who saved one. */
  saved: '{watch} is saved. It tells in {place}.',
  savedPaused: '{watch} is saved, but paused for now.',
  savedStaysPaused: '{watch} is saved. It stays paused.',
  notAnnounced: 'The line that announces it couldn’t be posted there just now. Its alerts are tried all the same.',
  changes: {
    pause: '{watch} is paused.',
    resume: '{watch} is running again. What is met already isn’t told.',
    mute: '{watch} is muted until {until}.',
    unmute: '{watch} tells again.',
    delete: '{watch} is deleted.',
    restore: '{watch} is back. What is met already isn’t told.',
    alreadyPaused: '{watch} is already paused.',
    notPaused: '{watch} isn’t paused.',
    notDeleted: '{watch} isn’t deleted.',
    staysPaused: '{watch} stays paused.',
  },
  /** How a watch is doing, at the end of its name’s line. */
  marks: {
    running: '{watch} · 🟢 Running',
    idle: '{watch} · ⚪ Watches nobody',
    muted: '{watch} · 🔕 Muted until {until}',
    paused: '{watch} · ⏸️ Paused',
    failing: '{watch} · ⚠️ In trouble',
    deleted: '{watch} · 🗑️ Deleted',
  },
  /** Of one whose lists are all empty or deleted, and that names no account itself. */
  idle: 'Its lists are empty or gone. It goes on once they have accounts.',
  pausedSince: 'Paused since {since}.',
  /** The latest alert. */
  last: {
    none: 'Nothing told yet.',
    posted: 'Last alert: {at}.',
    failed: 'The last alert, {at}, wasn’t posted.',
    unknown: 'The last alert, {at}, may not have arrived.',
    other: 'The last alert was due {at}.',
  },
  controls: {
    new: { text: 'New watch…', label: 'New watch…: opens a form' },
    more: { text: 'More watches', label: 'More watches' },
    all: { text: 'All watches', label: 'All watches' },
    edit: { text: 'Edit', label: 'Edit: watch {id}' },
    pause: { text: 'Pause', label: 'Pause watch {id}' },
    resume: { text: 'Resume', label: 'Resume watch {id}' },
    mute: { text: 'Mute for a day', label: 'Mute for a day: watch {id}' },
    unmute: { text: 'Unmute', label: 'Unmute watch {id}' },
    delete: { text: 'Delete', label: 'Delete watch {id}' },
    undo: { text: 'Undo', label: 'Undo: bring back watch {id}' },
    /** On an account’s card. */
    account: { text: 'Watch…', label: 'Watch…: opens a form' },
  },
  list: {
    title: '<b>{watches, plural, one {# watch} other {# watches}}</b>',
    titleFrom: '<b>{watches, plural, one {# watch} other {# watches}}, from #{from} on</b>',
    more: '{left, plural, one {There is # more.} other {There are # more.}}',
  },
  /** In the app’s Home tab. */
  home: {
    yours: '<b>{watches, plural, one {Your watch} other {Your # watches}}</b>',
    readOnly: 'Only editors can change watches.',
    readOnlyAskAdmins: 'Only editors can change watches. An admin can make you one: {admins}.',
  },
  /** What is wrong with a command about watches. `suggestion`: the command that was meant. */
  faults: {
    meantAction: 'There’s no {word} for watches. Did you mean {suggestion}?',
    unknownAction:
      'There’s no {word} for watches. There’s new, list, edit, pause, resume, mute, unmute, delete and restore.',
    missingId: 'Which watch? Add its number, like {example}.',
    surplusWord: '{word} is too much here. Type it like {example}.',
  },
} as const;
