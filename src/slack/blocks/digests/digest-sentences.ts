import type { DigestReport } from '../../../digests/report/digest-report.ts';
import { gainOf } from '../../../digests/report/movers.ts';
import type { Crossing } from '../../../digests/report/thresholds.ts';
import { numberFormat } from '../../../followstats/formats.ts';
import type { Reader } from '../../words/reader.ts';
import { accountNames } from '../kit/account-names.ts';
import type { Sentence } from '../kit/inline.ts';
import { named } from '../kit/named-account.ts';
import { digestHeadline, inWords, type NewsLine } from './digest-headline.ts';
import type { DigestNumbers } from './digest-numbers.ts';

/** With a low threshold every account could pass it; the table shows all of them. */
const CROSSINGS_SHOWN = 10;
const MILESTONES_SHOWN = 5;

/** What is new, from the most to the least important: the first lines of a post. */
export interface DigestNews {
  readonly lines: readonly Sentence[];
  /** The same without marks, and with every account by name. */
  readonly textLines: readonly Sentence[];
}

/** The headline; who moved most, passed a threshold or reached a milestone; which accounts came and went. */
export function digestNews(reader: Reader, report: DigestReport, numbers: DigestNumbers): DigestNews {
  const news = [
    digestHeadline(reader, report),
    ...movers(reader, report, numbers),
    ...crossings(reader, report, numbers),
    ...milestones(reader, report),
    ...comings(reader, report),
  ];
  return { lines: news.map(({ line }) => line), textLines: news.map(({ textLine }) => textLine) };
}

/** `bob +7 · carol +4`; the only account's change is the headline. */
function movers(reader: Reader, { movers: moved, rows }: DigestReport, { gain }: DigestNumbers): readonly NewsLine[] {
  if (moved.length === 0 || rows.length === 1) return [];
  const { mover, dot } = reader.words.digestPosts;
  const each = moved.map((row) =>
    mover({ account: named(reader, row.account, 'code'), change: gain({ by: gainOf(row) ?? 0 }) }),
  );
  return [inWords(each.flatMap((one, n) => (n > 0 ? [...dot(), ...one] : one)))];
}

/** The accounts whose followers moved by a threshold since they were last named for it. */
function crossings(reader: Reader, { crossings: all }: DigestReport, numbers: DigestNumbers): readonly NewsLine[] {
  const { crossing, crossingInWords, moreCrossings } = reader.words.digestPosts;
  const shown = all.slice(0, CROSSINGS_SHOWN).map((one): NewsLine => {
    const { account, followers: to, change } = one;
    const facts = {
      account: named(reader, account, 'code'),
      passed: writeThreshold(reader, one, numbers),
      from: to - change.by,
      to,
    };
    return { line: crossing(facts), textLine: crossingInWords(facts) };
  });
  const left = all.length - shown.length;
  return left > 0 ? [...shown, inWords(moreCrossings({ accounts: left }))] : shown;
}

/** `+5`, or `−10%`. */
function writeThreshold({ locale }: Reader, { change, passed }: Crossing, { gain }: DigestNumbers): string {
  if (passed.kind === 'absolute') return gain({ by: Math.sign(change.by) * passed.size });
  const percents = numberFormat(locale, { style: 'percent', maximumFractionDigits: 6 });
  return `${change.by > 0 ? '+' : '−'}${percents.format(passed.size / 100)}`;
}

function milestones(reader: Reader, { milestones: all }: DigestReport): readonly NewsLine[] {
  const { milestone, moreMilestones } = reader.words.digestPosts;
  const shown = all
    .slice(0, MILESTONES_SHOWN)
    .map(({ account, reached }) => inWords(milestone({ account: named(reader, account, 'code'), reached })));
  const left = all.length - shown.length;
  return left > 0 ? [...shown, inWords(moreMilestones({ accounts: left }))] : shown;
}

function comings(reader: Reader, report: DigestReport): readonly NewsLine[] {
  const { digestPosts } = reader.words;
  return (['gone', 'back', 'appeared', 'added', 'removed'] as const).flatMap((news) => {
    const accounts = report[news];
    if (accounts.length === 0) return [];
    return [
      {
        line: digestPosts[news]({ accounts: accountNames(reader, accounts) }),
        textLine: digestPosts[news]({ accounts: accountNames(reader, accounts, { isWhole: true }) }),
      },
    ];
  });
}
