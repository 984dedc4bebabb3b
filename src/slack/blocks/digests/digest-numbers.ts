import type { Change, DigestRow } from '../../../digests/report/digest-report.ts';
import { createDescribeDelta, type Delta } from '../../../followstats/reports/delta.ts';
import type { Reader } from '../../words/reader.ts';
import { toPlain } from '../kit/inline.ts';
import { MISSING } from '../kit/table.ts';

/** How the numbers of a row read; every rendering writes them by this, so that they can't differ. */
export interface DigestNumbers {
  /** `▲ +12 (+3.4%)`, or why there is no change to tell. */
  readonly change: (change: Change) => string;
  /** A count other than followers, with its change since the last post where there was one: `12 (▲ +1)`. */
  readonly count: (row: DigestRow, name: 'following' | 'mutual') => string;
  readonly delta: (delta: Delta) => string;
}

/** Writes the numbers of a digest as one reader reads them. */
export function createDigestNumbers({ words, locale, number }: Reader): DigestNumbers {
  const delta = createDescribeDelta(locale);
  return {
    delta,
    change: (change) => {
      if (change.kind === 'delta') return delta(change.followers);
      return change.reason === 'unread' ? MISSING : toPlain(words.digestPosts.noChange[change.reason]());
    },
    count: ({ lookup, sinceLast }, name) => {
      if (lookup.kind === 'failed') return MISSING;
      const by = sinceLast.kind === 'delta' ? sinceLast[name].by : 0;
      return `${number(lookup[name])}${by === 0 ? '' : ` (${delta({ by, ratio: undefined })})`}`;
    },
  };
}
