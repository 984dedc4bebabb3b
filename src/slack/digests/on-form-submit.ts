import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { withDeadline } from '../../deadline.ts';
import type { FormFault } from '../../digests/form/digest-form.ts';
import type { SaveDigest } from '../../digests/form/save-digest.ts';
import type { TellOwner } from '../../digests/ports.ts';
import type { DigestId } from '../../digests/types.ts';
import { AppError } from '../../errors.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { FIELDS } from '../blocks/digests/digest-fields.ts';
import { messageView } from '../blocks/digests/digest-form.ts';
import { describeFormFault } from '../blocks/digests/form-fault-text.ts';
import { anyField } from '../blocks/digests/other-version.ts';
import { savedNotice } from '../blocks/digests/saved-notice.ts';
import { describeFailure } from '../blocks/kit/failure-text.ts';
import { type Sentence, toPlain, toRichText } from '../blocks/kit/inline.ts';
import { joinSentences } from '../blocks/kit/join-sentences.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { apology, logBug } from '../conversation/apologize.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import { tellPerson } from '../sending/tell-person.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient, WebClient } from '../web-api/web-api.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import { readFormOrigin } from './digest-form-state.ts';
import { createSaveForm, type Saved } from './save-form.ts';

type Args = Pick<SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs, 'ack' | 'body' | 'view'>;
type View = Args['view'];
type SavedForm = Extract<Saved, { readonly kind: 'saved' }>;

interface Options extends Omit<Parameters<typeof createSaveForm>[0], 'saveDigest'> {
  readonly saveDigest: SaveDigest;
  readonly tellOwner: TellOwner;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly web: WebClient;
  readonly posting: PostingClient;
  readonly recipientOf: RecipientOf;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** What checking and saving together may take of Slack's three seconds, milliseconds. */
  readonly saveMs?: number;
}

const SAVE_MS = 2000;

/** What the person who saved a digest reads of it. */
interface Notice {
  readonly id: DigestId;
  readonly notice: Reply;
}

/**
 * *Save*: the submission is answered with errors on the form's fields, with words in its place, or by closing it. The line in
 * the channel, and the words about it to the person who saved, come after that.
 */
export function createOnFormSubmit(options: Options) {
  const { saveDigest, tellOwner, directory, web, posting, recipientOf, log, now, saveMs = SAVE_MS } = options;
  const saveForm = createSaveForm(options);

  /** @returns whether the person who saved was notified where they had the form opened: in their Home, or in a conversation */
  async function notify(reader: Reader, view: View, asker: Asker, { id, notice }: Notice): Promise<boolean> {
    if (readFormOrigin(view.private_metadata).channelId !== '') {
      return tellPerson({ web, posting, readerOf: async () => reader, log }, asker, notice);
    }
    await recipientOf({ asker, replyTo: { kind: 'home', about: [{ kind: 'digest', id }] } })(notice);
    return true;
  }

  async function settleAndNotify(reader: Reader, view: View, { saved, who, asker }: SavedForm): Promise<void> {
    const { digest, announcement } = saved;
    const settled = await saveDigest.settle(saved, asker);
    const by = asker.personId;
    const isResumed = settled.wasPaused && settled.digest.state.kind === 'active';
    const change = announcement ? 'edit' : isResumed ? 'resume' : undefined;
    if (digest.ownerId !== by && change) tellOwner({ kind: change, digest: settled.digest, by });
    const notice = savedNotice(reader, { ...settled, who }, now());
    const isNotified = await notify(reader, view, asker, { id: digest.id, notice });
    if (!isNotified) log.warn({ digest: digest.id }, 'the person who saved a digest could not be notified');
  }

  return async ({ ack, body, view }: Args): Promise<void> => {
    const personId = body.user.id;
    const saving = saveForm(view, personId).catch((error: unknown) => {
      const reference = logBug(log, error, 'a digest could not be saved');
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
          errors: errorsOf(withAudience(reader, saved.audience), saved.faults, view.blocks),
        });
      case 'denied':
        return ack(inPlace(reader, describeDenial(reader, saved.denial)));
      case 'saved':
        await ack();
        await settleAndNotify(withAudience(reader, saved.audience), view, saved);
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

function inPlace(reader: Reader, sentence: Sentence) {
  return { response_action: 'update', view: messageView(reader, [toRichText([sentence])]) } as const;
}

/** A sentence about the whole form, on its title or, in a form without one, on its first field. */
function onForm(reader: Reader, view: View, sentence: Sentence) {
  const field = anyField(view, FIELDS.title);
  return field
    ? ({ response_action: 'errors', errors: { [field]: toPlain(sentence) } } as const)
    : inPlace(reader, sentence);
}

/** Slack takes errors for blocks that are there only; a schedule's may be about fields that aren't shown. */
function errorsOf(
  reader: Reader,
  faults: readonly FormFault[],
  blocks: readonly { readonly block_id?: string }[],
): Record<string, string> {
  const shown = new Set(blocks.map(({ block_id: id }) => id));
  return Object.fromEntries(
    faults.map((fault) => {
      const block = FIELDS[fault.field];
      return [shown.has(block) ? block : FIELDS.timing, describeFormFault(reader, fault)];
    }),
  );
}
