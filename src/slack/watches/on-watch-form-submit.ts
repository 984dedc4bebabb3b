import type { CheckWatchForm } from '../../digests/watches/check-watch-form.ts';
import type { TellWatchOwner } from '../../digests/watches/ports.ts';
import type { SavedWatch, SaveWatch } from '../../digests/watches/save-watch.ts';
import type { WatchSpec } from '../../digests/watches/types.ts';
import { TOO_MANY_WATCHES, WATCH_GONE, type WatchForm, type WatchFormFault } from '../../digests/watches/watch-form.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { Sentence } from '../blocks/kit/inline.ts';
import { describeWatchFault } from '../blocks/watches/watch-form-faults.ts';
import { WATCH_FIELDS as FIELDS, metFromStartSentence, watchWordsView } from '../blocks/watches/watch-form-view.ts';
import { savedNotice } from '../blocks/watches/watch-notices.ts';
import {
  createOnSubmission,
  type SavedForm,
  type SubmissionOptions,
  type SubmittedView,
} from '../digests/form-submission.ts';
import { createNotifySaver, type NotifySaverOptions } from '../digests/notify-saver.ts';
import type { Reader } from '../words/reader.ts';
import type { EnterWatchForm } from './enter-watch-form.ts';

interface Options extends SubmissionOptions, NotifySaverOptions {
  readonly enterWatchForm: EnterWatchForm;
  readonly checkWatchForm: CheckWatchForm;
  readonly saveWatch: SaveWatch;
  readonly tellWatchOwner: TellWatchOwner;
}

type Checked = { readonly spec: WatchSpec; readonly accounts: readonly AccountId[] };

/**
 * *Save* of a watch's form: words in its place say for whom the rule is met already. The line where it tells, and the words to the
 * person who saved, come after that.
 */
export function createOnWatchFormSubmit(options: Options) {
  const { enterWatchForm, checkWatchForm, saveWatch, tellWatchOwner, log } = options;
  const notifySaver = createNotifySaver(options);

  async function settle(reader: Reader, view: SubmittedView, { saved, who, isEdit, asker }: SavedForm<SavedWatch>) {
    const settled = await saveWatch.settle(saved, asker);
    const { watch } = settled;
    const by = asker.personId;
    if (isEdit && watch.ownerId !== by) tellWatchOwner({ kind: 'edit', watch, by });
    const notice = savedNotice(reader, { ...settled, who });
    const isNotified = await notifySaver(reader, view, asker, { notice, about: [{ kind: 'watch', id: watch.id }] });
    if (!isNotified) log.warn({ watch: watch.id }, 'the person who saved a watch could not be notified');
  }

  return createOnSubmission<WatchForm, Checked, SavedWatch, WatchFormFault>(options, {
    kind: 'watch',
    enter: enterWatchForm,
    check: checkWatchForm,
    save: (from, checked, by) => saveWatch.save(from, checked, by),
    gone: WATCH_GONE,
    full: TOO_MANY_WATCHES,
    editedInAudit: (watch) => ({ watch }),
    wordsView: watchWordsView,
    mainField: FIELDS.kind,
    errorsOf: (reader, faults) =>
      Object.fromEntries(faults.map((fault) => [FIELDS[fault.field], describeWatchFault(reader, fault)])),
    savedSentence: describeMet,
    settle,
  });
}

/** For whom the rule is met already: it no alert tells of them. A change is counted from now on, and so is never met. */
function describeMet(reader: Reader, { watch, metFromStart }: SavedWatch): Sentence | undefined {
  const { kind } = watch.rule;
  if (metFromStart.length === 0 || kind === 'gains' || kind === 'loses') return undefined;
  return metFromStartSentence(reader, kind, metFromStart);
}
