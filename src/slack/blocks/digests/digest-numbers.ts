import type { Change } from '../../../digests/report/digest-row.ts';
import { createDescribeDelta, type Delta } from '../../../followstats/reports/delta.ts';
import type { Reader } from '../../words/reader.ts';
import { MISSING } from '../kit/table.ts';

/** How the numbers of a row read; every rendering writes them by this, so that they can't differ. */
export interface DigestNumbers {
  /** `+12 (+3.4%)`, or `–` where there is no change to tell. */
  readonly change: (change: Change) => string;
  /** Without the percentage: `+12`. */
  readonly gain: (delta: Pick<Delta, 'by'>) => string;
}

/** Writes the numbers of a digest as one reader reads them. */
export function createDigestNumbers({ locale }: Reader): DigestNumbers {
  const describe = createDescribeDelta(locale);
  return {
    gain: ({ by }) => describe({ by, ratio: undefined }),
    change: (change) => (change.kind === 'delta' ? describe(change.followers) : MISSING),
  };
}
