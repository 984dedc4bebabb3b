/** Instants in words, which `Intl` alone doesn’t put together. */
export const instants = {
  /** `day`: a weekday, or “today”, “yesterday”, “tomorrow”, as the reader’s language writes it. `time`: like 13:40. */
  dayAndTime: '{day} {time}',
  /** Of one day: with a time of day alone as `to`. */
  span: '{from} – {to}',
} as const;
