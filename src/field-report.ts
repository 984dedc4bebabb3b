import { z } from 'zod';

/** What one trial came to. `answered`: nothing said what was right, and now Slack or Chat has. */
const Outcome = z.enum(['taken', 'refused', 'not tried', 'answered']);

/** What was sent to Slack, as far as it decides whether it is taken. */
const Content = z.strictObject({
  /** By which it was sent: `post`, `ephemeral`, `response-url`, `modal-open`, … */
  way: z.string(),
  /** Kinds of block, once for each block that has it: `data_table`, `data_visualization:line`, `input:timepicker`, … */
  kinds: z.array(z.string()),
  /** Set where the size is what was tried: it is then about what is as large, or larger. */
  sizes: z.strictObject({ text: z.int(), characters: z.int(), rows: z.int(), series: z.int() }).partial().optional(),
});

/** How Slack rejected it. */
const Rejection = z.strictObject({
  /** Slack's `error`. */
  code: z.string(),
  /** Its `response_metadata.messages`, shortened. */
  messages: z.array(z.string()),
});

/** What Chat answered in one situation. */
const ChatAnswer = z.strictObject({
  command: z.string(),
  situation: z.string(),
  /** `ErrorCode` of the whole call. */
  call: z.int(),
  /** `ResultCode` of an item, by what its account is; `null` where there is none of such an account. */
  items: z.strictObject({ existing: z.int().nullable(), missing: z.int().nullable() }).partial().optional(),
  /** Anything else that was looked at, by name. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

const Trial = z.strictObject({
  id: z.string(),
  /** What was tried, or asked, in words. */
  tried: z.string(),
  outcome: Outcome,
  /** What came of it, in one sentence. */
  detail: z.string(),
  /** Whether the app can't do without it. */
  isNeeded: z.boolean(),
  content: Content.optional(),
  rejection: Rejection.optional(),
  chat: ChatAnswer.optional(),
});

const Schema = z.strictObject({
  version: z.literal(1),
  /** Of UTC, `2026-11-30`. */
  date: z.iso.date(),
  mode: z.enum(['http', 'socket']),
  trials: z.array(Trial),
  /** What the test left behind, a sentence each; empty when it deleted all. */
  leftBehind: z.array(z.string()),
});

/** What a field test found on a real workspace and Chat app; without secrets, and without the ids of people and channels. */
export type FieldReport = z.infer<typeof Schema>;
/** One thing that was tried or asked. */
export type Trial = z.infer<typeof Trial>;
/** One of the four outcomes. */
export type Outcome = z.infer<typeof Outcome>;
/** What was sent to Slack. */
export type TriedContent = z.infer<typeof Content>;
/** How Slack rejected it. */
export type Rejection = z.infer<typeof Rejection>;

/**
 * Reads a report's JSON.
 * @throws {Error} with one sentence when it is none, or of another version
 */
export function readFieldReport(text: string): FieldReport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('the report of the field test is not JSON');
  }
  const { data, error } = Schema.safeParse(value);
  if (data) return data;
  const [issue] = error.issues;
  throw new Error(`the report of the field test has another form at ${issue?.path.join('.') || 'its top'}`);
}

/** What the app depends on and was rejected, or could not be tried. */
export function unmet(trials: readonly Trial[]): readonly Trial[] {
  return trials.filter(({ outcome, isNeeded }) => isNeeded && (outcome === 'refused' || outcome === 'not tried'));
}

/**
 * Whether all was taken that the app depends on. What only a press brings is not part of that when no one presses; what goes to one
 * person is: without a press it goes to the first admin of the configuration, and with none it could not be tried.
 */
export function isWell({ trials }: Pick<FieldReport, 'trials'>): boolean {
  return unmet(trials).length === 0;
}
