import type { Failure } from '../../../errors.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { failureSentence } from './failure-text.ts';
import { type Sentence, toText } from './inline.ts';
import { joinSentences } from './join-sentences.ts';
import { listed } from './listed.ts';

/** One account that couldn't be read. */
export interface FailedAccount {
  readonly account: AccountId;
  readonly failure: Failure;
  /** What else is known of it, in whole sentences, such as its last counts. */
  readonly more?: Sentence | undefined;
}

/** What is said of accounts that couldn't be read. */
export interface FailureLines {
  /** For blocks: long lists of names are counted from the eleventh on, and what there is no room for is counted. */
  readonly lines: readonly Sentence[];
  /** For the top-level text: every account by name. */
  readonly textLines: readonly Sentence[];
}

/** So many accounts with the same reason have a line each; more share one. */
const MOST_ALONE = 5;
const NAMES_SHOWN = 10;
/** UTF-16 units of all lines in blocks together: half of what a message takes. */
const MOST_CHARACTERS = 5000;

/**
 * The accounts that couldn't be read, in the order given, a `⚠` line each: what is wrong, what this reader can do, Chat's code.
 * More than five with the same reason share a line, in the place of the first; what else is known of them follows, a line each.
 */
export function failureLines(reader: Reader, failures: readonly FailedAccount[]): FailureLines {
  const reasons = new Map(failures.map((failed) => [failed, failureSentence(reader, failed.failure)]));
  const groups = Map.groupBy(failures, (failed) => toText(reasons.get(failed) ?? []));
  const entries = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return group.length > MOST_ALONE || first === undefined ? [group] : group.map((failed) => [failed]);
  });
  const place = new Map(failures.map((failed, n) => [failed, n]));
  const placeOf = ([first]: readonly FailedAccount[]): number => (first && place.get(first)) ?? 0;
  const inOrder = entries.toSorted((a, b) => placeOf(a) - placeOf(b));

  const write = (entry: readonly FailedAccount[], names: number): readonly Sentence[] => {
    const [first] = entry;
    const what = (first && reasons.get(first)) ?? [];
    return entry.length === 1 && first ? [alone(reader, first, what)] : together(reader, entry, what, names);
  };
  return {
    lines: fitLines(
      reader,
      inOrder.map((entry) => ({ accounts: entry.length, lines: write(entry, NAMES_SHOWN) })),
    ),
    textLines: inOrder.flatMap((entry) => write(entry, entry.length)),
  };
}

function alone(reader: Reader, { account, more }: FailedAccount, what: Sentence): Sentence {
  return reader.words.failureLines.one({ account: { code: account }, what: joinSentences(reader, what, more) });
}

/** The reason once, with so many of the names, then what is known of each besides. */
function together(reader: Reader, entry: readonly FailedAccount[], what: Sentence, most: number): readonly Sentence[] {
  const { several, severalCut, besides } = reader.words.failureLines;
  const names = listed(
    reader,
    entry.slice(0, most).map(({ account }) => ({ code: account })),
  );
  const left = entry.length - most;
  return [
    left > 0 ? severalCut({ names, more: left, what }) : several({ names, what }),
    ...entry.flatMap(({ account, more }) => (more ? [besides({ account: { code: account }, more })] : [])),
  ];
}

interface Entry {
  readonly accounts: number;
  readonly lines: readonly Sentence[];
}

/** As many lines as a message has room for, and how much is left out. */
function fitLines(reader: Reader, entries: readonly Entry[]): readonly Sentence[] {
  const kept: Sentence[] = [];
  let room = MOST_CHARACTERS;
  for (const [n, { lines }] of entries.entries()) {
    for (const [at, line] of lines.entries()) {
      room -= toText(line).length;
      if (room >= 0) kept.push(line);
      else if (at > 0) return [...kept, ...leftOut(reader, entries.slice(n + 1), lines.length - at)];
      else return [...kept, ...leftOut(reader, entries.slice(n), 0)];
    }
  }
  return kept;
}

/** Says how many lines on an account named above, and how many accounts, have no room. */
function leftOut({ words }: Reader, entries: readonly Entry[], lines: number): readonly Sentence[] {
  const accounts = entries.reduce((sum, entry) => sum + entry.accounts, 0);
  return [
    ...(lines > 0 ? [words.kit.moreLinesOfMany({ lines })] : []),
    ...(accounts > 0 ? [words.failureLines.rest({ accounts })] : []),
  ];
}
