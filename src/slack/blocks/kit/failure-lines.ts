import type { ErrorCode, Failure } from '../../../errors.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { describeFailure, failureSentence } from './failure-text.ts';
import { type Sentence, toText } from './inline.ts';
import { joinSentences } from './join-sentences.ts';
import { listed } from './listed.ts';

/** One account that couldn't be read. */
export interface FailedAccount {
  readonly account: AccountId;
  readonly failure: Failure;
  /** What else is known of it, in whole sentences, such as its last counts. */
  readonly more?: Sentence | undefined;
  /** What can be done about this one, in the place of what can be done about its failure. */
  readonly fix?: Sentence | undefined;
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
 * The accounts that couldn't be read, in the order given, a `⚠` line each: what is wrong, what else is known, what this reader can
 * do, Chat's code. What to do and the code stand once for all that failed for the same reason. More than five of those share a
 * line, in the place of the first; what else is known of them follows, a line each.
 */
export function failureLines(reader: Reader, failures: readonly FailedAccount[]): FailureLines {
  const reasons = new Map(failures.map((failed) => [failed, toText(failureSentence(reader, failed.failure))]));
  const groups = Map.groupBy(failures, (failed) => reasons.get(failed));
  const entries = [...groups.values()].flatMap((group) => {
    if (group.length > MOST_ALONE) return [{ accounts: group, write: (most: number) => together(reader, group, most) }];
    const helped = group.find(({ fix }) => !fix);
    return group.map((failed, n) => {
      const line = alone(reader, failed, { isHelped: failed === helped, isFirst: n === 0 });
      return { accounts: [failed], write: () => [line] };
    });
  });
  const place = new Map(failures.map((failed, n) => [failed, n]));
  const placeOf = ({ accounts: [first] }: (typeof entries)[number]): number => (first && place.get(first)) ?? 0;
  const inOrder = entries.toSorted((a, b) => placeOf(a) - placeOf(b));
  return {
    lines: fitLines(
      reader,
      inOrder.map(({ accounts, write }) => ({ accounts: accounts.length, lines: write(NAMES_SHOWN) })),
    ),
    textLines: inOrder.flatMap(({ accounts, write }) => write(accounts.length)),
  };
}

interface Place {
  /** Whether this line says what to do about the failure. */
  readonly isHelped: boolean;
  /** Whether it is the first of its reason, which has Chat's code. */
  readonly isFirst: boolean;
}

function alone(reader: Reader, { account, failure, more, fix }: FailedAccount, { isHelped, isFirst }: Place): Sentence {
  const described = describeFailure(reader, failure);
  const code = isFirst && described.code ? [described.code] : undefined;
  const what = joinSentences(reader, described.what, more, fix ?? (isHelped ? described.fix : undefined), code);
  return reader.words.failureLines.one({ account: { bold: account }, what });
}

/** The reason once, with so many of the names, then what is known of each besides. */
function together(reader: Reader, group: readonly FailedAccount[], most: number): readonly Sentence[] {
  const { several, severalCut, besides } = reader.words.failureLines;
  const [first] = group;
  const what = first ? whatOfSeveral(reader, first.failure) : [];
  const names = listed(
    reader,
    group.slice(0, most).map(({ account }) => ({ bold: account })),
  );
  const left = group.length - most;
  return [
    left > 0 ? severalCut({ names, more: left, what }) : several({ names, what }),
    ...group.flatMap(({ account, more }) => (more ? [besides({ account: { bold: account }, more })] : [])),
  ];
}

function whatOfSeveral(reader: Reader, failure: Failure): Sentence {
  const { what, fix, code } = describeFailure(reader, failure);
  const { code: kind, upstream } = failure.lastFailure ?? failure;
  const people: Partial<Record<number, unknown>> = reader.words.chatCodes.people;
  const hasOwnWords = upstream !== undefined && !upstream.about && people[upstream.code] !== undefined;
  const several: Partial<Record<ErrorCode, () => Sentence>> = reader.words.failureLines.ofSeveral;
  return joinSentences(reader, (hasOwnWords ? undefined : several[kind]?.()) ?? what, fix, code ? [code] : undefined);
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
    ...(lines > 0 ? [words.kit.moreLines({ lines })] : []),
    ...(accounts > 0 ? [words.failureLines.rest({ accounts })] : []),
  ];
}
