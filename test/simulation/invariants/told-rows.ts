import type { FollowCounts } from '../../../src/followstats/types.ts';

/** What a message says of one account that was read. */
export interface ToldRow {
  readonly account: string;
  /** A digest's post has followers alone. */
  readonly counts: Pick<FollowCounts, 'followers'> & Partial<FollowCounts>;
  /** By how much the followers changed, and since when, as it is written; absent where the message doesn't say. */
  readonly change: { readonly by: number; readonly since: string } | undefined;
}

/** What a message says was read last of an account that couldn't be read now. */
export interface ToldOldRow {
  readonly account: string;
  readonly counts: FollowCounts;
  /** When, as it is written. */
  readonly at: string;
}

const COUNT = String.raw`(\d[\d,]*)`;
const GAIN = String.raw`([+−]\d[\d,]*|0)`;
/** A note on a number that nothing is read from. */
const NOTE = String.raw`(?: \([^)]*\))?`;
/** The line of an account in an answer. */
const ANSWERED = new RegExp(
  String.raw`(account-\d+) · ${COUNT} followers?(?: \((?:${GAIN}|no change) since ([^)]*)\))? · ${COUNT} following · ${COUNT} mutual`,
  'g',
);
/** The same in a digest's post. */
const POSTED = new RegExp(
  String.raw`^(account-\d+): ${COUNT} followers?(?:, ${GAIN}${NOTE} since the last post)?` +
    String.raw`(?:, [+−\d][\d,]*${NOTE} in the last 7 days)?$`,
  'gm',
);
/** Where the whole words of all accounts have no room. */
const IN_SHORT = new RegExp(String.raw`(account-\d+): ${COUNT}${NOTE} / ${COUNT} / ${COUNT}(?!\S)`, 'g');
const OLD = new RegExp(
  String.raw`(account-\d+): [^\n]*?Last known: ${COUNT} followers?, ${COUNT} following, ${COUNT} mutual \(([^)]*)\)`,
  'g',
);
const OLD_IN_SHORT = new RegExp(
  String.raw`(account-\d+): not read, last known ${COUNT} / ${COUNT} / ${COUNT} \(([^)]*)\)`,
  'g',
);
/** As `since` of a change that goes back to a digest's last post. */
export const LAST_POST = 'the last post';

/** Reads the rows in the text of an answer or of a digest's post. Rows of accounts that failed are left out. */
export function readToldRows(text: string): readonly ToldRow[] {
  const answered = [...text.matchAll(ANSWERED)].map(
    ([, account = '', followers, by, since, following, mutual]): ToldRow => ({
      account,
      counts: countsOf(followers, following, mutual),
      change: since === undefined ? undefined : { by: toNumber(by ?? '0'), since },
    }),
  );
  const posted = [...text.matchAll(POSTED)].map(
    ([, account = '', followers = '', by]): ToldRow => ({
      account,
      counts: { followers: toNumber(followers) },
      change: by === undefined ? undefined : { by: toNumber(by), since: LAST_POST },
    }),
  );
  const inShort = [...text.matchAll(IN_SHORT)].map(
    ([, account = '', followers, following, mutual]): ToldRow => ({
      account,
      counts: countsOf(followers, following, mutual),
      change: undefined,
    }),
  );
  return [...answered, ...posted, ...inShort];
}

/** Reads what the text of an answer says was read last of accounts that failed. */
export function readOldRows(text: string): readonly ToldOldRow[] {
  return [...text.matchAll(OLD), ...text.matchAll(OLD_IN_SHORT)].map(
    ([, account = '', followers, following, mutual, at = '']) => ({
      account,
      counts: countsOf(followers, following, mutual),
      at,
    }),
  );
}

const countsOf = (followers = '', following = '', mutual = ''): FollowCounts => ({
  followers: toNumber(followers),
  following: toNumber(following),
  mutual: toNumber(mutual),
});

const toNumber = (text: string): number => Number(text.replace('−', '-').replaceAll(/[+,]/g, ''));
