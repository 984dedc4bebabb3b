import {
  type AccountHistory,
  courseOf,
  earlierOf,
  type History,
  lastOf,
} from '../../../followstats/history/history.ts';
import { createDescribeDelta, type Delta, delta } from '../../../followstats/reports/delta.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeDateAndTime, writeSince } from '../kit/instant.ts';
import { listed } from '../kit/listed.ts';
import { named } from '../kit/named-account.ts';
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
  const about = { account: named(reader, one.account), followers };
  const earlier = earlierOf(one);
  if (!earlier) return words.readOnce({ ...about, at: writeDateAndTime(reader, readAt, now) });
  const change = delta(followers, earlier.followers);
  const changed = { ...about, change: createDescribeDelta(reader.locale)(change) };
  const isSame = change.by === 0;
  if (isOfWholeSpan(history, one)) {
    return ofSpan(history, {
      inDays: (days) => (isSame ? words.sameInDays({ ...about, days }) : words.changedInDays({ ...changed, days })),
      inYear: () => (isSame ? words.sameInYear(about) : words.changedInYear(changed)),
    });
  }
  if (!courseOf(one) && one.readings[instants.length - 1]) {
    const since = { since: writeSince(reader, earlier.readAt, now) };
    return isSame ? words.sameSince({ ...about, ...since }) : words.changedSince({ ...changed, ...since });
  }
  const between = writeBoth(reader, earlier.readAt, readAt, now);
  return isSame ? words.sameBetween({ ...about, ...between }) : words.changedBetween({ ...changed, ...between });
}

/** Whether an account has readings at both ends. */
function isOfWholeSpan({ instants }: History, one: AccountHistory): boolean {
  const course = courseOf(one);
  return course?.first.place === 0 && course.last.place === instants.length - 1;
}

interface Mover {
  readonly one: AccountHistory;
  readonly change: Delta;
}

function ofSeveral(reader: Reader, history: History): readonly Sentence[] {
  const words = reader.words.history.together;
  const { accounts } = history;
  const withCourse = accounts.filter((one) => courseOf(one));
  // Where no account has readings at two instants, each is compared with what was first read of it.
  const movers = (withCourse.length > 0 ? withCourse : accounts).flatMap((one): readonly Mover[] => {
    const earlier = earlierOf(one);
    return earlier ? [{ one, change: delta(lastOf(one).followers, earlier.followers) }] : [];
  });
  const about = { accounts: accounts.length, followers: sumOf(accounts.map((one) => lastOf(one).followers)) };
  if (movers.length === 0) return [words.readOnce(about)];
  return [sumUp(reader, history, about, movers), ...moversLine(reader, movers)];
}

/** What began later than the others, or ended earlier, isn't said to have changed over the whole time. */
function sumUp(
  reader: Reader,
  history: History,
  about: { readonly accounts: number; readonly followers: number },
  movers: readonly Mover[],
): Sentence {
  const words = reader.words.history.together;
  const latest = sumOf(movers.map(({ one }) => lastOf(one).followers));
  const change = delta(latest, latest - sumOf(movers.map(({ change: { by } }) => by)));
  const changed = { ...about, change: createDescribeDelta(reader.locale)(change) };
  const isSame = change.by === 0;
  if (movers.every(({ one }) => !courseOf(one))) {
    return isSame ? words.sameSinceFirst(about) : words.changedSinceFirst(changed);
  }
  if (!history.accounts.every((one) => isOfWholeSpan(history, one))) {
    return isSame ? words.sameBetween(about) : words.changedBetween(changed);
  }
  return ofSpan(history, {
    inDays: (days) => (isSame ? words.sameInDays({ ...about, days }) : words.changedInDays({ ...changed, days })),
    inYear: () => (isSame ? words.sameInYear(about) : words.changedInYear(changed)),
  });
}

function moversLine(reader: Reader, movers: readonly Mover[]): readonly Sentence[] {
  const { movers: say, mover } = reader.words.history.together;
  const describe = createDescribeDelta(reader.locale);
  const shown = movers
    .filter(({ change }) => change.by !== 0)
    .toSorted((a, b) => Math.abs(b.change.by) - Math.abs(a.change.by))
    .slice(0, MOVERS_SHOWN)
    .map(({ one, change }) => mover({ account: named(reader, one.account), change: describe(change) }));
  return shown.length === 0 ? [] : [say({ movers: listed(reader, shown) })];
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
