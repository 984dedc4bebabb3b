import { AppError } from '../../errors.ts';
import type { Authorize } from '../../followstats/access/authorize.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { failureSentence } from '../blocks/kit/failure-text.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { apologize } from '../conversation/apologize.ts';
import { type ButtonClickArgs, readClicker } from '../conversation/clicker.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import { withAudience } from '../words/reader.ts';
import type { Exports } from './exports.ts';

interface Options {
  readonly exports: Exports;
  readonly authorize: Authorize;
  readonly recipientOf: RecipientOf;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
}

/** *Cancel* below how far a file is: whichever replica makes it ends it, and says so in that message's place. */
export function createOnRelationsCancel({ exports, authorize, recipientOf, directory, log }: Options) {
  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const { asker, replyTo } = readClicker(args);
    const [plain, { decision, admins, denial, keep }] = await Promise.all([
      directory.reader(asker.personId),
      authorize(asker, 'viewer', 'relations-cancel'),
    ]);
    const reader = withAudience(plain, { role: decision.role, admins });
    const send = recipientOf({ asker, replyTo });
    if (denial) return send(sentences(reader, describeDenial(reader, denial)));
    try {
      const isCancelled = await exports.cancel(asker, args.action.value ?? '');
      keep(isCancelled ? 'done' : 'failed', isCancelled ? {} : { why: 'ended' });
      if (!isCancelled) await send(sentences(reader, reader.words.relations.tooLate()));
    } catch (error) {
      if (!(error instanceof AppError)) {
        return send(apologize(reader, log, error, 'cancelling a file of a list ended in a fault of the app'));
      }
      keep('failed', { why: error.failure.code });
      await send(sentences(reader, failureSentence(reader, error.failure)));
    }
  };
}
