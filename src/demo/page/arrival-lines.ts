import type { Arrival, PageState } from '../page-server/page-state.ts';

/** What came of moving the clock, of one place. */
export interface ArrivalLine {
  readonly words: string;
  /** The newest of that place. */
  readonly arrival: Arrival;
}

/** A line for each place where the app said something, those with digests first. */
export function toArrivalLines(
  arrivals: readonly Arrival[],
  { people }: Pick<PageState, 'people'>,
): readonly ArrivalLine[] {
  const places = Map.groupBy(arrivals, ({ channelId, isDigest }) => `${isDigest} ${channelId}`);
  const lines = [...places.values()].flatMap((some): ArrivalLine[] => {
    const arrival = some.at(-1);
    if (!arrival) return [];
    const { channelName, personId, isDigest } = arrival;
    const realName = people.find(({ id }) => id === personId)?.realName ?? '';
    const where = channelName === undefined ? `${firstName(realName)}’s messages` : `#${channelName}`;
    if (!isDigest) return [{ arrival, words: `followstats wrote in ${where}` }];
    return [{ arrival, words: some.length === 1 ? `Posted in ${where}` : `${some.length} posts in ${where}` }];
  });
  return lines.toSorted((one, other) => Number(other.arrival.isDigest) - Number(one.arrival.isDigest));
}

/** How a person is called in passing. */
export function firstName(realName: string): string {
  return realName.split(/\s+/)[0] ?? '';
}
