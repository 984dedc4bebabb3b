import {
  type AccountHistory,
  begunOf,
  type Gap,
  gapsOf,
  type History,
  lastOf,
} from '../../../followstats/history/history.ts';
import type { HistoryChart } from '../../../followstats/history/history-chart.ts';
import { layOutSpan } from '../../../followstats/history/spans.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { accountNames } from '../kit/account-names.ts';
import { type Sentence, toPlain } from '../kit/inline.ts';
import { writeDateAndTime } from '../kit/instant.ts';
import { listed } from '../kit/listed.ts';
import { labelsOf, OLD_MS } from './history-times.ts';

/** Since and until when there are readings, and in between when there are none of the accounts that are looked at most. */
export function historyNotes(reader: Reader, history: History, chart: HistoryChart | undefined): readonly Sentence[] {
  return [...begunNote(reader, history), ...lastReadNote(reader, history), ...gapNotes(reader, history, chart)];
}

function begunNote(reader: Reader, history: History): readonly Sentence[] {
  const { begun: say, begunOrLater } = reader.words.history;
  const { accounts, at } = history;
  const begun = accounts.flatMap((one) => {
    const since = begunOf(one, history);
    return since === undefined ? [] : [{ account: one.account, since }];
  });
  if (begun.length === 0) return [];
  const times = begun.map(({ since }) => since);
  const isOne = new Set(times.map((time) => writeDateAndTime(reader, time, at))).size === 1;
  return [
    (isOne ? say : begunOrLater)({
      accounts: namesOf(reader, begun),
      at: writeDateAndTime(reader, Math.min(...times), at),
    }),
  ];
}

/** Of a single account the answer itself says until when it was read, where that is not the end. */
function lastReadNote(reader: Reader, { accounts, instants, at }: History): readonly Sentence[] {
  const { lastRead, lastReadOrEarlier } = reader.words.history;
  const old = accounts
    .map((one) => ({ account: one.account, last: lastOf(one).readAt }))
    .filter(({ last }) => at - last > OLD_MS);
  const isSaid = accounts.length === 1 && accounts[0]?.readings[instants.length - 1] === undefined;
  if (old.length === 0 || isSaid) return [];
  const newest = Math.max(...old.map(({ last }) => last));
  return [
    (old.length === 1 ? lastRead : lastReadOrEarlier)({
      accounts: namesOf(reader, old),
      at: writeDateAndTime(reader, newest, at),
    }),
  ];
}

/** Accounts with the same gaps share a line. Of those that aren't drawn the table alone shows them. */
function gapNotes(reader: Reader, history: History, chart: HistoryChart | undefined): readonly Sentence[] {
  const drawn = new Set(chart?.series.map(({ account }) => account));
  const looked = history.accounts.filter(({ account }, n, all) => drawn.has(account) || (n === 0 && all.length === 1));
  const withGaps = looked.filter((one) => gapsOf(one, history).length > 0);
  const groups = Map.groupBy(withGaps, (one) => JSON.stringify(gapsOf(one, history)));
  const write = createWriteGap(reader, history);
  return [...groups.values()].map((group) => {
    const [first] = group as [AccountHistory, ...AccountHistory[]];
    const times = gapsOf(first, history).map(write);
    return reader.words.history.gaps({ accounts: namesOf(reader, group), times: listed(reader, times) });
  });
}

/** From the instant that has the reading before to the last that has none: in between nothing was read. */
function createWriteGap(reader: Reader, { span, at }: History): (gap: Gap) => string {
  const { instants, stepMs } = layOutSpan(span, at);
  const labels = labelsOf(reader, { instants: [(instants[0] ?? at) - stepMs, ...instants] });
  return ({ from, to }) => {
    const ends = { from: labels[from] ?? '', to: labels[to + 1] ?? '' };
    return toPlain(reader.words.instants.span(ends));
  };
}

function namesOf(reader: Reader, accounts: readonly { readonly account: AccountId }[]): Sentence {
  return accountNames(
    reader,
    accounts.map(({ account }) => account),
  );
}
