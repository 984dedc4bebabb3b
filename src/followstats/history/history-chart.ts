import type { AccountId } from '../types.ts';
import { type AccountHistory, type History, lastOf } from './history.ts';

/** The followers of some accounts as lines. */
export interface HistoryChart {
  /** At which instants, by their places: those at which every line has a reading; at least two. */
  readonly places: readonly number[];
  /** Those with most followers, by the last reading, in the order asked; at most six, each with a number for every place. */
  readonly series: readonly { readonly account: AccountId; readonly followers: readonly number[] }[];
  /** Those that would be drawn by their followers, and have too few readings beside the others. */
  readonly tooFew: readonly AccountId[];
}

/** More lines than this can't be told apart, and earlier pages of Slack's allow no more. */
const MOST_LINES = 6;
const FEWEST_POINTS = 2;

interface Candidate {
  readonly one: AccountHistory;
  readonly places: ReadonlySet<number>;
}

/**
 * Chooses the lines. A chart of Slack's has no gaps, so that each line takes from the others the instants at which it has no
 * reading: an account that would take more than half of them makes room for the next.
 * @returns `undefined` where not even two instants are left
 */
export function createHistoryChart({
  accounts,
  instants,
}: Pick<History, 'accounts' | 'instants'>): HistoryChart | undefined {
  const ranked: readonly Candidate[] = accounts
    .toSorted((a, b) => lastOf(b).followers - lastOf(a).followers)
    .map((one) => ({ one, places: placesOf(one) }));
  const most = Math.max(0, ...ranked.slice(0, MOST_LINES).map(({ places }) => places.size));
  const enough = Math.max(FEWEST_POINTS, Math.ceil(most / 2));

  let shared: ReadonlySet<number> = new Set(instants.keys());
  const drawn: Candidate[] = [];
  const tooFew: AccountId[] = [];
  for (const candidate of ranked) {
    if (drawn.length === MOST_LINES) break;
    const left = shared.intersection(candidate.places);
    if (left.size < enough) tooFew.push(candidate.one.account);
    else {
      drawn.push(candidate);
      shared = left;
    }
  }
  if (drawn.length === 0) return undefined;
  const places = [...shared].toSorted((a, b) => a - b);
  const lines = drawn.toSorted((a, b) => accounts.indexOf(a.one) - accounts.indexOf(b.one));
  return {
    places,
    series: lines.map(({ one: { account, readings } }) => ({
      account,
      followers: places.flatMap((place) => readings[place]?.followers ?? []),
    })),
    tooFew,
  };
}

function placesOf({ readings }: AccountHistory): ReadonlySet<number> {
  return new Set([...readings.keys()].filter((place) => readings[place] !== undefined));
}
