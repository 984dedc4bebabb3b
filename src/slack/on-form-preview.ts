import type { CheckForm } from '../digests/check-form.ts';
import type { DraftReport } from '../digests/draft-report.ts';
import { isPermanentRefusal } from '../digests/refusals.ts';
import { type DigestSpec, readDigestId } from '../digests/types.ts';
import type { Admission, Admit } from '../followstats/admit.ts';
import type { Logger } from '../logger.ts';
import { digestFormView, type FormContext, type FormNote, messageView } from './blocks/digest-form.ts';
import { describeFailure } from './blocks/failure-text.ts';
import { describeFormFault } from './blocks/form-fault-text.ts';
import { type Sentence, toRichText } from './blocks/inline.ts';
import { previewReply } from './blocks/preview.ts';
import { describeRefusal } from './blocks/refusal.ts';
import { type Reply, sentences } from './blocks/reply.ts';
import { describePause } from './blocks/run-text.ts';
import { readFormState } from './digest-form-state.ts';
import type { SlackDirectory } from './directory.ts';
import type { FormActionArgs } from './on-form-change.ts';
import { postOnce } from './post-once.ts';
import { tellPerson } from './tell-person.ts';
import { isSlackTrouble, platformError, reasonOf, type WebClient } from './web.ts';

type View = Parameters<WebClient['views']['update']>[0]['view'];

interface Options {
  readonly admit: Admit;
  readonly checkForm: CheckForm;
  readonly draftReport: DraftReport;
  readonly web: WebClient;
  /** Made by `createPostingClient`. */
  readonly posting: WebClient;
  readonly directory: Pick<SlackDirectory, 'locale'>;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** The whole time of one preview, milliseconds. */
  readonly timeLimitMs: number;
}

/** *Preview*: what the form's digest would post now, from real data, as a direct message: a form can't hold it. */
export function createOnFormPreview(options: Options) {
  const { admit, checkForm, draftReport, web, posting, directory, log, now, timeLimitMs } = options;

  async function make(spec: DigestSpec, { edited }: FormContext, personId: string, keep: Admission['keep']) {
    const slot = now();
    const id = edited && readDigestId(edited.id);
    const signal = AbortSignal.timeout(timeLimitMs);
    const drafted = await draftReport(spec, {
      id,
      slot,
      now,
      options: { signal, caller: personId, priority: 'person' },
    });
    if (drafted.kind === 'unread') keep('failed', { accounts: drafted.asked, why: drafted.failure.code });
    if (drafted.kind !== 'drafted') return drafted;
    const { rows, read } = drafted.report;
    keep('done', { accounts: rows.length, failed: rows.length - read });
    const locale = await directory.locale(personId);
    return { kind: 'made', reply: previewReply(spec, { ...drafted, slot, locale }) } as const;
  }

  /** Makes and sends it. @returns what the form says of it */
  async function send(...made: Parameters<typeof make>): Promise<FormNote> {
    const preview = await make(...made);
    switch (preview.kind) {
      case 'no-accounts':
        return { level: 'error', text: 'There is nothing to read: the lists are empty. Add accounts to them.' };
      case 'unread': {
        const { what, fix } = describeFailure(preview.failure);
        return { level: 'error', text: `Nothing could be read: ${what}. ${fix}` };
      }
      case 'made':
        return sendTo(made[2], preview.reply);
    }
  }

  async function sendTo(personId: string, reply: Reply): Promise<FormNote> {
    const outcome = await postOnce(posting, reply, { channel: personId, log, mayRepeat: true });
    if (outcome.kind === 'posted') {
      return { level: 'success', text: 'The preview is in your direct messages with followstats.' };
    }
    const reason = outcome.kind === 'refused' ? outcome.code : outcome.kind;
    log.warn({ reason }, 'a preview could not be sent');
    if (!isPermanentRefusal(reason)) {
      return { level: 'error', text: `Slack did not take the preview (${reason}); try again in a minute.` };
    }
    const { what, fix } = describePause(reason);
    return { level: 'error', text: `Slack did not take the preview: ${what}. ${fix}` };
  }

  return async ({ ack, body }: FormActionArgs): Promise<void> => {
    await ack();

    if (!body.view) return;
    const { id: viewId } = body.view;
    const { form, context } = readFormState(body.view);
    const personId = body.user.id;

    /** Shows a view; where Slack doesn't take it, the same words come as a message. */
    async function update(view: View, words: Sentence | undefined): Promise<void> {
      try {
        await web.views.update({ view_id: viewId, view });
      } catch (error) {
        if (!isSlackTrouble(error)) throw error;
        // A person who closed the form meanwhile wants none of it.
        if (platformError(error) === 'not_found') return;
        log.warn({ error: reasonOf(error) }, 'a form could not be shown anew');
        if (words)
          await tellPerson({ web, posting, log }, { personId, channelId: context.channelId }, sentences(words));
      }
    }
    async function say(note: FormNote): Promise<void> {
      const locale = await directory.locale(personId);
      const words = note.level === 'info' ? undefined : [note.text];
      await update(digestFormView(form, { context, now: now(), locale, note }), words);
    }

    const { refusal, keep } = await admit({ personId, channelId: context.channelId }, 'editor', 'digest-preview');
    if (refusal) {
      const words = describeRefusal(refusal);
      return update(messageView([toRichText([words])]), words);
    }
    const checked = await checkForm(form);
    if ('faults' in checked) {
      const [first, ...more] = checked.faults.map(describeFormFault);
      return say({ level: 'error', text: `${first}${more.length > 0 ? ` (and ${more.length} more)` : ''}` });
    }
    await say({ level: 'info', text: 'The preview is being made …' });
    await say(await send(checked.spec, context, personId, keep));
  };
}
