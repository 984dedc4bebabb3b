import type { Authorization } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { AuditAction } from '../../followstats/audit-actions.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { type PageValue, readPageValue } from '../blocks/relations/page-value.ts';
import { apologize } from '../conversation/apologize.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import type { ButtonClickArgs } from '../conversation/clicker.ts';
import { readViewOrigin } from '../conversation/view-origin.ts';
import type { Recipient, RecipientOf } from '../sending/recipient.ts';
import type { Origin } from '../sending/reply-to.ts';
import { showIfOpen } from '../sending/show-if-open.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import { relationsFrame } from './relations-frame.ts';

/** What reading a press in a list needs. */
export interface InListOptions {
  readonly authorizeInForm: AuthorizeInForm;
  readonly recipientOf: RecipientOf;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
}

/** A press of a button in a list's modal, by a person who may. */
export interface ListPress {
  readonly value: PageValue;
  readonly asker: Asker;
  readonly replyTo: Origin['replyTo'];
  readonly reader: Reader;
  readonly authorization: Authorization;
  readonly viewId: string;
  readonly frame: ReturnType<typeof relationsFrame>;
  /** Shows something in the list's place, as long as that is open. */
  readonly show: (reply: Reply) => Promise<void>;
}

/**
 * Makes a listener for a button in a list, access first. What the button says is read only then; a bug becomes an apology in the
 * list's place.
 */
export function createInList(
  { authorizeInForm, recipientOf, directory, log }: InListOptions,
  action: AuditAction,
  act: (press: ListPress) => Promise<void>,
) {
  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const origin = readViewOrigin(args);
    const [plain, { asker, authorization }] = await Promise.all([
      directory.reader(origin.asker.personId),
      authorizeInForm(origin.asker, 'viewer', action),
    ]);
    const { decision, admins, denial, keep } = authorization;
    const reader = withAudience(plain, { role: decision.role, admins });
    const viewId = args.body.view?.id ?? '';
    const value = readPageValue(args.action.value ?? '');
    const isAbove = args.body.view?.previous_view_id != null;
    const frame = relationsFrame(reader, { kind: value?.kind ?? 'fans', asker: origin.asker, isAbove });
    const send: Recipient = recipientOf({ asker, replyTo: { kind: 'view', viewId, frame, otherwise: undefined } });
    const show = async (reply: Reply): Promise<void> => void (await showIfOpen(send, reply));
    if (denial) return show(sentences(reader, describeDenial(reader, denial)));
    if (!value) {
      keep('failed', { why: 'absent' });
      return show(sentences(reader, reader.words.conversation.otherVersion()));
    }
    try {
      await act({ value, asker, replyTo: origin.replyTo, reader, authorization, viewId, frame, show });
    } catch (error) {
      await show(apologize(reader, log, error, 'a press in a list ended in a fault of the app'));
    }
  };
}
