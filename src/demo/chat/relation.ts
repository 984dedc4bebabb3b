/** One account in a list of relations. */
export interface Relation {
  readonly id: string;
  /** Since when, Unix milliseconds. */
  readonly at: number;
  /** Where it stands in its list, which goes from the highest place down. Stays the same whatever comes and goes around it. */
  readonly place: number;
}

/** What both ends hold of one relation. */
export type Edge = Omit<Relation, 'id'>;

/** The list of an account's own relations, by account. @param below only those at lower places */
export function latestFirst(edges: ReadonlyMap<string, Edge> | undefined, below: number): readonly Relation[] {
  return [...(edges ?? [])]
    .flatMap(([id, edge]) => (edge.place < below ? [{ id, ...edge }] : []))
    .sort((one, other) => other.place - one.place);
}

export function countOf(relations: Iterable<unknown>): number {
  let count = 0;
  for (const _ of relations) count += 1;
  return count;
}
