import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { CheckForm } from '../../digests/form/check-form.ts';
import { DIGEST_GONE, type FormFault, firstKind } from '../../digests/form/digest-form.ts';
import type { SaveDigest } from '../../digests/form/save-digest.ts';
import type { Digest } from '../../digests/types.ts';
import { AppError } from '../../errors.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { whyOf } from '../../followstats/audit/audit-ending.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { FIELDS } from '../blocks/digests/digest-fields.ts';
import { messageView } from '../blocks/digests/digest-form.ts';
import { describeFormFault } from '../blocks/digests/form-fault-text.ts';
import { anyField, OTHER_VERSION } from '../blocks/digests/other-version.ts';
import { savedNotice } from '../blocks/digests/saved-text.ts';
import { describeFailure } from '../blocks/kit/failure-text.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { apologyReply } from '../conversation/render.ts';
import { tellPerson } from '../sending/tell-person.ts';
import type { WebClient } from '../web-api/web-api.ts';
import { PENDING_READER } from '../words/pending-reader.ts';
import type { Announce } from './announce.ts';
import type { EnterForm, UsableForm } from './enter-form.ts';

type Args = Pick<SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs, 'ack' | 'body' | 'view'>;

interface Options {
  readonly enterForm: EnterForm;
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
  | { readonly kind: 'late' | 'other-version' }
  /** Nothing was saved, and what was typed stays. */
  | { readonly kind: 'not-saved'; readonly text: string }
  | { readonly kind: 'saved'; readonly digest: Digest; readonly asker: Asker };

const SAVE_MS = 2000;
const LATE = 'followstats couldn’t save this in time. Press Save again: nothing is made twice.';

/**
 * *Save*: who may is decided first, then what is wrong is looked at anew, then it is kept. The line in the channel, and the
 * words about it to the person who saved, come after the answer.
 */
export function createOnFormSubmit(options: Options) {
  const { enterForm, checkForm, saveDigest, announce, web, posting, log, saveMs = SAVE_MS } = options;

  async function save(view: Args['view'], personId: PersonId): Promise<Outcome> {
    const entered = await enterForm(view, personId, 'save');
    if (entered.kind === 'refused')
      return { kind: 'words', reply: sentences(PENDING_READER, describeDenial(entered.denial)) };
    if (entered.kind !== 'form') return { kind: entered.kind };
    const { keep, context } = entered;
    // What was saved the store keeps itself, with the change.
    const keepFailed = (why: string) => keep('failed', { ...(context.edited && { digest: context.edited.id }), why });
    try {
      const outcome = await saveEntered(entered, view.id);
      if (outcome.kind === 'faults') keepFailed(firstKind(outcome.faults));
      return outcome;
    } catch (error) {
      keepFailed(whyOf(error));
      throw error;
    }
  }

  async function saveEntered({ form, context, asker }: UsableForm, formId: string): Promise<Outcome> {
    const id = context.edited?.id;
    const checked = await checkForm(form, { personId: asker.personId, editedId: id });
    if ('faults' in checked) return { kind: 'faults', faults: checked.faults };
    const digest = await saveDigest.save({ formId, id }, checked.spec, asker);
    return digest ? { kind: 'saved', digest, asker } : { kind: 'faults', faults: [DIGEST_GONE] };
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
    const isTold = await tellPerson({ web, posting, log }, asker, savedNotice(digest, announced));
    if (!isTold) log.warn({ digest: digest.id }, 'whoever saved a digest could not be told of it');
  }

  return async ({ ack, body, view }: Args): Promise<void> => {
    const saving = save(view, body.user.id).catch((error: unknown): Outcome => {
      const reference = randomUUID().slice(0, 8);
      log.error({ err: error, reference }, 'a digest could not be saved');
      return { kind: 'not-saved', text: describeTrouble(error, reference) };
    });
    const outcome = await inTime(saving);
    switch (outcome.kind) {
      case 'late':
        await ack(onForm(view, LATE));
        // The save goes on, and the app doesn't stop in the middle of it.
        await saving;
        return;
      case 'other-version':
        return ack(onForm(view, OTHER_VERSION));
      case 'not-saved':
        return ack(onForm(view, outcome.text));
      case 'faults':
        return ack({ response_action: 'errors', errors: errorsOf(outcome.faults, view.blocks) });
      case 'words':
        return ack(inPlace(outcome.reply));
      case 'saved':
        await ack();
        await tell(outcome.digest, outcome.asker);
    }
  };
}

function describeTrouble(error: unknown, reference: string): string {
  if (error instanceof AppError) {
    return `Nothing was saved: ${describeFailure(PENDING_READER, error.failure).what}. Press Save again in a minute.`;
  }
  return `Nothing was saved: ${apologyReply(PENDING_READER, reference).text}`;
}

function inPlace({ renderings }: Reply) {
  return { response_action: 'update', view: messageView(renderings[0] ?? []) } as const;
}

/** A sentence about the whole form, on its title or, in a form without one, on its first field. */
function onForm(view: Args['view'], text: string) {
  const field = anyField(view, FIELDS.title);
  return field
    ? ({ response_action: 'errors', errors: { [field]: text } } as const)
    : inPlace(sentences(PENDING_READER, [text]));
}

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
