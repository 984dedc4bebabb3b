import { randomUUID } from 'node:crypto';
import { isPermanentError } from '../../digests/delivery/permanent-errors.ts';
import type { CheckForm } from '../../digests/form/check-form.ts';
import { firstKind } from '../../digests/form/digest-form.ts';
import type { DraftReport } from '../../digests/report/draft-report.ts';
import { type DigestSpec, readDigestId } from '../../digests/types.ts';
import { AppError } from '../../errors.ts';
import type { Authorization } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { whyOf } from '../../followstats/audit/audit-ending.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { digestFormView, type FormContext, type FormNote } from '../blocks/digests/digest-form.ts';
import { describeFormFault } from '../blocks/digests/form-fault-text.ts';
import { OTHER_VERSION } from '../blocks/digests/other-version.ts';
import { previewReply } from '../blocks/digests/preview.ts';
import { describePause } from '../blocks/digests/run-text.ts';
import { describeFailure } from '../blocks/kit/failure-text.ts';
import type { Sentence } from '../blocks/kit/inline.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { apologyReply } from '../conversation/render.ts';
import { postOnce } from '../sending/post-once.ts';
import { tellPerson } from '../sending/tell-person.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import { PENDING_READER } from '../words/pending-reader.ts';
import type { EnteredForm, EnterForm } from './enter-form.ts';
import type { FormActionArgs } from './on-form-change.ts';
import { createUpdateView, showUnusable } from './show-form.ts';

interface Options {
  readonly enterForm: EnterForm;
  readonly checkForm: CheckForm;
  readonly draftReport: DraftReport;
  readonly web: WebClient;
  /** Made by `createPostingClient`. */
  readonly posting: WebClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** The whole time of one preview, milliseconds. */
  readonly timeLimitMs: number;
}

/** *Preview*: what the form's digest would post now, from real data, as a direct message: a form can't hold it. */
export function createOnFormPreview(options: Options) {
  const { enterForm, checkForm, draftReport, web, posting, directory, log, now, timeLimitMs } = options;
  const update = createUpdateView({ web, log });

  /** Where Slack doesn't take a view, the same words come as a message. */
  async function tell(asker: Asker, words: Sentence): Promise<void> {
    await tellPerson({ web, posting, log }, asker, sentences(PENDING_READER, words));
  }

  async function make(spec: DigestSpec, { edited }: FormContext, personId: PersonId, keep: Authorization['keep']) {
    const slot = now();
    const id = edited && readDigestId(edited.id);
    const signal = AbortSignal.timeout(timeLimitMs);
    const drafted = await draftReport(spec, {
      id,
      slot,
      now,
      options: { signal, caller: personId, priority: 'person' },
    });
    if (drafted.kind === 'no-accounts') keep('failed', { why: drafted.kind });
    if (drafted.kind === 'unread') keep('failed', { accounts: drafted.asked, why: drafted.failure.code });
    if (drafted.kind !== 'drafted') return drafted;
    const { rows, read } = drafted.report;
    const counts = { accounts: rows.length, failed: rows.length - read };
    const { locale } = await directory.reader(personId);
    return { kind: 'made', counts, reply: previewReply(spec, { ...drafted, slot, locale }) } as const;
  }

  /** Makes and sends it. @returns what the form says of it */
  async function send(...made: Parameters<typeof make>): Promise<FormNote> {
    const preview = await make(...made);
    switch (preview.kind) {
      case 'no-accounts':
        return { level: 'error', text: 'There is nothing to read: the lists are empty. Add accounts to them.' };
      case 'unread': {
        const { what, fix } = describeFailure(PENDING_READER, preview.failure);
        return { level: 'error', text: `Nothing could be read: ${what}. ${fix}` };
      }
      case 'made':
        return sendTo(made[2], preview.reply, (outcome, why) => made[3](outcome, { ...preview.counts, ...why }));
    }
  }

  async function sendTo(
    personId: PersonId,
    reply: Reply,
    keep: (outcome: 'done' | 'failed', why?: { readonly why: string }) => void,
  ): Promise<FormNote> {
    const outcome = await postOnce(posting, reply, { channel: personId, log, mayRepeat: true });
    if (outcome.kind === 'posted') {
      keep('done');
      return { level: 'success', text: 'The preview is in your direct messages with followstats.' };
    }
    const reason = outcome.kind === 'refused' ? outcome.code : outcome.kind;
    keep('failed', { why: reason });
    log.warn({ reason }, 'a preview could not be sent');
    if (!isPermanentError(reason)) {
      return { level: 'error', text: `Slack did not take the preview (${reason}); try again in a minute.` };
    }
    const { what, fix } = describePause(reason);
    return { level: 'error', text: `Slack did not take the preview: ${what}. ${fix}` };
  }

  return async ({ ack, body }: FormActionArgs): Promise<void> => {
    await ack();

    if (!body.view) return;
    const { id: viewId } = body.view;
    const personId = body.user.id;
    const entered = await enterForm(body.view, personId, 'preview');
    if (entered.kind !== 'form') {
      const isShown = await showUnusable(update, body.view, entered);
      if (!isShown) await tell(entered.asker, wordsOf(entered));
      return;
    }
    const { form, context, keep, asker } = entered;

    async function say(note: FormNote): Promise<void> {
      const { locale } = await directory.reader(personId);
      const isShown = await update(viewId, digestFormView(form, { context, now: now(), locale, note }));
      // A note that only says that something is under way is not worth a message.
      if (!isShown && note.level !== 'info') await tell(asker, [note.text]);
    }

    async function preview(): Promise<FormNote> {
      const checked = await checkForm(form, { personId, editedId: context.edited?.id });
      if ('faults' in checked) {
        keep('failed', { why: firstKind(checked.faults) });
        const [first, ...more] = checked.faults.map(describeFormFault);
        return { level: 'error', text: `${first}${more.length > 0 ? ` (and ${more.length} more)` : ''}` };
      }
      await say({ level: 'info', text: 'The preview is being made …' });
      return send(checked.spec, context, personId, keep);
    }

    const note = await preview().catch((error: unknown): FormNote => {
      keep('failed', { why: whyOf(error) });
      return { level: 'error', text: failedWords(error) };
    });
    await say(note);
  };

  /** Without these the form would say for ever that the preview is being made. */
  function failedWords(error: unknown): string {
    if (error instanceof AppError) {
      log.warn({ err: error }, 'a preview could not be made');
      const { what, fix } = describeFailure(PENDING_READER, error.failure);
      return `There is no preview: ${what}. ${fix}`;
    }
    const reference = randomUUID().slice(0, 8);
    log.error({ err: error, reference }, 'a preview ended in a fault of the app');
    return apologyReply(PENDING_READER, reference).text;
  }
}

function wordsOf(entered: Exclude<EnteredForm, { kind: 'form' }>): Sentence {
  return entered.kind === 'refused' ? describeDenial(entered.denial) : [OTHER_VERSION];
}
