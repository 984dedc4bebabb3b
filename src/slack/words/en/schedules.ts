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
    noDays: 'Choose at least one day of the week.',
    notATime: '“{text}” is not a time of day; write it like 09:00 or 17:30.',
    cronTooLong: 'A cron line has at most {most} characters; an example is 0 9 * * 1-5 (weekdays at 09:00).',
    fieldCount:
      'A cron line has five fields (minute, hour, day of the month, month, weekday), and this has {count}; an example is 0 9 * * 1-5 (weekdays at 09:00).',
    badField: {
      minute:
        '“{text}” is not right as the minute of a cron line; an example of one is 0 9 * * 1-5 (weekdays at 09:00).',
      hour: '“{text}” is not right as the hour of a cron line; an example of one is 0 9 * * 1-5 (weekdays at 09:00).',
      'day of the month':
        '“{text}” is not right as the day of the month of a cron line; an example of one is 0 9 * * 1-5 (weekdays at 09:00).',
      month: '“{text}” is not right as the month of a cron line; an example of one is 0 9 * * 1-5 (weekdays at 09:00).',
      weekday:
        '“{text}” is not right as the weekday of a cron line; an example of one is 0 9 * * 1-5 (weekdays at 09:00).',
    },
    tooOften:
      '{minutes, plural, =1 {This would come every minute at times, and a digest comes every {least} minutes at most, like */{least} 9-17 * * *.} other {This would come every {minutes} minutes at times, and a digest comes every {least} minutes at most, like */{least} 9-17 * * *.}}',
    never:
      'There is no day like that, so the digest would never come; an example of one that does is 0 9 * * 1-5 (weekdays at 09:00).',
    unknownZone: '“{text}” is not a time zone; write one like Europe/Berlin or Asia/Shanghai.',
    ambiguousZone: '“{text}” can mean several time zones; write {zones}.',
    shortZone: '“{text}” is short for a time zone; write its full name, {zone}.',
  },
} as const;
