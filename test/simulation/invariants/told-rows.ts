import type { FollowCounts } from '../../../src/followstats/types.ts';

/** What a message says of one account. */
export interface ToldRow {
  readonly account: string;
  readonly counts: FollowCounts;
  /** By how much the followers changed, and since when, as it is written; absent where the message doesn't say. */
  readonly change: { readonly by: number; readonly since: string } | undefined;
}

const DELTA = String.raw`[▲▼] [+−]\d+|● 0`;
const NOTE = String.raw`(?: \([^)]*\))?`;
const IN_WORDS = new RegExp(
  String.raw`(account-\d+): (\d+) followers(?: \((?:(${DELTA}) since ([^)]*)|[^)]*)\))?` +
    String.raw`(?:, since the last post (?:(${DELTA})(?: \([^)]*\))?|[^,]*), in seven days [^,]*)?` +
    String.raw`, (\d+)${NOTE} following, (\d+)${NOTE} mutual`,
  'g',
);
const IN_SHORT = new RegExp(String.raw`(account-\d+): (\d+)${NOTE} / (\d+) / (\d+)\b`, 'g');
/** As `since` of a change that goes back to a digest's last post. */
export const LAST_POST = 'the last post';

/** Reads the rows in the text of an answer or of a digest's post. Rows of accounts that failed are left out. */
export function readToldRows(text: string): readonly ToldRow[] {
  const inWords = [...text.matchAll(IN_WORDS)].map(
    ([, account = '', followers, change, since, sinceLast, following, mutual]): ToldRow => ({
      account,
      counts: { followers: Number(followers), following: Number(following), mutual: Number(mutual) },
      change: readChange(change, since) ?? readChange(sinceLast, LAST_POST),
    }),
  );
  const inShort = [...text.matchAll(IN_SHORT)].map(
    ([, account = '', followers, following, mutual]): ToldRow => ({
      account,
      counts: { followers: Number(followers), following: Number(following), mutual: Number(mutual) },
      change: undefined,
    }),
  );
  return [...inWords, ...inShort];
}

function readChange(delta: string | undefined, since: string | undefined): ToldRow['change'] {
  if (delta === undefined || since === undefined) return undefined;
  return { by: Number(delta.replace('−', '-').replace(/[^\d-]/g, '')), since };
}
