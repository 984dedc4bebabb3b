/** The form of a digest: its fields, what is wrong with them, and what came of *Save*. */
export const digestForm = {
  newTitle: 'New digest',
  /** At most 24 characters with the digest’s number. */
  editTitle: 'Edit digest {id}',
  save: 'Save',
  cancel: 'Cancel',
  preview: { text: 'Preview', label: 'Preview: read the accounts and show the post in a direct message' },
  previewHint:
    'A form can hold no table and no chart, so the preview comes as a direct message from followstats, for you alone.',
  madeBy: 'Made by {owner}, who hears of its failures.',
  nextRuns: '<b>Next runs, {zone}</b>:',
  noNextRuns: '<b>No next runs</b>: {fault}',
  /** What stands in a form’s place. */
  wordsTitle: 'Digests',
  close: 'Close',
  opening: 'Opening the form …',
  notOpened: 'Slack did not open the form ({code}); please type the command again.',
  notShown: 'Slack did not take the form just now; please type the command again.',
  otherVersion:
    'This form is of another version of followstats, so nothing was done. What you typed is still here: copy it, close this form and open a new one.',
  saving: {
    late: 'followstats couldn’t save this in time. Press Save again: nothing is made twice.',
    failed: 'Nothing was saved. {what} Press Save again in a minute.',
    broken: 'Nothing was saved: {apology}',
  },
  fields: {
    title: { label: 'Title' },
    channel: { label: 'Post to', hint: 'A channel that followstats is in, or your direct messages with it' },
    accounts: {
      label: 'Accounts and lists',
      hint: 'UserIDs and lists, like alice "with space" list:creators; lists are read at every run',
    },
    people: { label: 'People', hint: 'The accounts they are linked to when you save' },
    timing: { label: 'When', weekly: 'On days of the week', cron: 'By a cron line' },
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
      hint: 'Minute, hour, day of the month, month, weekday; 0 9 * * 1-5 is weekdays at 09:00',
    },
    zone: { label: 'Time zone', hint: 'Like Europe/Berlin or Asia/Shanghai' },
    options: {
      label: 'Options',
      chart: 'Show a chart',
      onlyIfChanged: 'Only when something changed',
      onlyIfChangedHint: 'After a quiet week one line says that it is still watching',
    },
    absolute: {
      label: 'Point out an account that gained or lost so many followers',
      hint: 'Since it was last pointed out',
    },
    percent: { label: 'Or so many per cent' },
  },
  faults: {
    titleMissing: 'Give it a title, like Creators.',
    titleTooLong: 'A title has at most {most} characters, and this has {length}.',
    digestGone:
      'This digest was deleted meanwhile, so nothing was saved. What you typed is still here: copy what you need into a new digest.',
    channelMissing: 'Choose where to post it.',
    notYours:
      'This digest is posted in a conversation that you aren’t in, so only its owner and the people there can change it.',
    missingWho: 'Name at least one account or list, like alice list:creators, or choose a person below.',
    noLinks: 'Nobody chosen below is linked to an account, and no account or list is named, like alice.',
    tooManyNamed: 'This is over {most} characters of accounts. Put them on a list and name that, like list:creators.',
    tooManyPeople: 'Choose at most {most} people, or put their accounts on a list and name that above.',
    notANumber: '“{text}” is not a number of followers; write a whole one from 1 on, like 100.',
    notAPercentage: '“{text}” is not a percentage; write a number above 0, like 2.5.',
    place: '{what} {fix}',
  },
} as const;
