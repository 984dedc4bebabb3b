/** How a schedule reads, and what is wrong with one. */
export const schedules = {
  everyDay: 'every day at {time}, {zone}',
  weekdays: 'weekdays at {time}, {zone}',
  weekends: 'weekends at {time}, {zone}',
  onDays: '{days} at {time}, {zone}',
  byCron: 'cron {line}, {zone}',
  /** By ISO number. */
  days: {
    1: 'Mondays',
    2: 'Tuesdays',
    3: 'Wednesdays',
    4: 'Thursdays',
    5: 'Fridays',
    6: 'Saturdays',
    7: 'Sundays',
  },
  faults: {
    noDays: 'Choose at least one day.',
    notATime: 'Choose a time.',
    cronTooLong: 'A cron line has at most {most} characters.',
    fieldCount:
      'A cron line has five parts: minute, hour, day of the month, month, weekday. {count, plural, =0 {This one has none.} one {This one has # part.} other {This one has # parts.}}',
    badField: {
      minute: 'The minute can’t be {text}. It goes from 0 to 59.',
      hour: 'The hour can’t be {text}. It goes from 0 to 23.',
      'day of the month': 'The day of the month can’t be {text}. It goes from 1 to 31.',
      month: 'The month can’t be {text}. It goes from 1 to 12.',
      weekday: 'The weekday can’t be {text}. It goes from 1 (Monday) to 7 (Sunday).',
    },
    tooOften:
      '{minutes, plural, one {At times that would be a post every minute.} other {At times that would be a post every # minutes.}} Leave at least {least} minutes between two posts.',
    never: 'There is no such day, so it would never be posted.',
    noZone: 'Choose a time zone.',
    unknownZone: 'That isn’t a time zone: {text}. Choose one from the menu.',
    ambiguousZone: '{text} can mean several time zones. Choose {zones}.',
    shortZone: '{text} is short for a time zone. Choose {zone}.',
  },
} as const;
