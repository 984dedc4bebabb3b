import { AppError } from '../../errors.ts';
import type { Authorization, Authorize } from '../../followstats/access/authorize.ts';
import type { Changes } from '../../followstats/changes/changes.ts';
import type { Check } from '../../followstats/checks/check.ts';
import { type Command, readWritten } from '../../followstats/commands/command.ts';
import type { History } from '../../followstats/history/history.ts';
import type { KeptReadings } from '../../followstats/reports/kept-readings.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { describeFailure } from '../blocks/kit/failure-text.ts';
import { joinSentences } from '../blocks/kit/join-sentences.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { apologize } from '../conversation/apologize.ts';
import type { ButtonValues } from '../conversation/button-values.ts';
import { type ButtonClickArgs, readClicker } from '../conversation/clicker.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { Origin } from '../sending/reply-to.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { Reader } from '../words/reader.ts';

/** Buttons below an answer, as the audit names them. */
export type AnswerButton = 'refresh' | 'share' | 'csv';

/** A click of a button below an answer: which command it belongs to, and who clicked it where. */
export interface ButtonClick extends Origin {
  readonly command: Command;
  /** Of the answer the button is on; a refreshed answer is another one, though in the same message. */
  readonly answerId: string;
  /** What the buttons of that answer hold, to show it once more. */
  readonly buttonValue: string;
  /** Whether that answer shows counts. */
  readonly hasCounts: boolean;
  /** What it shows of each account; `undefined` for an answer of an older version. */
  readonly readings: KeptReadings | undefined;
  /** What a history shows; `undefined` for any other answer. */
  readonly history?: History | undefined;
  /** The same of who came and left. */
  readonly changes?: Changes | undefined;
  /** What a check shows. */
  readonly check?: Check | undefined;
  /** Whether only its reader sees the message the button is on, as Slack says. */
  readonly isEphemeral: boolean;
  /** What was decided of them. Its `keep` is called where no invocation follows that would write to the audit. */
  readonly authorization: Authorization;
}

interface Options {
  readonly buttonValues: Pick<ButtonValues, 'recall'>;
  readonly authorize: Authorize;
  readonly maxAccounts: number;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly recipientOf: RecipientOf;
  readonly log: Logger;
}

/**
 * Reads a click, access first. The button's value decides what is asked, never who may ask.
 * @returns `undefined` when the person may not look accounts up, when the command can't be recalled, or when the button
 *   belongs to another person's answer; the person has been answered then. Rejects when that answer can't be sent
 */
export type ReadButtonClick = (args: ButtonClickArgs, button: AnswerButton) => Promise<ButtonClick | undefined>;

/** Makes a `ReadButtonClick`. */
export function createReadButtonClick(options: Options): ReadButtonClick {
  const { buttonValues, authorize, maxAccounts, directory, recipientOf, log } = options;

  function describeError(reader: Reader, error: unknown): Reply {
    if (!(error instanceof AppError))
      return apologize(reader, log, error, 'a click of a button ended in a fault of the app');
    log.warn({ err: error }, 'a button could not be looked up');
    const { nothingDone, again } = reader.words.buttons;
    const { what } = describeFailure(reader, error.failure);
    return sentences(reader, joinSentences(reader, nothingDone(), what, again()));
  }

  async function read(
    reading: Promise<Reader>,
    args: ButtonClickArgs,
    button: AnswerButton,
  ): Promise<ButtonClick | 'expired' | Reply> {
    const { body, action } = args;
    const { asker, replyTo } = readClicker(args);
    const authorization = await authorize(asker, 'viewer', button);
    const { denial, keep } = authorization;
    if (denial) {
      const reader = await reading;
      return sentences(reader, describeDenial(reader, denial));
    }
    const buttonValue = action.value ?? '';
    const recalled = await buttonValues.recall(buttonValue, asker);
    if (recalled.kind !== 'kept') {
      if (recalled.kind === 'foreign') keep('refused', { why: 'foreign-button' });
      else keep('failed', { why: 'expired' });
      return 'expired';
    }
    const { id: answerId, answer } = recalled;
    return {
      asker,
      replyTo,
      command: readWritten(answer.command, maxAccounts),
      answerId,
      buttonValue,
      hasCounts: answer.hasCounts,
      readings: answer.readings,
      history: answer.history,
      changes: answer.changes,
      check: answer.check,
      isEphemeral: body.container?.is_ephemeral === true,
      authorization,
    };
  }

  return async (args, button) => {
    const origin = readClicker(args);
    const reading = directory.reader(origin.asker.personId);
    const click = await read(reading, args, button).catch(async (error: unknown) =>
      describeError(await reading, error),
    );
    if (typeof click === 'object' && 'command' in click) return click;
    const reply = click === 'expired' ? sentences(await reading, (await reading).words.buttons.expired()) : click;
    await recipientOf(origin)(reply);
    return undefined;
  };
}
