import type { Change, DigestRow } from '../../../digests/report/digest-row.ts';
import { createDescribeDelta, type Delta } from '../../../followstats/reports/delta.ts';
import type { Reader } from '../../words/reader.ts';
import { toPlain } from '../kit/inline.ts';
import { MISSING } from '../kit/table.ts';

/** How the numbers of a row read; every rendering writes them by this, so that they can't differ. */
export interface DigestNumbers {
  /** `+12 (+3.4%)`, or `–` where there is no change to tell. */
  readonly change: (change: Change) => string;
  /** A count other than followers, with its change since the last post where there was one: `12 (+1)`. */
  readonly count: (row: DigestRow, name: 'following' | 'mutual') => string;
  /** Without the percentage: `+12`. */
  readonly gain: (delta: Pick<Delta, 'by'>) => string;
}

/** Writes the numbers of a digest as one reader reads them. */
export function createDigestNumbers({ words, locale, number }: Reader): DigestNumbers {
  const describe = createDescribeDelta(locale);
  const gain: DigestNumbers['gain'] = ({ by }) => describe({ by, ratio: undefined });
  return {
    gain,
    change: (change) => (change.kind === 'delta' ? describe(change.followers) : MISSING),
    count: ({ lookup, sinceLast }, name) => {
      if (lookup.kind === 'failed') return MISSING;
      const change = sinceLast.kind === 'delta' ? sinceLast[name] : undefined;
      if (!change || change.by === 0) return number(lookup[name]);
      return toPlain(words.digestPosts.rows.changed({ count: lookup[name], change: gain(change) }));
    },
  };
}
