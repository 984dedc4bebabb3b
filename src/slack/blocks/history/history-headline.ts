import { type AccountHistory, courseOf, type History, lastOf } from '../../../followstats/history/history.ts';
import { createDescribeDelta, type Delta, delta } from '../../../followstats/reports/delta.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeDateAndTime } from '../kit/instant.ts';
import { listed } from '../kit/listed.ts';
import { ofSpan, writeBoth } from './history-times.ts';

/** As many as a chart has lines. */
const MOVERS_SHOWN = 6;

/** The answer first: what one account has and how that changed; of several what they have together, and which changed most. */
export function headlineOf(reader: Reader, history: History): readonly Sentence[] {
  const [first, second] = history.accounts;
  if (!first) return [];
  return second ? ofSeveral(reader, history) : [ofOne(reader, history, first)];
}

function ofOne(reader: Reader, history: History, one: AccountHistory): Sentence {
  const { history: words } = reader.words;
  const { at: now, instants } = history;
  const { followers, readAt } = lastOf(one);
  const about = { account: { bold: one.account }, followers };
  const course = courseOf(one);
  if (!course) return words.readOnce({ ...about, at: writeDateAndTime(reader, readAt, now) });
  const { first, last } = course;
  const change = delta(followers, first.reading.followers);
  const changed = { ...about, change: createDescribeDelta(reader.locale)(change) };
  if (first.place === 0 && last.place === instants.length - 1) {
    return ofSpan(history, {
      inDays: (days) =>
        change.by === 0 ? words.sameInDays({ ...about, days }) : words.changedInDays({ ...changed, days }),
      inYear: () => (change.by === 0 ? words.sameInYear(about) : words.changedInYear(changed)),
    });
  }
  const between = writeBoth(reader, first.reading.readAt, readAt, now);
  return change.by === 0
    ? words.sameBetween({ ...about, ...between })
    : words.changedBetween({ ...changed, ...between });
}

interface Mover {
  readonly one: AccountHistory;
  readonly change: Delta;
}

function ofSeveral(reader: Reader, history: History): readonly Sentence[] {
  const words = reader.words.history.together;
  const { accounts } = history;
  const movers = accounts.flatMap((one): readonly Mover[] => {
    const course = courseOf(one);
    return course ? [{ one, change: delta(course.last.reading.followers, course.first.reading.followers) }] : [];
  });
  const followers = sumOf(accounts.map((one) => lastOf(one).followers));
  const about = { accounts: accounts.length, followers };
  if (movers.length === 0) return [words.readOnce(about)];
  const latest = sumOf(movers.map(({ one }) => lastOf(one).followers));
  const change = delta(latest, latest - sumOf(movers.map(({ change: { by } }) => by)));
  const changed = { ...about, change: createDescribeDelta(reader.locale)(change) };
  const sum = ofSpan(history, {
    inDays: (days) =>
      change.by === 0 ? words.sameInDays({ ...about, days }) : words.changedInDays({ ...changed, days }),
    inYear: () => (change.by === 0 ? words.sameInYear(about) : words.changedInYear(changed)),
  });
  return [sum, ...moversLine(reader, movers)];
}

function moversLine(reader: Reader, movers: readonly Mover[]): readonly Sentence[] {
  const { movers: say, mover } = reader.words.history.together;
  const describe = createDescribeDelta(reader.locale);
  const shown = movers
    .filter(({ change }) => change.by !== 0)
    .toSorted((a, b) => Math.abs(b.change.by) - Math.abs(a.change.by))
    .slice(0, MOVERS_SHOWN)
    .map(({ one, change }) => mover({ account: { bold: one.account }, change: describe(change) }));
  return shown.length === 0 ? [] : [say({ movers: listed(reader, shown) })];
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
