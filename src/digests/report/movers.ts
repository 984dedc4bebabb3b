import type { DigestRow } from './digest-row.ts';

const MOST_MOVERS = 5;

/** Followers gained since the last post, negative when lost; `undefined` where that isn't known. */
export function gainOf({ sinceLast }: DigestRow): number | undefined {
  return sinceLast.kind === 'delta' ? sinceLast.followers.by : undefined;
}

/** The accounts that were read, the one that gained most first; then those without a change to compare; equal ones by followers. */
export function rankRows(rows: readonly DigestRow[]): readonly DigestRow[] {
  const followers = ({ lookup }: DigestRow) => (lookup.kind === 'found' ? lookup.followers : 0);
  const gain = (row: DigestRow) => gainOf(row) ?? Number.NEGATIVE_INFINITY;
  return rows
    .filter(({ lookup }) => lookup.kind === 'found')
    .toSorted((a, b) => compare(gain(b), gain(a)) || followers(b) - followers(a));
}

/** The accounts that gained or lost most, in the order in which they stand in `ranked`. Equal changes: the larger share first. */
export function moversOf(ranked: readonly DigestRow[]): readonly DigestRow[] {
  const size = ({ sinceLast }: DigestRow) => {
    const { by = 0, ratio } = sinceLast.kind === 'delta' ? sinceLast.followers : {};
    // From 0 the ratio is beyond any number.
    return { by: Math.abs(by), ratio: Math.abs(ratio ?? Number.MAX_VALUE) };
  };
  const most = ranked
    .filter((row) => size(row).by > 0)
    .toSorted((a, b) => size(b).by - size(a).by || size(b).ratio - size(a).ratio)
    .slice(0, MOST_MOVERS);
  return ranked.filter((row) => most.includes(row));
}

const compare = (a: number, b: number): number => (a === b ? 0 : a - b);
