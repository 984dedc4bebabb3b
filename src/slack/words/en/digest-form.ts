/** The form of a digest: its fields, what is wrong with them, and what came of *Save*. */
export const digestForm = {
  newTitle: 'New digest',
  /** At most 24 characters with the digest’s number. */
  editTitle: 'Edit digest {id}',
  save: 'Save',
  cancel: 'Cancel',
  preview: { text: 'Preview', label: 'Preview: show how it begins and send the whole post to you' },
  previewHint: 'Shows here how the post begins, and sends all of it to you.',
  madeBy: '{owner} made this digest, and hears about it when something goes wrong.',
  nextRuns: '<b>Next runs, {zone}</b>',
  noNextRuns: 'The next runs appear here once the schedule works.',
  /** Above the fields for lists, accounts and people. */
  whose: '<b>Whose followers?</b> Choose at least one list, account or person.',
  /** What stands in a form’s place. */
  wordsTitle: 'Digests',
  opening: 'Opening the form …',
  notOpened: 'Slack didn’t open the form. Try again in a moment.',
  notShown: 'Slack didn’t take the form just now. Try again in a moment.',
  otherVersion:
    'This form is from another version of followstats, so nothing was saved. What you typed is still here: copy it, close this form and open a new one.',
  saving: {
    late: 'That took too long to save. Press Save again: nothing is made twice.',
    notSaved: 'Nothing was saved.',
    again: 'Press Save again in a minute.',
  },
  fields: {
    title: { label: 'Title' },
    channel: {
      label: 'Post to',
      hint: 'If followstats isn’t in the channel, you hear how to invite it when you save.',
    },
    lists: {
      label: 'Lists',
      placeholder: 'Choose lists',
      hint: 'Read anew for every post. No lists yet? Name accounts or people instead.',
    },
    accounts: {
      label: 'Other accounts',
      hint: 'UserIDs, separated by spaces. One that holds a space goes in quotes.',
    },
    people: { label: 'People: their linked accounts', hint: 'Their links are looked up when you save.' },
    timing: {
      label: 'When',
      names: {
        weekdays: 'Weekdays',
        'every-day': 'Every day',
        days: 'Chosen days',
        cron: 'Custom (cron)',
      },
    },
    days: {
      label: 'Days',
      /** By ISO number. */
      names: {
        1: 'Monday',
        2: 'Tuesday',
        3: 'Wednesday',
        4: 'Thursday',
        5: 'Friday',
        6: 'Saturday',
        7: 'Sunday',
      },
    },
    time: { label: 'Time' },
    cron: {
      label: 'Cron line',
      hint: 'Minute, hour, day of the month, month, weekday. 0 9 * * 1-5 is weekdays at 09:00.',
    },
    zone: { label: 'Time zone', placeholder: 'Type a city or country' },
    absolute: {
      label: 'Highlight changes of at least this many followers',
      hint: 'Counted since the account was last highlighted.',
    },
    percent: { label: 'Highlight changes of at least this many percent' },
    options: {
      label: 'Extras',
      chart: 'Show a chart',
      onlyIfChanged: 'Post only when something changed',
      onlyIfChangedHint: 'After a quiet week one line says that nothing changed.',
    },
    language: { label: 'Language of the post' },
  },
  faults: {
    titleMissing: 'Give it a title.',
    titleTooLong: 'A title has at most {most} characters, and this one has {length}.',
    digestGone:
      'Somebody deleted this digest meanwhile, so nothing was saved. What you typed is still here: copy what you need into a new digest.',
    channelMissing: 'Choose where to post it.',
    notYours:
      'This digest is posted in a conversation that you aren’t in. Only its owner and the people there can change it.',
    nobodyNamed: 'Choose a list here, or name an account or a person below.',
    noLinks: 'Nobody chosen here is linked to an account. Choose somebody else, or name accounts above.',
    tooManyLists: 'Choose at most {most} lists.',
    tooManyNamed: 'These accounts take more than {most, number} characters. Put them on a list, and choose that.',
    tooManyPeople: 'Choose at most {most} people.',
    notANumber: '{text} can’t be a number of followers here. Write a whole number from 1 to {most, number}.',
    notAPercentage: '{text} can’t be a percentage here. Write a number above 0, up to {most, number}.',
    noSuchList: 'No list is called {name}.',
    /** Behind that sentence. */
    lists: 'Lists: {lists}.',
    someLists: 'Some of the lists: {lists}.',
    noLists: 'There are no lists yet. Name accounts or people instead.',
    unclosedQuote: 'Close the quote: {word}',
    textAfterQuote: 'Put a space after the closing quote: {word}',
    tooLong: 'A UserID has at most {most} characters, and this one has {count}: {word}',
    notAnAccount: 'That isn’t a UserID: {word}',
    emptyQuotes: 'There is nothing between the quotes.',
    tooManyAccounts: 'That is {count} accounts, and at most {most} fit here. Put them on a list, and choose that.',
    tooManyGroups: 'That is {count} user groups, and at most {most} fit here.',
  },
} as const;
