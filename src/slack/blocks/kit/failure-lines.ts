import { causeOf, type ErrorCode, type Failure } from '../../../errors.ts';
import type { AccountId } from '../../../followstats/types.ts';
import type { Reader } from '../../words/reader.ts';
import { accountNames } from './account-names.ts';
import { describeFailure, type FailureText, hasOwnWords } from './failure-text.ts';
import { type Sentence, toText } from './inline.ts';
import { joinSentences } from './join-sentences.ts';
import { named } from './named-account.ts';

/** One account that couldn't be read. */
export interface FailedAccount {
  readonly account: AccountId;
  readonly failure: Failure;
  /** What else is known of it, in whole sentences, such as its last counts. */
  readonly more?: Sentence | undefined;
  /** What can be done about this one, in the place of what can be done about its failure. */
  readonly fix?: Sentence | undefined;
  /** The same, where it holds for several: it stands once. */
  readonly help?: Sentence | undefined;
}

/** A failure in words; without a `fix` where there is nothing for its readers to do. */
type Text = Omit<FailureText, 'fix'> & { readonly fix?: Sentence | undefined };

/** What is said of accounts that couldn't be read. */
export interface FailureLines {
  /** For blocks: long lists of names are counted from the eleventh on, and what there is no room for is counted. */
  readonly lines: readonly Sentence[];
  /** For the top-level text: every account by name. */
  readonly textLines: readonly Sentence[];
}

/** So many accounts with the same reason have a line each; more share one. */
const MOST_ALONE = 5;
/** UTF-16 units of all lines in blocks together: half of what a message takes. */
const MOST_CHARACTERS = 5000;

/**
 * The accounts that couldn't be read, in the order given, a `⚠` line each: what is wrong, what else is known, what this reader can
 * do, Chat's code. What to do stands once for all that failed for the same reason, and each code once. More than five of those share a
 * line, in the place of the first; what else is known of them follows, a line each.
 */
export function failureLines(
  reader: Reader,
  failures: readonly FailedAccount[],
  describe: (reader: Reader, failure: Failure) => Text = describeFailure,
): FailureLines {
  const textOf = ({ failure, help }: FailedAccount): Text => {
    const text = describe(reader, failure);
    return help ? { ...text, fix: help } : text;
  };
  const firstWith = new Map<string, FailedAccount>();
  for (const failed of failures) {
    const code = codeOf(textOf(failed));
    if (!firstWith.has(code)) firstWith.set(code, failed);
  }
  const groups = Map.groupBy(failures, (failed) => toText(whole(reader, textOf(failed))));
  const entries = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { code, ...text } = textOf(first);
    const codeFor = (failed: FailedAccount) => (firstWith.get(codeOf({ code })) === failed ? code : undefined);
    if (group.length > MOST_ALONE) {
      const what = whole(reader, {
        ...text,
        what: whatOfSeveral(reader, first.failure) ?? text.what,
        code: codeFor(first),
      });
      return [{ accounts: group, write: (isWhole = false) => together(reader, group, what, isWhole) }];
    }
    const helped = group.find(({ fix }) => !fix);
    return group.map((failed) => {
      const fix = failed === helped ? text.fix : undefined;
      const line = alone(reader, failed, { what: text.what, fix, code: codeFor(failed) });
      return { accounts: [failed], write: () => [line] };
    });
  });
  const place = new Map(failures.map((failed, n) => [failed, n]));
  const placeOf = ({ accounts: [first] }: (typeof entries)[number]): number => (first && place.get(first)) ?? 0;
  const inOrder = entries.toSorted((a, b) => placeOf(a) - placeOf(b));
  return {
    lines: fitLines(
      reader,
      inOrder.map(({ accounts, write }) => ({ accounts: accounts.length, lines: write() })),
    ),
    textLines: inOrder.flatMap(({ write }) => write(true)),
  };
}

/** A code as text; empty for none. */
const codeOf = ({ code }: Pick<Text, 'code'>): string => (code === undefined ? '' : toText([code]));

function whole(reader: Reader, { what, fix, code }: Text, more?: Sentence): Sentence {
  return joinSentences(reader, what, more, fix, code === undefined ? undefined : [code]);
}

function alone(reader: Reader, { account, more, fix }: FailedAccount, text: Text): Sentence {
  const what = whole(reader, { ...text, fix: fix ?? text.fix }, more);
  return reader.words.failureLines.line({ accounts: named(reader, account), what });
}

/** The reason once, with the first of the names or all of them, then what else is known of each. */
function together(
  reader: Reader,
  group: readonly FailedAccount[],
  what: Sentence,
  isWhole: boolean,
): readonly Sentence[] {
  const { line, besides } = reader.words.failureLines;
  const names = accountNames(
    reader,
    group.map(({ account }) => account),
    { isWhole },
  );
  return [
    line({ accounts: names, what }),
    ...group.flatMap(({ account, more, fix }) =>
      more || fix ? [besides({ account: named(reader, account), more: joinSentences(reader, more, fix) })] : [],
    ),
  ];
}

/** What happened to several accounts, where it isn't said as of one. */
function whatOfSeveral(reader: Reader, failure: Failure): Sentence | undefined {
  const several: Partial<Record<ErrorCode, () => Sentence>> = reader.words.failureLines.ofSeveral;
  return hasOwnWords(reader, failure) ? undefined : several[causeOf(failure).code]?.();
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
