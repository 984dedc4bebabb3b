/** The form of a watch: its fields, what is wrong with them, and what came of *Save*. */
export const watchForm = {
  newTitle: 'New watch',
  /** At most 24 characters with the watch’s number. */
  editTitle: 'Edit watch {id}',
  /** What stands in a form’s place. */
  wordsTitle: 'Watches',
  madeBy: '{owner} made this watch, and hears about it when something goes wrong.',
  /** Above the fields for lists, accounts and people. */
  whose: '<b>Watch whom?</b> Choose at least one list, account or person.',
  /** In the form’s place, once it is saved. `accounts`: those for which the rule is met already. */
  savedMet: {
    reaches: 'Saved. {accounts}: that many already, so it isn’t told now, but when the number is reached again.',
    'falls-below': 'Saved. {accounts}: fewer already, so it isn’t told now, but when they fall below again.',
    disappears: 'Saved. {accounts}: not in Chat already, so it isn’t told now, but when they disappear again.',
  },
  fields: {
    kind: {
      label: 'Tell when an account',
      names: {
        reaches: 'reaches a number of followers',
        'falls-below': 'falls below a number of followers',
        gains: 'gains followers',
        loses: 'loses followers',
        disappears: 'disappears from Chat',
      },
    },
    followers: { label: 'Number of followers' },
    absolute: { label: 'At least this many followers', hint: 'Either this or a percentage.' },
    percent: { label: 'Or at least this many percent' },
    span: { label: 'Within', names: { hour: 'an hour', day: 'a day', week: 'a week' } },
    channel: {
      label: 'Tell in',
      hint: 'If followstats isn’t in the channel, you hear how to invite it when you save.',
    },
    listsHint: 'Read anew at every look. No lists yet? Name accounts or people instead.',
  },
  faults: {
    gone: 'Somebody deleted this watch meanwhile, so nothing was saved. What you typed is still here: copy what you need into a new watch.',
    full: 'There are {most} watches already, and no more fit. Delete one first.',
    notYours:
      'This watch tells in a conversation that you aren’t in. Only its owner and the people there can change it.',
    amountMissing: 'Write a number of followers here, or a percentage below.',
    twoAmounts: 'Write either a number of followers or a percentage, and empty the other field.',
    tooManyWatched:
      'That is {count, number} accounts with those on its lists, and one watch looks at {most, number} at most. Make several of it.',
  },
} as const;
