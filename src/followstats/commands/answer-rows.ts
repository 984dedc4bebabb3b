import { reasonOf } from '../reports/subcommand.ts';
import type { AnswerRow, Ended } from '../subcommand.ts';
import type { Answer, RoomOutcome } from './answer.ts';
import { SUBCOMMANDS } from './subcommands.ts';

type AnyAnswer = Answer | RoomOutcome;
type CommonRows = {
  readonly [Kind in 'refused' | 'fault' | 'unsaved']: AnswerRow<AnyAnswer & { readonly kind: Kind }>;
};

/** The answers that every command may get. */
const COMMON: CommonRows = {
  // Written where it was decided.
  refused: { ended: () => [], measure: ({ reason }) => ({ reason }) },
  fault: {
    ended: ({ fault }) => [{ outcome: 'failed', details: { why: fault.kind } }],
    measure: ({ fault }) => ({ reason: fault.kind }),
  },
  unsaved: {
    ended: ({ error }) => [{ outcome: 'failed', details: { why: error.failure.code } }],
    measure: ({ error }) => ({ reason: reasonOf(error.failure), why: error.message }),
  },
};

/** By kind of answer; each takes answers of its own kind only. */
const ROWS: ReadonlyMap<string, AnswerRow<never>> = new Map(
  [COMMON, ...SUBCOMMANDS.map(({ answers }) => answers)].flatMap((rows) => Object.entries<AnswerRow<never>>(rows)),
);

function rowOf(answer: AnyAnswer): AnswerRow<AnyAnswer> {
  const row = ROWS.get(answer.kind);
  if (!row) throw new Error(`no subcommand has the answer ${answer.kind}`);
  return row as AnswerRow<AnyAnswer>;
}

/** Returns how an invocation with this answer ended, in the audit's words: what the audit keeps of it, one entry each. */
export function endsOf(answer: AnyAnswer): readonly Ended[] {
  return rowOf(answer).ended(answer);
}

/** Returns what the log says of an answer: its kind, counts and reasons, never names or values. */
export function measureAnswer(answer: AnyAnswer): Readonly<Record<string, unknown>> {
  return { kind: answer.kind, ...rowOf(answer).measure?.(answer) };
}
