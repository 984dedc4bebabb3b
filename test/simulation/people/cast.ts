import { BOT_USER_ID } from '../../../src/demo/slack/installed-app.ts';
import type { Channel, Person } from '../../../src/demo/slack/types.ts';

function person(id: string, name: string, timeZone: string, kind: Person['kind'] = 'member'): Person {
  return { id, name, realName: name, note: '', kind, locale: 'en-US', timeZone };
}

/** The people of a simulation. What they may do, but for the first two, changes while it runs. */
export const CAST = {
  /** Admin by the configuration. */
  anders: person('U0ANDERS001', 'anders', 'Europe/Berlin'),
  /** Viewer by the configuration. */
  maya: person('U0MAYA00001', 'maya', 'America/New_York'),
  /** Is made an editor and admin, and loses it. */
  eve: person('U0EVE000001', 'eve', 'Europe/London'),
  /** Is let in and out as a viewer. */
  vera: person('U0VERA00001', 'vera', 'Australia/Lord_Howe'),
  /** Is never let in. */
  mallory: person('U0MALLORY01', 'mallory', 'UTC'),
  /** A guest, who is never let in. */
  greg: person('U0GREG00001', 'greg', 'UTC', 'guest'),
} as const;

export type Actor = keyof typeof CAST;

export const PEOPLE: readonly Person[] = Object.values(CAST);

const everyone = [...PEOPLE.map(({ id }) => id), BOT_USER_ID];

export const CHANNELS: readonly Channel[] = ['C0NEWS00001', 'C0GROWTH001', 'C0TEAM00001'].map((id, n) => ({
  id,
  name: `channel-${n}`,
  isPrivate: n === 1,
  memberIds: everyone,
}));

/** UserIDs that Chat knows. */
export const ACCOUNTS: readonly string[] = Array.from({ length: 40 }, (_, n) => `account-${n}`);

/** Those of them that have hundreds of fans, which come and go all the time. */
export const STARS: readonly string[] = ACCOUNTS.slice(0, 2);

/** Who follows stars and does nothing else. */
export const FANS: readonly string[] = Array.from({ length: 400 }, (_, n) => `fan-${n}`);

/** UserIDs that Chat knows, too: with all of them an answer has more rows than a table shows, and so has a file. */
export const CROWD: readonly string[] = Array.from({ length: 100 }, (_, n) => `member-${n}`);
