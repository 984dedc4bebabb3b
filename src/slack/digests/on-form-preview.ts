import type { CheckForm } from '../../digests/form/check-form.ts';
import { type DigestForm, type FormFault, firstKind } from '../../digests/form/digest-form.ts';
import { AppError } from '../../errors.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { whyOf } from '../../followstats/audit/audit-ending.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { digestFormView, type FormNote, messageView } from '../blocks/digests/digest-form.ts';
import { describeFormFault } from '../blocks/digests/form-fault-text.ts';
import { failureSentence } from '../blocks/kit/failure-text.ts';
import type { Sentence } from '../blocks/kit/inline.ts';
import { joinSentences } from '../blocks/kit/join-sentences.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { apology, logBug } from '../conversation/apologize.ts';
import { tellPerson } from '../sending/tell-person.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import type { EnterForm, UnusableForm, UsableForm } from './enter-form.ts';
import { createMakePreview } from './make-preview.ts';
import type { FormActionArgs } from './on-form-change.ts';
import { createUpdateView, showUnusable } from './show-form.ts';

interface Options extends Omit<Parameters<typeof createMakePreview>[0], 'log'> {
  readonly enterForm: EnterForm;
  readonly checkForm: CheckForm;
  readonly web: WebClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
}

/**
 * *Preview*: what the form's digest would post now, from real data: how it begins in the form itself, and all of it as a direct
 * message.
 */
export function createOnFormPreview(options: Options) {
  const { enterForm, checkForm, web, posting, directory, log, now } = options;
  const update = createUpdateView({ web, log });
  const makePreview = createMakePreview(options);

  /** Where Slack doesn't take a view, the same words come as a message. */
  async function notify(reader: Reader, asker: Asker, lines: readonly Sentence[]): Promise<void> {
    await tellPerson({ web, posting, readerOf: async () => reader, log }, asker, sentences(reader, ...lines));
  }

  async function showNote(
    reader: Reader,
    viewId: string,
    entered: UsableForm<DigestForm>,
    note: FormNote,
  ): Promise<void> {
    const { form, context, asker } = entered;
    const isShown = await update(viewId, digestFormView(reader, form, { context, now: now(), note }));
    // A note that only says that something is under way is not worth a message.
    if (!isShown && note.level !== 'info') await notify(reader, asker, [note.text, ...(note.lines ?? [])]);
  }

  async function preview(reader: Reader, viewId: string, entered: UsableForm<DigestForm>): Promise<FormNote> {
    const { form, context, asker, keep } = entered;
    const { edited } = context;
    const checked = await checkForm(form, { personId: asker.personId, editedId: edited?.id });
    if ('faults' in checked) {
      keep('failed', { why: firstKind(checked.faults) });
      return { level: 'error', text: describeFaults(reader, checked.faults) };
    }
    await showNote(reader, viewId, entered, { level: 'info', text: reader.words.digestPreview.making() });
    return makePreview(reader, { spec: checked.spec, edited, personId: asker.personId, keep });
  }

  /** Without these words the form would say for ever that the preview is being made. */
  function describeError(reader: Reader, error: unknown): FormNote {
    const text = reader.words.digestPreview.notMade();
    if (error instanceof AppError) {
      log.warn({ err: error }, 'a preview could not be made');
      return { level: 'error', text, lines: [failureSentence(reader, error.failure)] };
    }
    const reference = logBug(log, error, 'a preview ended in a fault of the app');
    return { level: 'error', text, lines: [apology(reader, reference)] };
  }

  return async ({ ack, body }: FormActionArgs): Promise<void> => {
    await ack();

    if (!body.view) return;
    const { id: viewId } = body.view;
    const personId = body.user.id;
    const [entered, person] = await Promise.all([
      enterForm(body.view, personId, 'preview'),
      directory.reader(personId),
    ]);
    if (entered.kind !== 'form') {
      const isShown = await showUnusable(person, update, body.view, { entered, wordsView: messageView });
      if (!isShown) await notify(person, entered.asker, [describeUnusable(person, entered)]);
      return;
    }
    const reader = withAudience(person, entered.audience);
    const note = await preview(reader, viewId, entered).catch((error: unknown): FormNote => {
      entered.keep('failed', { why: whyOf(error) });
      return describeError(reader, error);
    });
    await showNote(reader, viewId, entered, note);
  };
}

/** How many fields are at fault, where that is more than one, and the first fault: a note is short. */
function describeFaults(reader: Reader, faults: readonly FormFault[]): Sentence {
  const [fault = ''] = faults.map((one) => describeFormFault(reader, one));
  // The fault may end in what was typed, behind which nothing can follow.
  return joinSentences(
    reader,
    faults.length > 1 ? reader.words.digestPreview.faultyFields({ fields: faults.length }) : undefined,
    [fault],
  );
}

function describeUnusable(reader: Reader, entered: UnusableForm): Sentence {
  return entered.kind === 'denied' ? describeDenial(reader, entered.denial) : reader.words.digestForm.otherVersion();
}
