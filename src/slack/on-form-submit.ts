import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { CheckForm } from '../digests/check-form.ts';
import type { DigestForm, FormFault } from '../digests/digest-form.ts';
import type { SaveDigest } from '../digests/save.ts';
import type { Digest } from '../digests/types.ts';
import type { Asker } from '../followstats/access.ts';
import type { Admit } from '../followstats/admit.ts';
import type { Refusal } from '../followstats/gate.ts';
import type { Logger } from '../logger.ts';
import type { Announce } from './announce.ts';
import { apologyReply } from './blocks/answer.ts';
import { FIELDS } from './blocks/digest-fields.ts';
import { type FormContext, messageView } from './blocks/digest-form.ts';
import { describeFormFault } from './blocks/form-fault-text.ts';
import { describeRefusal } from './blocks/refusal.ts';
import { type Reply, sentences } from './blocks/reply.ts';
import { savedNotice } from './blocks/saved-text.ts';
import { typed } from './blocks/typed.ts';
import { readFormState } from './digest-form-state.ts';
import { tellPerson } from './tell-person.ts';
import type { WebClient } from './web.ts';

type Args = Pick<SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs, 'ack' | 'body' | 'view'>;

interface Options {
  readonly admit: Admit;
  readonly checkForm: CheckForm;
  readonly saveDigest: SaveDigest;
  readonly announce: Announce;
  readonly web: WebClient;
  /** Made by `createPostingClient`. */
  readonly posting: WebClient;
  readonly log: Logger;
  /** What checking and saving together may take of Slack's three seconds, milliseconds. */
  readonly saveMs?: number;
}

/** What is answered to a submission: words in the form's place, errors on its fields, or what was saved. */
type Outcome =
  | { readonly kind: 'words'; readonly reply: Reply }
  | { readonly kind: 'faults'; readonly faults: readonly FormFault[] }
  | { readonly kind: 'late' }
  | { readonly kind: 'saved'; readonly digest: Digest };

const SAVE_MS = 2000;
const LATE = 'followstats couldn’t save this in time. Press Save again: nothing is made twice.';

/**
 * *Save*: who may and what is wrong are looked at anew, then it is kept; all that needs Slack comes after the answer: the
 * line in the channel, and the words about it to whoever saved.
 */
export function createOnFormSubmit(options: Options) {
  const { admit, checkForm, saveDigest, announce, web, posting, log, saveMs = SAVE_MS } = options;

  async function check(form: DigestForm, { edited }: FormContext, asker: Asker) {
    const checked = await checkForm(form);
    if ('faults' in checked) return { faults: checked.faults, refusal: undefined };
    // Who may is decided where the form was asked for: a form itself is in no channel.
    const { refusal } = await admit(asker, 'editor', edited ? 'digest-edit' : 'digest-create');
    return { ...checked, refusal };
  }

  async function save(form: DigestForm, context: FormContext, asker: Asker, formId: string): Promise<Outcome> {
    const checked = await check(form, context, asker);
    if (checked.refusal) return { kind: 'words', reply: refused(checked.refusal) };
    if ('faults' in checked) return { kind: 'faults', faults: checked.faults };
    const digest = await saveDigest.save({ formId, id: context.edited?.id }, checked.spec, asker);
    return digest ? { kind: 'saved', digest } : { kind: 'words', reply: gone() };
  }

  /** Slack shows trouble of its own after three seconds. What is under way then still ends; saved again it is the same. */
  async function inTime(saving: Promise<Outcome>): Promise<Outcome> {
    const end = new AbortController();
    const late = sleep(saveMs, { kind: 'late' } as const, { ref: false, signal: end.signal });
    return Promise.race([saving, late]).finally(() => end.abort());
  }

  async function tell(digest: Digest, asker: Asker): Promise<void> {
    const announced = digest.state.kind === 'active' ? await announce(digest) : undefined;
    if (announced?.kind === 'refused') await saveDigest.stop(digest, announced.reason);
    const isTold = await tellPerson({ web, posting }, asker, savedNotice(digest, announced));
    if (!isTold) log.warn({ digest: digest.id }, 'whoever saved a digest could not be told of it');
  }

  return async ({ ack, body, view }: Args): Promise<void> => {
    const { form, context } = readFormState(view);
    const asker = { personId: body.user.id, channelId: context.channelId };
    const saving = save(form, context, asker, view.id).catch((error: unknown): Outcome => {
      const reference = randomUUID().slice(0, 8);
      log.error({ err: error, reference }, 'a digest could not be saved');
      return { kind: 'words', reply: apologyReply(reference) };
    });
    const outcome = await inTime(saving);
    switch (outcome.kind) {
      case 'late':
        await ack({ response_action: 'errors', errors: { [FIELDS.title]: LATE } });
        // The save goes on, and the app doesn't stop in the middle of it.
        await saving;
        return;
      case 'faults':
        return ack({ response_action: 'errors', errors: errorsOf(outcome.faults, view.blocks) });
      case 'words':
        return ack({ response_action: 'update', view: messageView(outcome.reply.renderings[0] ?? []) });
      case 'saved':
        await ack();
        await tell(outcome.digest, asker);
    }
  };
}

const refused = (refusal: Refusal): Reply => sentences(describeRefusal(refusal));
const gone = (): Reply =>
  sentences(['This digest was deleted meanwhile, so nothing was saved. Make it anew with ', typed('digest new'), '.']);

/** Slack takes errors for blocks that are there only; a schedule's may be about fields that aren't shown. */
function errorsOf(
  faults: readonly FormFault[],
  blocks: readonly { readonly block_id?: string }[],
): Record<string, string> {
  const shown = new Set(blocks.map(({ block_id: id }) => id));
  return Object.fromEntries(
    faults.map((fault) => {
      const block = FIELDS[fault.field];
      return [shown.has(block) ? block : FIELDS.timing, describeFormFault(fault)];
    }),
  );
}
