import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { withDeadline } from '../../deadline.ts';
import type { CheckWatchForm } from '../../digests/watches/check-watch-form.ts';
import type { TellWatchOwner } from '../../digests/watches/ports.ts';
import type { SavedWatch, SaveWatch } from '../../digests/watches/save-watch.ts';
import { TOO_MANY_WATCHES, WATCH_GONE, type WatchFormFault } from '../../digests/watches/watch-form.ts';
import { AppError } from '../../errors.ts';
import type { Denial } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { whyOf } from '../../followstats/audit/audit-ending.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Resolved } from '../../followstats/reports/resolve.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { anyField } from '../blocks/digests/other-version.ts';
import { describeFailure } from '../blocks/kit/failure-text.ts';
import { type Sentence, toPlain, toRichText } from '../blocks/kit/inline.ts';
import { joinSentences } from '../blocks/kit/join-sentences.ts';
import { describeWatchFault } from '../blocks/watches/watch-form-faults.ts';
import { WATCH_FIELDS as FIELDS, metFromStartSentence, watchWordsView } from '../blocks/watches/watch-form-view.ts';
import { savedNotice } from '../blocks/watches/watch-notices.ts';
import { apology, logBug } from '../conversation/apologize.ts';
import { readFormOrigin } from '../digests/digest-form-state.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import { tellPerson } from '../sending/tell-person.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient, WebClient } from '../web-api/web-api.ts';
import { type Audience, type Reader, withAudience } from '../words/reader.ts';
import type { EnterWatchForm } from './enter-watch-form.ts';

type Args = Pick<SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs, 'ack' | 'body' | 'view'>;
type View = Args['view'];

/** What came of a submission. */
type Saved =
  | { readonly kind: 'denied'; readonly denial: Denial }
  | { readonly kind: 'other-version' }
  | { readonly kind: 'faults'; readonly faults: readonly WatchFormFault[]; readonly audience: Audience }
  | {
      readonly kind: 'saved';
      readonly saved: SavedWatch;
      readonly who: Resolved;
      readonly isEdit: boolean;
      readonly asker: Asker;
      readonly audience: Audience;
    };

interface Options {
  readonly enterWatchForm: EnterWatchForm;
  readonly checkWatchForm: CheckWatchForm;
  readonly saveWatch: SaveWatch;
  readonly tellWatchOwner: TellWatchOwner;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly web: WebClient;
  readonly posting: PostingClient;
  readonly recipientOf: RecipientOf;
  readonly log: Logger;
  /** What checking and saving together may take of Slack's three seconds, milliseconds. */
  readonly saveMs?: number;
}

const SAVE_MS = 2000;

/**
 * *Save* of a watch's form: answered with errors on its fields, with words in its place (for whom the rule is met already), or by
 * closing it. The line where it tells, and the words to the person who saved, come after that.
 */
export function createOnWatchFormSubmit(options: Options) {
  const { enterWatchForm, checkWatchForm, saveWatch, tellWatchOwner, directory, web, posting, recipientOf, log } =
    options;
  const { saveMs = SAVE_MS } = options;

  /** Rejects as `checkWatchForm` and `saveWatch` do, once that is in the audit. */
  async function save(view: View, personId: PersonId): Promise<Saved> {
    const entered = await enterWatchForm(view, personId, 'save');
    if (entered.kind !== 'form') return entered;
    const { form, context, asker, audience, keep } = entered;
    const id = context.edited?.id;
    // What was saved the store writes to the audit itself, with the change.
    const keepFailed = (why: string) => keep('failed', { ...(id !== undefined && { watch: id }), why });
    const faulty = (faults: readonly WatchFormFault[]) => {
      keepFailed((faults[0] ?? WATCH_GONE).kind);
      return { kind: 'faults', faults, audience } as const;
    };
    try {
      const checked = await checkWatchForm(form, { personId, editedId: id });
      if ('faults' in checked) return faulty(checked.faults);
      const saved = await saveWatch.save({ formId: view.id, id }, checked, asker);
      if (saved === 'gone') return faulty([WATCH_GONE]);
      if (saved === 'full') return { kind: 'faults', faults: [TOO_MANY_WATCHES], audience };
      return { kind: 'saved', saved, who: checked.who, isEdit: id !== undefined, asker, audience };
    } catch (error) {
      keepFailed(whyOf(error));
      throw error;
    }
  }

  async function settle(reader: Reader, view: View, { saved, who, isEdit, asker }: Extract<Saved, { kind: 'saved' }>) {
    const settled = await saveWatch.settle(saved, asker);
    const { watch } = settled;
    const by = asker.personId;
    if (isEdit && watch.ownerId !== by) tellWatchOwner({ kind: 'edit', watch, by });
    const notice = savedNotice(reader, { ...settled, who });
    if (readFormOrigin(view.private_metadata).channelId === '') {
      await recipientOf({ asker, replyTo: { kind: 'home', about: [{ kind: 'watch', id: watch.id }] } })(notice);
      return;
    }
    const isNotified = await tellPerson({ web, posting, readerOf: async () => reader, log }, asker, notice);
    if (!isNotified) log.warn({ watch: watch.id }, 'the person who saved a watch could not be notified');
  }

  return async ({ ack, body, view }: Args): Promise<void> => {
    const personId = body.user.id;
    const saving = save(view, personId).catch((error: unknown) => {
      const reference = logBug(log, error, 'a watch could not be saved');
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
          errors: errorsOf(withAudience(reader, saved.audience), saved.faults),
        });
      case 'denied':
        return ack(inPlace(reader, describeDenial(reader, saved.denial)));
      case 'saved': {
        const met = describeMet(reader, saved.saved);
        await (met ? ack(inPlace(reader, met)) : ack());
        await settle(withAudience(reader, saved.audience), view, saved);
      }
    }
  };
}

/** For whom the rule is met already: it no alert tells of them. A change is counted from now on, and so is never met. */
function describeMet(reader: Reader, { watch, metFromStart }: SavedWatch): Sentence | undefined {
  const { kind } = watch.rule;
  if (metFromStart.length === 0 || kind === 'gains' || kind === 'loses') return undefined;
  return metFromStartSentence(reader, kind, metFromStart);
}

/** Nothing was saved, and what was typed stays. */
function describeError(reader: Reader, error: unknown, reference: string): Sentence {
  const { notSaved, again } = reader.words.digestForm.saving;
  return error instanceof AppError
    ? joinSentences(reader, notSaved(), describeFailure(reader, error.failure).what, again())
    : joinSentences(reader, notSaved(), apology(reader, reference));
}

function inPlace(reader: Reader, sentence: Sentence) {
  return { response_action: 'update', view: watchWordsView(reader, [toRichText([sentence])]) } as const;
}

/** A sentence about the whole form, on the field that is always there. */
function onForm(reader: Reader, view: View, sentence: Sentence) {
  const field = anyField(view, FIELDS.kind);
  return field
    ? ({ response_action: 'errors', errors: { [field]: toPlain(sentence) } } as const)
    : inPlace(reader, sentence);
}

function errorsOf(reader: Reader, faults: readonly WatchFormFault[]): Record<string, string> {
  return Object.fromEntries(faults.map((fault) => [FIELDS[fault.field], describeWatchFault(reader, fault)]));
}
