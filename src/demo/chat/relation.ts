/** One account in a list of relations. */
export interface Relation {
  readonly id: string;
  /** Since when, Unix milliseconds. */
  readonly at: number;
  /** Where it stands in its list, which goes from the highest place down. Stays the same whatever comes and goes around it. */
  readonly place: number;
}
