import type { CheckForm } from '../../digests/form/check-form.ts';
import { DIGEST_GONE, type DigestForm, type FormFault } from '../../digests/form/digest-form.ts';
import type { SaveDigest, SavedDigest } from '../../digests/form/save-digest.ts';
import type { TellOwner } from '../../digests/ports.ts';
import type { DigestSpec } from '../../digests/types.ts';
import { FIELDS } from '../blocks/digests/digest-fields.ts';
import { messageView } from '../blocks/digests/digest-form.ts';
import { describeFormFault } from '../blocks/digests/form-fault-text.ts';
import { savedNotice } from '../blocks/digests/saved-notice.ts';
import type { Reader } from '../words/reader.ts';
import type { EnterForm } from './enter-form.ts';
import { createOnSubmission, type SavedForm, type SubmissionOptions, type SubmittedView } from './form-submission.ts';
import { createNotifySaver, type NotifySaverOptions } from './notify-saver.ts';

interface Options extends SubmissionOptions, NotifySaverOptions {
  readonly enterForm: EnterForm;
  readonly checkForm: CheckForm;
  readonly saveDigest: SaveDigest;
  readonly tellOwner: TellOwner;
}

/** *Save* of a digest's form. The line in the channel, and the words about it to the person who saved, come after that. */
export function createOnFormSubmit(options: Options) {
  const { enterForm, checkForm, saveDigest, tellOwner, log, now } = options;
  const notifySaver = createNotifySaver(options);

  async function settle(reader: Reader, view: SubmittedView, { saved, who, asker }: SavedForm<SavedDigest>) {
    const { digest, announcement } = saved;
    const settled = await saveDigest.settle(saved, asker);
    const by = asker.personId;
    const isResumed = settled.wasPaused && settled.digest.state.kind === 'active';
    const change = announcement ? 'edit' : isResumed ? 'resume' : undefined;
    if (digest.ownerId !== by && change) tellOwner({ kind: change, digest: settled.digest, by });
    const notice = savedNotice(reader, { ...settled, who }, now());
    const isNotified = await notifySaver(reader, view, asker, { notice, about: [{ kind: 'digest', id: digest.id }] });
    if (!isNotified) log.warn({ digest: digest.id }, 'the person who saved a digest could not be notified');
  }

  return createOnSubmission<DigestForm, { readonly spec: DigestSpec }, SavedDigest, FormFault>(options, {
    kind: 'digest',
    enter: enterForm,
    check: checkForm,
    save: async (from, { spec }, by) => (await saveDigest.save(from, spec, by)) ?? 'gone',
    gone: DIGEST_GONE,
    editedInAudit: (digest) => ({ digest }),
    wordsView: messageView,
    mainField: FIELDS.title,
    errorsOf,
    settle,
  });
}

/** Slack takes errors for blocks that are there only; a schedule's may be about fields that aren't shown. */
function errorsOf(reader: Reader, faults: readonly FormFault[], { blocks }: SubmittedView): Record<string, string> {
  const shown = new Set(blocks.map(({ block_id: id }) => id));
  return Object.fromEntries(
    faults.map((fault) => {
      const block = FIELDS[fault.field];
      return [shown.has(block) ? block : FIELDS.timing, describeFormFault(reader, fault)];
    }),
  );
}
