import { type Changes, NEWEST } from '../../../followstats/changes/changes.ts';
import { type Ledger, type LedgerSum, sumLedgers, unexplainedOf } from '../../../followstats/changes/ledger.ts';
import type { FollowEvent } from '../../../followstats/events/ports.ts';
import { createDescribeDelta, delta } from '../../../followstats/reports/delta.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeDateAndTime, writeSince, writeSpan } from '../kit/instant.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { listed } from '../kit/listed.ts';

/** Outages that are named; the longest where there are more. */
const OUTAGES_SHOWN = 3;
/** As the configuration calls it. */
const VARIABLE = 'TENCENT_WEBHOOK_TOKEN';

/** The answer first: what an account has and how that changed, and of several what they have together. */
export function headlineOf(reader: Reader, changes: Changes): readonly Sentence[] {
  const { ledgers, heard } = changes;
  const [only, second] = ledgers;
  if (!only) return [];
  if (second) return [togetherOf(reader, changes), ...sinceNote(reader, changes)];
  const counts = countsOf(reader, changes, only);
  return heard.any ? [counts, ledgerOf(reader.words.changes.one, numbersOf(only))] : [counts];
}

/** One of several, on a line: its ledger, or how its count changed where nothing more is known. */
export function lineOf(reader: Reader, changes: Changes, ledger: Ledger): Sentence {
  if (!changes.heard.any) return countsOf(reader, changes, ledger);
  const { each } = reader.words.changes;
  const account = { bold: ledger.account };
  const numbers = numbersOf(ledger);
  const by = Math.abs(numbers.unexplained);
  if (by === 0) return each.even({ account, ...numbers });
  return (numbers.unexplained > 0 ? each.more : each.fewer)({ account, ...numbers, by });
}

/** Accounts that were read for the first time. */
export function firstLines(reader: Reader, { firsts, at }: Changes): readonly Sentence[] {
  const { readOnce } = reader.words.history;
  return firsts.map(({ account, reading: { followers, readAt } }) =>
    readOnce({ account: { bold: account }, followers, at: writeDateAndTime(reader, readAt, at) }),
  );
}

/** What the numbers don't say: that nothing is known of who came, or why some of it is unexplained. */
export function changesNotes(reader: Reader, changes: Changes): readonly Sentence[] {
  const { ledgers, heard } = changes;
  const { off, turnOn, outages, lost, notSent } = reader.words.changes;
  if (ledgers.length === 0) return [];
  if (!heard.any) {
    const how = reader.role === 'admin' ? turnOn({ variable: { code: VARIABLE } }) : undefined;
    return [joinSentences(reader, off(), how)];
  }
  if (ledgers.every((ledger) => unexplainedOf(ledger) === 0)) return [];
  const reasons = [
    ...(heard.outages.length > 0 ? [outages({ times: outageTimes(reader, changes) })] : []),
    ...(heard.lost > 0 ? [lost({ events: heard.lost })] : []),
  ];
  return reasons.length > 0 ? reasons : [notSent()];
}

/** Who came and who left of a single account, the newest first; nothing where that isn't known. */
export function newestLines(reader: Reader, changes: Changes): readonly Sentence[] {
  const { newest, ledgers } = changes;
  const [ledger] = ledgers;
  if (!newest || !ledger) return [];
  const words = reader.words.changes;
  if (ledger.came + ledger.left === 0) return [words.nobody()];
  return [
    ...listOf(reader, changes, newest.came, ledger.came, { all: words.came, some: words.cameNewest }),
    ...listOf(reader, changes, newest.left, ledger.left, { all: words.left, some: words.leftNewest }),
  ];
}

function listOf(
  reader: Reader,
  { names, at: now }: Changes,
  events: readonly FollowEvent[],
  all: number,
  title: {
    readonly all: (args: { readonly all: number }) => Sentence;
    readonly some: (args: { readonly shown: number; readonly all: number }) => Sentence;
  },
): readonly Sentence[] {
  const { person, personNamed } = reader.words.changes;
  if (events.length === 0) return [];
  return [
    all > NEWEST ? title.some({ shown: events.length, all }) : title.all({ all }),
    ...events.map(({ follower, at }) => {
      const [name, when] = [names.get(follower), writeDateAndTime(reader, at, now)];
      const account = { bold: follower };
      return name === undefined
        ? person({ account, at: when })
        : personNamed({ account, name: { bold: name }, at: when });
    }),
  ];
}

function countsOf(reader: Reader, { at }: Changes, { account, opening, closing }: Ledger): Sentence {
  const { changedSince, sameSince } = reader.words.history;
  const about = {
    account: { bold: account },
    followers: closing.followers,
    since: writeSince(reader, opening.readAt, at),
  };
  const change = delta(closing.followers, opening.followers);
  return change.by === 0
    ? sameSince(about)
    : changedSince({ ...about, change: createDescribeDelta(reader.locale)(change) });
}

function togetherOf(reader: Reader, { ledgers, heard }: Changes): Sentence {
  const { together } = reader.words.changes;
  const sum = sumLedgers(ledgers);
  if (heard.any) return ledgerOf(together, sum);
  const change = delta(sum.closing, sum.opening);
  if (change.by === 0) return together.same({ closing: sum.closing });
  return together.changed({ closing: sum.closing, change: createDescribeDelta(reader.locale)(change) });
}

/** Since when each of several is compared; where only counts are known each line says so itself. */
function sinceNote(reader: Reader, { ledgers, heard, at }: Changes): readonly Sentence[] {
  if (!heard.any) return [];
  const { since: same, sinceOrLater } = reader.words.changes;
  const times = new Set(ledgers.map(({ opening }) => writeSince(reader, opening.readAt, at)));
  const since = writeSince(reader, Math.min(...ledgers.map(({ opening }) => opening.readAt)), at);
  return [(times.size === 1 ? same : sinceOrLater)({ since })];
}

function numbersOf(ledger: Ledger): LedgerSum {
  return sumLedgers([ledger]);
}

type Numbers = Omit<LedgerSum, 'unexplained'>;
interface LedgerWords {
  readonly even: (args: Numbers) => Sentence;
  readonly more: (args: Numbers & { readonly by: number }) => Sentence;
  readonly fewer: (args: Numbers & { readonly by: number }) => Sentence;
}

function ledgerOf(words: LedgerWords, { unexplained, ...numbers }: LedgerSum): Sentence {
  if (unexplained === 0) return words.even(numbers);
  return (unexplained > 0 ? words.more : words.fewer)({ ...numbers, by: Math.abs(unexplained) });
}

function outageTimes(reader: Reader, { heard: { outages } }: Changes): Sentence {
  const longest = outages.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, OUTAGES_SHOWN);
  const shown = longest.toSorted((a, b) => a.from - b.from).map(({ from, to }) => writeSpan(reader, from, to));
  const left = outages.length - shown.length;
  return listed(reader, [...shown, ...(left > 0 ? [reader.words.changes.moreOutages({ times: left })] : [])]);
}
