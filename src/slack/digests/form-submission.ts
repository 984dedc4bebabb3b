import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { withDeadline } from '../../deadline.ts';
import { AppError } from '../../errors.ts';
import type { Denial } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { whyOf } from '../../followstats/audit/audit-ending.ts';
import type { CommandKind, CommandOutcome, OnCommandEnded } from '../../followstats/commands/command-ends.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Resolved } from '../../followstats/reports/resolve.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { anyField } from '../blocks/digests/other-version.ts';
import { describeFailure } from '../blocks/kit/failure-text.ts';
import { type Sentence, toPlain, toRichText } from '../blocks/kit/inline.ts';
import { joinSentences } from '../blocks/kit/join-sentences.ts';
import type { WordsView } from '../blocks/kit/words-view.ts';
import { apology, logBug } from '../conversation/apologize.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import { type Audience, type Reader, withAudience } from '../words/reader.ts';
import type { Enter } from './enter-form.ts';

type Args = Pick<SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs, 'ack' | 'body' | 'view'>;
/** A form as it was sent in. */
export type SubmittedView = Args['view'];

/** What answering a submission needs. */
export interface SubmissionOptions {
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
  /** Takes what was saved, or didn't fit; the rest ends with its authorization. */
  readonly onCommandEnded?: OnCommandEnded | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** What checking and saving together may take of Slack's three seconds, milliseconds. */
  readonly saveMs?: number;
}

/** A form that was saved. */
export interface SavedForm<Saved> {
  readonly saved: Saved;
  /** Whom it names besides lists. */
  readonly who: Resolved;
  readonly isEdit: boolean;
  readonly asker: Asker;
}

/** What came of a submission. */
type Submission<Saved, Fault> =
  | { readonly kind: 'denied'; readonly denial: Denial }
  | { readonly kind: 'other-version' }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[]; readonly audience: Audience }
  | (SavedForm<Saved> & { readonly kind: 'saved'; readonly audience: Audience });

/** How one kind of form is checked, kept and answered. */
interface SubmittedForm<Form, Checked, Saved, Fault> {
  /** What saving one counts as. */
  readonly kind: CommandKind;
  readonly enter: Enter<Form, 'save'>;
  /** @returns what it says, or all its faults */
  readonly check: (
    form: Form,
    by: { readonly personId: PersonId; readonly editedId: string | undefined },
  ) => Promise<(Checked & { readonly who: Resolved }) | { readonly faults: readonly Fault[] }>;
  /** @returns `gone` when what it edits is gone; `full` when no more fit, which the audit has then */
  readonly save: (
    from: { readonly formId: string; readonly id: string | undefined },
    checked: Checked,
    by: Asker,
  ) => Promise<Saved | 'gone' | 'full'>;
  /** The faults that these two are. */
  readonly gone: Fault;
  readonly full?: Fault;
  /** What the audit keeps of one that is edited. */
  readonly editedInAudit: (id: string) => { readonly digest?: string; readonly watch?: string };
  readonly wordsView: WordsView;
  /** The field on which a sentence about the whole form stands, where it is there. */
  readonly mainField: string;
  /** What is wrong, by the fields of this view. */
  readonly errorsOf: (reader: Reader, faults: readonly Fault[], view: SubmittedView) => Record<string, string>;
  /** What is said in the place of a form that was saved; `undefined`: it closes. */
  readonly savedSentence?: (reader: Reader, saved: Saved) => Sentence | undefined;
  /** What follows, and what the person reads of it. */
  readonly settle: (reader: Reader, view: SubmittedView, form: SavedForm<Saved>) => Promise<void>;
}

const SAVE_MS = 2000;

/**
 * *Save* of a form: the submission is answered with errors on the form's fields, with words in its place, or by closing it. What
 * follows from what was saved comes after that.
 */
export function createOnSubmission<Form, Checked, Saved extends object, Fault extends { readonly kind: string }>(
  { directory, log, onCommandEnded, now, saveMs = SAVE_MS }: SubmissionOptions,
  form: SubmittedForm<Form, Checked, Saved, Fault>,
) {
  const { wordsView, mainField } = form;

  /** Rejects as checking and saving do, once that is in the audit. */
  async function save(view: SubmittedView, personId: PersonId): Promise<Submission<Saved, Fault>> {
    const startedAt = now();
    const ended = (outcome: CommandOutcome) => onCommandEnded?.({ kind: form.kind, outcome, ms: now() - startedAt });
    const entered = await form.enter(view, personId, 'save');
    if (entered.kind !== 'form') return entered;
    const { asker, audience, context, keep } = entered;
    const id = context.edited?.id;
    // What was saved the store writes to the audit itself, with the change.
    const keepFailed = (why: string) => keep('failed', { ...(id !== undefined && form.editedInAudit(id)), why });
    const faulty = (faults: readonly Fault[]) => {
      keepFailed((faults[0] ?? form.gone).kind);
      return { kind: 'faults', faults, audience } as const;
    };
    try {
      const checked = await form.check(entered.form, { personId: asker.personId, editedId: id });
      if ('faults' in checked) return faulty(checked.faults);
      const saved = await form.save({ formId: view.id, id }, checked, asker);
      if (saved === 'gone') return faulty([form.gone]);
      ended(saved === 'full' ? 'wrong' : 'answered');
      if (saved === 'full') return { kind: 'faults', faults: [form.full ?? form.gone], audience };
      return { kind: 'saved', saved, who: checked.who, isEdit: id !== undefined, asker, audience };
    } catch (error) {
      keepFailed(whyOf(error));
      throw error;
    }
  }

  const inPlace = (reader: Reader, sentence: Sentence) =>
    ({ response_action: 'update', view: wordsView(reader, [toRichText([sentence])]) }) as const;

  /** A sentence about the whole form, on its main field or, in a form without that, on its first one. */
  function onForm(reader: Reader, view: SubmittedView, sentence: Sentence) {
    const field = anyField(view, mainField);
    return field
      ? ({ response_action: 'errors', errors: { [field]: toPlain(sentence) } } as const)
      : inPlace(reader, sentence);
  }

  return async ({ ack, body, view }: Args): Promise<void> => {
    const personId = body.user.id;
    const saving = save(view, personId).catch((error: unknown) => {
      const reference = logBug(log, error, 'a form could not be saved');
      return { kind: 'error', error, reference } as const;
    });
    // Slack shows an error of its own after three seconds. What is under way then still ends; saved again it is the same.
    const savedInLimit = withDeadline(saving, { ms: saveMs }, () => ({ kind: 'late' }) as const);
    const [saved, reader] = await Promise.all([savedInLimit, directory.reader(personId)]);
    const words = reader.words.digestForm;
    switch (saved.kind) {
      case 'late':
        await ack(onForm(reader, view, words.saving.late()));
        // The save goes on, and the app doesn't stop in the middle of it.
        await saving;
        return;
      case 'other-version':
        return ack(onForm(reader, view, words.otherVersion()));
      case 'error':
        return ack(onForm(reader, view, describeError(reader, saved.error, saved.reference)));
      case 'faults':
        return ack({
          response_action: 'errors',
          errors: form.errorsOf(withAudience(reader, saved.audience), saved.faults, view),
        });
      case 'denied':
        return ack(inPlace(reader, describeDenial(reader, saved.denial)));
      case 'saved': {
        const said = form.savedSentence?.(reader, saved.saved);
        await (said ? ack(inPlace(reader, said)) : ack());
        await form.settle(withAudience(reader, saved.audience), view, saved);
      }
    }
  };
}

/** Nothing was saved, and what was typed stays. */
function describeError(reader: Reader, error: unknown, reference: string): Sentence {
  const { notSaved, again } = reader.words.digestForm.saving;
  return error instanceof AppError
    ? joinSentences(reader, notSaved(), describeFailure(reader, error.failure).what, again())
    : joinSentences(reader, notSaved(), apology(reader, reference));
}
