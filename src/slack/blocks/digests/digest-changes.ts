import type { Change, DigestRow, NoDelta } from '../../../digests/report/digest-report.ts';
import { createDescribeDelta, type Delta } from '../../../followstats/reports/delta.ts';
import { MISSING } from '../kit/table.ts';
import { createFormatNumber, type FormatNumber } from '../reports/report-sentences.ts';

/** Why there is no number; a reason without words does not compile. */
const NONE: Readonly<Record<NoDelta, string>> = {
  'first-run': 'n/a: first run',
  'new-account': 'n/a: new here',
  'was-unreadable': 'n/a: not read then',
  'no-reading': 'n/a: no reading',
  unread: MISSING,
};

/** How a row's numbers read; every rendering takes its words from here, so that they can't differ. */
export interface DigestWords {
  /** `▲ +12 (+3.4%)`, or why there is none. */
  readonly change: (change: Change) => string;
  /** A count other than followers, with its change since the last post where there was one: `12 (▲ +1)`. */
  readonly count: (row: DigestRow, name: 'following' | 'mutual') => string;
  readonly number: FormatNumber;
  readonly delta: (delta: Delta) => string;
}

/** @param locale BCP 47 */
export function createDigestWords(locale: string): DigestWords {
  const number = createFormatNumber(locale);
  const delta = createDescribeDelta(locale);
  return {
    number,
    delta,
    change: (change) => (change.kind === 'delta' ? delta(change.followers) : NONE[change.reason]),
    count: ({ lookup, sinceLast }, name) => {
      if (lookup.kind === 'failed') return MISSING;
      const by = sinceLast.kind === 'delta' ? sinceLast[name].by : 0;
      return `${number(lookup[name])}${by === 0 ? '' : ` (${delta({ by, ratio: undefined })})`}`;
    },
  };
}
