import { createChance } from '../chance.ts';

type Follow = readonly [from: string, to: string];

/** Accounts and relations to start a stand-in with. */
export interface FollowGraphSeed {
  readonly accounts: readonly string[];
  readonly follows: readonly Follow[];
}

const people =
  'alice bob carol dave erin frank grace heidi ivan judy mallory niaj olivia peggy rupert sybil trent victor walter ' +
  'aiko amara bilal bruno chen dmitri eun_ji fatima giulia hiro ines jamal kofi leila mateo noor oksana ' +
  'priya quentin rosa sven tariq uma vikram wei ximena yusuf zainab';

// Ids that a client mangles when it trims, folds case, splits at spaces, links, formats, or takes them for a subcommand.
const oddAccounts = [
  '@RBT#news',
  'team_a',
  "o'hara",
  'a@b.com',
  'foo.com',
  'with space',
  'NewsDesk',
  'newsdesk',
  'r&d <labs>',
  '*star*_fan',
  'digest',
  '0042',
  'community-manager-of-the-far-sea',
];

const sociable: readonly string[] = [...people.split(' '), ...oddAccounts];

/**
 * Some sixty accounts, the popular ones first; `newcomer` has no relations, whose counts are a true 0. `ghost` is not among
 * them, so that a demo can ask for someone unknown.
 */
export const demoAccounts: readonly string[] = [...sociable, 'newcomer'];

/** Who follows whom in the demo; the same each time. */
export const demoFollows: readonly Follow[] = inventFollows(sociable, 40);

/** A graph of this many accounts, `user_00001` and on, for measurements; the same each time. Good for up to 500,000. */
export function createFollowGraphSeed(count: number): FollowGraphSeed {
  const accounts = Array.from({ length: count }, (_, index) => `user_${String(index + 1).padStart(5, '0')}`);
  return { accounts, follows: inventFollows(accounts, 50) };
}

/** Squared chances: a few accounts are popular, and most follow few. A third of those followed follow back. */
function inventFollows(accounts: readonly string[], maxFollowing: number): readonly Follow[] {
  const chance = createChance(70350);
  const follows: Follow[] = [];

  for (const from of accounts) {
    const wanted = Math.floor(chance() ** 2 * maxFollowing);
    for (let picks = 0; picks < wanted; picks += 1) {
      const to = accounts[Math.floor(chance() ** 2 * accounts.length)];
      const isMutual = chance() < 1 / 3;
      if (to === undefined || to === from) continue;
      follows.push([from, to]);
      if (isMutual) follows.push([to, from]);
    }
  }
  return follows;
}
