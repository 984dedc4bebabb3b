import { RELATION_KINDS, relationCommand } from '../../followstats/relations/read.ts';
import { readAccountId } from '../../followstats/typed/account-id.ts';
import { sentences } from '../blocks/kit/reply.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import { type ButtonClickArgs, isInModal, readClicker } from '../conversation/clicker.ts';
import { readViewOrigin } from '../conversation/view-origin.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { OpenRelations } from './open-relations.ts';

interface Options {
  readonly openRelations: OpenRelations;
  readonly authorizeInForm: AuthorizeInForm;
  readonly recipientOf: RecipientOf;
  readonly directory: Pick<SlackDirectory, 'reader'>;
}

/** *Fans*, *Following* and *Mutual* on an account's card: the list opens above it. Which list stands behind the colon of the button's name. */
export function createOnRelations({ openRelations, authorizeInForm, recipientOf, directory }: Options) {
  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const { action_id: actionId, value } = args.action;
    const kind = RELATION_KINDS.find((one) => actionId.endsWith(`:${one}`));
    const account = readAccountId(value ?? '');
    if (kind && value && 'id' in account) return openRelations.forButton(args, relationCommand(kind, account.id));

    // Of another version, or forged: only a person who may do anything here learns that.
    const origin = isInModal(args.body) ? readViewOrigin(args) : readClicker(args);
    const { authorization } = await authorizeInForm(origin.asker, 'viewer', kind ?? 'fans');
    if (authorization.denial) return;
    authorization.keep('failed', { why: 'absent' });
    const reader = await directory.reader(origin.asker.personId);
    await recipientOf(origin)(sentences(reader, reader.words.conversation.otherVersion()));
  };
}
