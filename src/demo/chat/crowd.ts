/**
 * People who follow and are listed, and stand in no table: no graph holds millions of relations. Which of them follow an account
 * comes from its name and how many they are.
 */
export const CROWD_SIZE = 10_000_000;

// Ids like `mei_0471234`: the number is the place in the crowd, and the name goes by it.
const NAMES = 'mei jun lucas emma yuna arjun nina omar clara hana diego lin zoe milan suki teo'.split(' ');
const CROWD_ID = /^([a-z]+)_(\d{7})$/;

/** @returns the UserID of a member, by their place in the crowd */
function toCrowdId(place: number): string {
  return `${NAMES[place % NAMES.length]}_${String(place).padStart(7, '0')}`;
}

/** @returns the place in the crowd, or undefined for what is no member's UserID */
export function placeInCrowd(id: string): number | undefined {
  const match = CROWD_ID.exec(id);
  if (!match) return undefined;
  const place = Number(match[2]);
  return NAMES[place % NAMES.length] === match[1] ? place : undefined;
}

/**
 * The member that is the `index`th to follow an account; the same each time, and another for each index below ten million.
 * Each account has its followers from another part of the crowd; those of big accounts overlap.
 */
export function crowdFollower(account: string, index: number): string {
  return toCrowdId((startOf(account) + index) % CROWD_SIZE);
}

/** The opposite of `crowdFollower`; undefined for what is no member's UserID. */
export function indexOfFollower(account: string, id: string): number | undefined {
  const place = placeInCrowd(id);
  return place === undefined ? undefined : (place - startOf(account) + CROWD_SIZE) % CROWD_SIZE;
}

/** Where in the crowd an account's followers begin: FNV-1a of its name. */
function startOf(account: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(account)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % CROWD_SIZE;
}
