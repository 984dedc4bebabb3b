const DAY_MS = 86_400_000;

/** How an account's followers go over time. */
export interface Growth {
  /** How many there are at the present. */
  readonly now: number;
  /** Gained on an average day; lost when negative. */
  readonly perDay: number;
  /** Something happened: so many more come, or leave when negative, half of them before `onDay` (days from the present). */
  readonly turn?: { readonly followers: number; readonly onDay: number; readonly spreadDays: number };
}

/**
 * By what share the pace goes up and down, and how often. Together they are less than 1, so that an account that grows never
 * loses anyone on the way.
 */
const WAVES: readonly { readonly share: number; readonly days: number; readonly peak: number }[] = [
  // In the evening; days since 1970, a Thursday, begin at midnight UTC.
  { share: 0.25, days: 1, peak: 18 / 24 },
  // On Saturdays.
  { share: 0.4, days: 7, peak: 2.6 },
  { share: 0.2, days: 17, peak: 0 },
];

/**
 * The number of an account's followers at a moment, whole and never negative. It hangs on nothing but the two moments, so that
 * what is past and what is to come are one curve: it only rises where `perDay` and `turn` are above 0, only falls where both
 * are below, and is `now` at the present.
 * @param present Unix milliseconds, as `at`
 */
export function followersAt({ now, perDay, turn }: Growth, present: number, at: number): number {
  const days = (at - present) / DAY_MS;
  const steady = perDay * (paced(at / DAY_MS) - paced(present / DAY_MS));
  const sudden = turn ? turn.followers * (shareCome(turn, days) - shareCome(turn, 0)) : 0;
  return Math.max(0, Math.round(now + steady + sudden));
}

/** Days that go faster and slower: the integral of a pace that the waves move around 1. */
function paced(day: number): number {
  return WAVES.reduce((sum, { share, days, peak }) => {
    const turns = (2 * Math.PI) / days;
    return sum + (share / turns) * Math.sin(turns * (day - peak));
  }, day);
}

function shareCome(
  { onDay, spreadDays }: { readonly onDay: number; readonly spreadDays: number },
  day: number,
): number {
  return 1 / (1 + Math.exp(-(day - onDay) / spreadDays));
}
