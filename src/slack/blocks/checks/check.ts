import type { ActionsBlock } from '@slack/types';
import { type Check, type CheckedRow, isChecked } from '../../../followstats/checks/check.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import type { AnswerRenders, AnswerView } from '../kit/answer-renders.ts';
import { button } from '../kit/button.ts';
import { type DrawnReply, drawNamed } from '../kit/draw-named.ts';
import { failureLines } from '../kit/failure-lines.ts';
import { type Drawn, fitRows } from '../kit/fit-rows.ts';
import { foot } from '../kit/foot.ts';
import { type Sentence, toPlain, toRichText, toText } from '../kit/inline.ts';
import { writeTime } from '../kit/instant.ts';
import { LIMITS } from '../kit/limits.ts';
import { named, namedText } from '../kit/named-account.ts';
import type { MessageBlock, Reply } from '../kit/reply.ts';
import { DRAWINGS, type Drawing, fitTable, rawText, type Table } from '../kit/table.ts';
import { elsewhereText, type Telling, tellRows } from '../kit/tell-rows.ts';
import { typed } from '../kit/typed.ts';
import { whoControls } from '../reports/who-controls.ts';
import { whoSentences } from '../reports/who-sentences.ts';

/** Up to so many stand on a line each; more in a table, and in a file. */
const MOST_LINES = 10;

/** The answer of a check. */
export const CHECK_ANSWERS: AnswerRenders<{ readonly kind: 'check'; readonly check: Check }> = {
  check: (reader, { check }, view) => checkReply(reader, check, view),
};

/**
 * Who follows whom: a sentence for each of the others, or of many how many of each kind and a table (in three forms); those of which
 * it couldn't be found out, what can be done, and from when it is.
 */
function checkReply(reader: Reader, check: Check, view: AnswerView): Reply {
  return drawNamed(reader, (one) => drawCheck(one, check, view));
}

function drawCheck(reader: Reader, check: Check, { buttonValue, sharedBy, mayShare = true }: AnswerView): DrawnReply {
  const { rows, who, askedAt } = check;
  const isShared = sharedBy !== undefined;
  const read = rows.filter(isChecked);
  const isTable = rows.length > MOST_LINES;
  const head = [
    ...itselfSentence(reader, check),
    ...(isTable && read.length > 0 ? [summaryOf(reader, check, read)] : []),
  ];
  const failures = isShared ? sharedFailures(reader, check) : failuresOf(reader, check);
  const people = isShared ? [] : whoSentences(reader, who);
  const controls = isShared ? [] : whoControls(reader, who);
  const end = endOf(reader, { askedAt, sharedBy, isRead: rows.length > 0 });
  const hasButtons = buttonValue !== undefined && !isShared && rows.length > 0;
  const below: readonly MessageBlock[] = [
    ...(controls.length > 0 ? [{ type: 'actions' as const, elements: [...controls] }] : []),
    ...(hasButtons
      ? [checkButtons(reader, { value: buttonValue, mayShare: mayShare && read.length > 0, isTable })]
      : []),
    ...end.map(foot),
  ];
  const lines = read.map((row) => tell(reader, check, row));

  function around(middle: readonly MessageBlock[], notes: readonly Sentence[]): readonly MessageBlock[] {
    const after = [...notes, ...failures.lines, ...people];
    return [
      ...(head.length > 0 ? [toRichText(head)] : []),
      ...middle,
      ...(after.length > 0 ? [toRichText(after)] : []),
      ...below,
    ];
  }

  function drawRows({ draw }: Drawing, maxRows: number): Drawn {
    const table = layOut(reader, check, read, maxRows);
    const [shown, all] = [table.cells.length, read.length];
    const caption = reader.words.checks.caption({ account: named(reader, check.account), all });
    const cut = all > shown ? [reader.words.reports.cut({ shown, all })] : [];
    return { blocks: around(shown > 0 ? [draw(table, toPlain(caption))] : [], cut), left: all - shown };
  }

  const drawn = isTable
    ? DRAWINGS.map((drawing) => fitRows(drawing.maxRows, (most) => drawRows(drawing, most)))
    : [{ blocks: around(lines.length > 0 ? [toRichText(lines)] : [], []), left: 0 }];

  function shorten(longest: number, isAlone: boolean): string {
    const whole = (): Telling => ({ title: [], rows: lines.map(toText) });
    const { short } = reader.words.checks;
    const brief = (): Telling => ({
      title: [toText(short.title())],
      rows: read.map((row) => toText(short[relationOf(row)]({ other: named(reader, row.account) }))),
    });
    const elsewhere = hasButtons && isTable && !isAlone ? 'csv' : 'nowhere';
    return tellRows(
      reader,
      {
        head: head.map(toText),
        tellings: [whole, brief],
        tail: [...failures.textLines, ...people, ...end].map(toText),
        elsewhere: (left) => elsewhereText(reader, left, elsewhere),
      },
      longest,
    );
  }

  return {
    text: shorten(LIMITS.text, false),
    renderings: drawn.map(({ blocks }) => blocks),
    shorten,
    left: drawn.map(({ left }) => left),
  };
}

type Relation = 'mutual' | 'follows' | 'isFollowed' | 'none';

/** Who of the two follows whom, in one word: `follows`: the account follows the other. */
function relationOf({ outcome: { follows, isFollowed } }: CheckedRow): Relation {
  if (follows) return isFollowed ? 'mutual' : 'follows';
  return isFollowed ? 'isFollowed' : 'none';
}

function tell(reader: Reader, { account }: Check, row: CheckedRow): Sentence {
  const say = reader.words.checks.row[relationOf(row)];
  return say({ account: named(reader, account), other: named(reader, row.account) });
}

function summaryOf(reader: Reader, { account }: Check, read: readonly CheckedRow[]): Sentence {
  const count = (is: (row: CheckedRow) => boolean): number => read.filter(is).length;
  return reader.words.checks.summary({
    account: named(reader, account),
    all: read.length,
    follows: count(({ outcome }) => outcome.follows),
    followers: count(({ outcome }) => outcome.isFollowed),
    mutual: count((row) => relationOf(row) === 'mutual'),
  });
}

function itselfSentence(reader: Reader, { account, isItselfNamed, rows }: Check): readonly Sentence[] {
  if (!isItselfNamed) return [];
  const { itself, itselfAlone } = reader.words.checks;
  const about = { account: named(reader, account) };
  return [rows.length > 0 ? itself(about) : itselfAlone({ ...about, example: typed('check alice bob') })];
}

function failuresOf(reader: Reader, { rows }: Check) {
  return failureLines(
    reader,
    rows.flatMap(({ account, outcome }) => (outcome.kind === 'failed' ? [{ account, failure: outcome.failure }] : [])),
  );
}

/** In front of everyone failures are only counted. */
function sharedFailures({ words: { reports } }: Reader, { rows }: Check) {
  const failed = rows.filter((row) => !isChecked(row)).length;
  const lines = failed > 0 ? [reports.sharedUnread({ failed, all: rows.length })] : [];
  return { lines, textLines: lines };
}

/** For everyone the instant is Slack's, who shows it in each reader's own zone. */
function endOf(
  reader: Reader,
  {
    askedAt,
    sharedBy,
    isRead,
  }: { readonly askedAt: number; readonly sharedBy: string | undefined; readonly isRead: boolean },
): readonly Sentence[] {
  if (!isRead) return [];
  const { checks, reports } = reader.words;
  return sharedBy === undefined
    ? [reports.foot.asOf({ at: writeTime(reader, askedAt, { seconds: true }) })]
    : [checks.shared({ person: { personId: sharedBy }, at: { time: askedAt } })];
}

function layOut(reader: Reader, { account }: Check, read: readonly CheckedRow[], maxRows: number): Table {
  const { columns, cells } = reader.words.checks;
  const header = [columns.other, columns.relation].map((title) => toPlain(title()));
  const checked = named(reader, account);
  return fitTable(
    read,
    (row) => [rawText(namedText(reader, row.account)), rawText(toPlain(cells[relationOf(row)]({ account: checked })))],
    { header, numbers: 0, maxRows },
  );
}

function checkButtons(
  { words: { checks } }: Reader,
  { value, mayShare, isTable }: { readonly value: string; readonly mayShare: boolean; readonly isTable: boolean },
): ActionsBlock {
  return {
    type: 'actions',
    elements: [
      button(ACTIONS.refresh, checks.refresh, value),
      ...(mayShare ? [button(ACTIONS.share, checks.share, value)] : []),
      ...(isTable ? [button(ACTIONS.csv, checks.csv.get, value)] : []),
    ],
  };
}
