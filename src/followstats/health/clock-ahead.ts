/** A `Date` header says nothing of the second that it is cut to: on average half of one. */
const HALF_SECOND_MS = 500;

/**
 * Compares this machine's clock with that of a server that answered.
 * @param date the answer's `Date` header (RFC 9110 § 6.6.1)
 * @param askedAt when the request left, Unix milliseconds of this machine
 * @param answeredAt when the answer came, by the same clock
 * @returns by how many milliseconds this machine is ahead, negative while it is behind; exact to about a second and half the way
 *   between the two. `undefined` when the header is missing or no date
 */
export function clockAhead(date: string | null | undefined, askedAt: number, answeredAt: number): number | undefined {
  const theirs = Date.parse(date ?? '');
  return Number.isNaN(theirs) ? undefined : Math.round((askedAt + answeredAt) / 2 - (theirs + HALF_SECOND_MS));
}
