/** Moments near the present, within a sentence. `time`: of day; `date`: day and month, and the year where it is another. */
export const moments = {
  today: 'today {time}',
  yesterday: 'yesterday {time}',
  day: '{date}, {time}',
} as const;
