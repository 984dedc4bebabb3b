import { createChance } from '../chance.ts';
import type { Audience } from './audience.ts';
import { firstMoment } from './first-moment.ts';
import { createFollowGraph } from './follow-graph.ts';
import type { FollowCounts } from './follow-graph-types.ts';
import { followersAt, type Growth } from './growth.ts';
import { demoAccounts, demoFollows } from './seed.ts';

/** Accounts that the demo is about: their past is in the store when it begins. Most hardly change. */
export const STARS: Readonly<Record<string, Growth>> = {
  alice: { now: 12_480, perDay: 19 },
  bob: { now: 9312, perDay: 2 },
  // Past 5,000 within the last week.
  carol: { now: 5041, perDay: 9 },
  // Past 20,000 within the next.
  frank: { now: 19_874, perDay: 31 },
  // Loses followers, most of them within a few days.
  grace: { now: 16_204, perDay: -12, turn: { followers: -2100, onDay: -3, spreadDays: 0.6 } },
  // Takes off.
  heidi: { now: 4860, perDay: 3, turn: { followers: 9000, onDay: 1, spreadDays: 1.3 } },
  aiko: { now: 3_204_118, perDay: 1460 },
  NewsDesk: { now: 1_048_221, perDay: 310 },
  wei: { now: 742_006, perDay: -35 },
  dave: { now: 820, perDay: 0.4 },
  erin: { now: 412, perDay: 0.1 },
  judy: { now: 654, perDay: 0.2 },
};

/** Has no followers at all, which is a count like any other. */
const NEWCOMER = 'newcomer';

/** How the followers of all accounts go, those that are relations among them. */
const GROWTHS: ReadonlyMap<string, Growth> = inventGrowths();

/**
 * The audiences of the demo's accounts: with their relations they have as many followers as their growth says.
 * @param present Unix milliseconds: when the numbers of `STARS` hold
 */
export function createDemoAudience(present: number): (id: string, at: number) => number {
  const related = Map.groupBy(demoFollows, ([, to]) => to);
  const relations = new Map([...related].map(([id, follows]) => [id, new Set(follows.map(([from]) => from)).size]));
  return (id, at) => {
    const growth = GROWTHS.get(id);
    return growth ? Math.max(0, followersAt(growth, present, at) - (relations.get(id) ?? 0)) : 0;
  };
}

/** What came before the year that the store knows came within two years. */
const YEAR_MS = 365 * 86_400_000;
const EARLIER_MS = 2 * YEAR_MS;

/**
 * The audiences as lists: since when each member follows is when the account first had so many.
 * @param present as above
 * @param now Unix milliseconds
 */
export function createListedAudience(present: number, now: () => number): Exclude<Audience, (id: string) => number> {
  const sizeAt = createDemoAudience(present);
  return {
    sizeOf: (id) => sizeAt(id, now()),
    joinedAt(id, index) {
      const began = present - YEAR_MS;
      const early = sizeAt(id, began);
      if (index < early) return began - ((early - index) / early) * EARLIER_MS;
      return firstMoment((at) => sizeAt(id, at) > index, began, now());
    },
  };
}

/** The relations of the demo with since when, oldest first: all before the year that the store knows. @param present as above */
export function datedFollows(present: number): readonly (readonly [from: string, to: string, at: number])[] {
  const chance = createChance(66_035);
  return demoFollows
    .map(([from, to]) => [from, to, Math.floor(present - YEAR_MS - chance() * EARLIER_MS)] as const)
    .toSorted(([, , one], [, , other]) => one - other);
}

/** What the stand-in answers about a demo account at a moment, read from a graph as it has one. @param present as above */
export function createDemoCounts(present: number): (id: string, at: number) => FollowCounts {
  const audience = createDemoAudience(present);
  let moment = present;
  const graph = createFollowGraph({ audience: (id) => audience(id, moment) });
  for (const id of demoAccounts) graph.addAccount(id);
  for (const [from, to] of demoFollows) graph.follow(from, to);
  return (id, at) => {
    moment = at;
    const counts = graph.countsOf(id);
    if (!counts) throw new RangeError(`No account ${JSON.stringify(id)}`);
    return counts;
  };
}

/** Some hundreds to a few thousands for all that are no stars. */
function inventGrowths(): ReadonlyMap<string, Growth> {
  const chance = createChance(1126);
  const others = demoAccounts
    .filter((id) => !Object.hasOwn(STARS, id) && id !== NEWCOMER)
    .map((id): [string, Growth] => {
      const now = Math.round(10 ** (2.4 + 1.2 * chance()));
      return [id, { now, perDay: now * (chance() ** 2 - 0.1) * 0.0015 }];
    });
  return new Map([...Object.entries(STARS), ...others]);
}
